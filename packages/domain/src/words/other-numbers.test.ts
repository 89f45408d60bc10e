import { describe, expect, it } from 'vitest';
import { maskAccount, normaliseAccount, passesLuhn } from './account.ts';
import {
  isSevere,
  parseDisabilityGrade,
  parseDisabilityKind,
  parseDisabilityNumber,
} from './disability-number.ts';
import { findDocumentNumber } from './document-number.ts';
import { checkDigit } from './id-number.ts';
import { maskPhone, normalisePhone, splitPhones } from './phone.ts';
import { normalisePlate } from './plate.ts';

describe('disability certificates', () => {
  const holder = `37132319500101002${checkDigit('37132319500101002')}`;

  it('hold the identity number, kind and grade', () => {
    expect(parseDisabilityNumber(`${holder}42`)).toEqual({
      state: 'valid',
      number: `${holder}42`,
      holderId: holder,
      kind: 'physical',
      grade: 2,
      reissue: 0,
    });
    expect(parseDisabilityNumber(`${holder} 11b1`)).toMatchObject({
      state: 'valid',
      kind: 'visual',
      grade: 1,
      reissue: 1,
    });
  });

  it('are refused for a wrong number, kind or grade', () => {
    expect(parseDisabilityNumber(`11010519491231002142`)).toMatchObject({
      state: 'bad_id',
      kind: 'physical',
      grade: 2,
    });
    expect(parseDisabilityNumber(`${holder}82`).state).toBe('bad_shape');
    expect(parseDisabilityNumber(`${holder}45`).state).toBe('bad_shape');
    expect(parseDisabilityNumber(null).state).toBe('missing');
  });

  it('are severe at grades 1 and 2, and 3 if intellectual or mental', () => {
    expect(isSevere('physical', 2)).toBe(true);
    expect(isSevere('physical', 3)).toBe(false);
    expect(isSevere('intellectual', 3)).toBe(true);
    expect(isSevere('mental', 3)).toBe(true);
    expect(isSevere('mental', 4)).toBe(false);
    expect(isSevere('visual', null)).toBe(false);
  });

  it('are named in columns in many ways', () => {
    expect(parseDisabilityKind('视力残疾')).toBe('visual');
    expect(parseDisabilityKind('6')).toBe('mental');
    expect(parseDisabilityKind('肢体、智力')).toBe('multiple');
    expect(parseDisabilityKind('无')).toBeNull();
    expect(parseDisabilityGrade('一级')).toBe(1);
    expect(parseDisabilityGrade('肢体二级')).toBe(2);
    expect(parseDisabilityGrade('Ⅲ级')).toBe(3);
    expect(parseDisabilityGrade('4')).toBe(4);
    expect(parseDisabilityGrade('重度')).toBeNull();
  });
});

describe('accounts', () => {
  it('are cards when Luhn holds, passbooks otherwise', () => {
    expect(passesLuhn('6217000000000000004')).toBe(true);
    expect(passesLuhn('6217000000000000005')).toBe(false);
    expect(normaliseAccount(' 6217 0000 0000 0000 004')).toEqual({
      state: 'card',
      account: '6217000000000000004',
    });
    expect(normaliseAccount("'62170000123").state).toBe('account');
  });

  it('show what a spreadsheet did to them', () => {
    expect(normaliseAccount('6217000012345670000').state).toBe('truncated');
    expect(normaliseAccount('6.217E+18').state).toBe('scientific');
    expect(normaliseAccount('6217000000000000004', { wasNumber: true }).state).toBe('card');
    expect(normaliseAccount('无')).toEqual({ state: 'missing', account: null });
    expect(normaliseAccount('0').state).toBe('missing');
  });

  it('show the last four digits only', () => {
    expect(maskAccount('6217000000000000004')).toBe('***************0004');
    expect(maskAccount('123')).toBe('***');
  });
});

it('reads telephones', () => {
  expect(normalisePhone('+86 138-0000-1234')).toEqual({ state: 'mobile', phone: '13800001234' });
  expect(normalisePhone('(0539) 2251234')).toEqual({ state: 'landline', phone: '05392251234' });
  expect(normalisePhone('11111111111').state).toBe('placeholder');
  expect(normalisePhone('无').state).toBe('missing');
  expect(normalisePhone('1380000123').state).toBe('other');
  expect(splitPhones('13800001234、13900001234 13700001234')).toHaveLength(3);
  expect(maskPhone('13800001234')).toBe('138****1234');
});

it.each([
  ['鲁Q·12345', '鲁Q12345', 'fuel'],
  ['鲁 q1234a', '鲁Q1234A', 'fuel'],
  ['鲁QD12345', '鲁QD12345', 'new_energy'],
  ['鲁Q12345F', '鲁Q12345F', 'new_energy'],
  ['鲁13-12345', '鲁1312345', 'tractor'],
  ['鲁Q1234挂', '鲁Q1234挂', 'trailer'],
  ['鲁Q1234学', '鲁Q1234学', 'learner'],
  ['鲁QI1234', '鲁QI1234', 'other'],
  ['无', null, 'missing'],
])('reads plate %s', (raw, plate, kind) => {
  expect(normalisePlate(raw)).toEqual({ kind, plate });
});

it('prints document numbers with hexagonal brackets whatever was typed', () => {
  for (const raw of [
    '临政办字〔2018〕81号',
    '临政办字[2018]81号',
    '临政办字（2018）81号',
    '临政办字【2018】第81号',
  ]) {
    expect(findDocumentNumber(raw)).toEqual({
      organ: '临政办字',
      year: 2018,
      serial: 81,
      text: '临政办字〔2018〕81号',
    });
  }
  expect(findDocumentNumber('关于印发通知')).toBeUndefined();
});
