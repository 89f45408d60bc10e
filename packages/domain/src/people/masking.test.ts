import { expect, it } from 'vitest';
import { checkDigit } from '../words/id-check.ts';
import { findLooseNumber, maskAddress, maskFact, maskFacts, maskName } from './masking.ts';

const id = (() => {
  const front = `371323${'19540607'}${'001'}`;
  return `${front}${checkDigit(front)}`;
})();

it('names show the first character only, of any length and script', () => {
  expect(maskName('张三')).toBe('张*');
  expect(maskName('欧阳春花')).toBe('欧*');
  expect(maskName('𠮷田')).toBe('𠮷*');
  expect(maskName('')).toBe('');
});

it('an address ends before the house', () => {
  expect(maskAddress('沂水镇东关村12号')).toBe('沂水镇东关村***');
  expect(maskAddress('沂水镇东关村')).toBe('沂水镇东关村');
});

it('facts are masked by their class, and what is not declared is not shown', () => {
  const fields = {
    result: { kind: 'text', zh: '', en: '' },
    idNumber: { kind: 'text', privacy: 'personal', zh: '', en: '' },
    illness: { kind: 'text', privacy: 'health', zh: '', en: '' },
    card: { kind: 'text', privacy: 'account', zh: '', en: '' },
  } as const;
  const shown = maskFacts(fields, {
    result: '属实',
    idNumber: id,
    illness: '尿毒症',
    card: '6222020200112233445',
    other: '某事',
  });
  expect(shown).toEqual({
    result: '属实',
    idNumber: `${id.slice(0, 6)}********${id.slice(-4)}`,
    illness: '***',
    card: '***************3445',
    other: '***',
  });
  expect(maskFact('personal', '13812345678')).toBe('138****5678');
  expect(maskFact('health', true)).toBe('***');
});

it('numbers in free text are seen, ordinary figures are not', () => {
  expect(findLooseNumber(`本人身份证${id}，已核对`)).toBe('id');
  expect(findLooseNumber('电话 138 1234 5678')).toBe('phone');
  expect(findLooseNumber('卡号 6222 0202 0011 2233 446')).toBe('account');
  expect(findLooseNumber('批次 6222 0202 0011 2233 445')).toBe(null);
  expect(findLooseNumber('2026-11-21 核查，金额 1234.50 元，文号 临民字〔2018〕56号')).toBe(null);
});
