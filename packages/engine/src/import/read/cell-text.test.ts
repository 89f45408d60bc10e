import { expect, it } from 'vitest';
import {
  dateText,
  isLongNumber,
  isoCellText,
  numberLook,
  numberText,
  numericCellText,
  unescapeText,
} from './cell-text.ts';

it('knows the built-in date formats, the Chinese ones included', () => {
  for (const id of [14, 22, 27, 31, 36, 45, 50, 57, 58]) expect(numberLook(id, undefined).kind).toBe('date');
  for (const id of [0, 1, 2, 10, 23, 26, 37, 44, 48, 49, 59])
    expect(numberLook(id, undefined).kind).toBe('plain');
});

it('tells date codes from number codes', () => {
  const dates = [
    'yyyy"年"m"月"',
    'yyyy\\-mm\\-dd',
    '[$-804]aaaa',
    '[$-F800]dddd\\,\\ mmmm',
    'h:mm:ss',
    'yyyy年m月d日',
    'm/d/yy',
  ];
  for (const code of dates) expect([code, numberLook(176, code).kind]).toEqual([code, 'date']);
  const numbers = [
    'General',
    'G/通用格式',
    '0.00E+00',
    '#,##0.00_ ',
    '[Red]-0.00',
    '"元"0',
    '0.00\\d',
    '@',
    '[h]:mm',
    '¥#,##0',
  ];
  for (const code of numbers) expect([code, numberLook(176, code).kind]).toEqual([code, 'plain']);
  expect(numberLook(176, '000000')).toEqual({ kind: 'padded', width: 6 });
});

it('turns serials into days and times in both date systems', () => {
  expect(dateText(45_000, false)).toBe('2023-03-15');
  expect(dateText(43_538, true)).toBe('2023-03-15');
  expect(dateText(59, false)).toBe('1900-02-28');
  expect(dateText(60, false)).toBe('1900-02-29');
  expect(dateText(61, false)).toBe('1900-03-01');
  expect(dateText(45_000.75, false)).toBe('2023-03-15 18:00:00');
  expect(dateText(45_000.999999999, false)).toBe('2023-03-16');
  expect(dateText(0.5, false)).toBe('12:00:00');
  expect(dateText(2_958_465, false)).toBe('9999-12-31');
  for (const none of [0, -1, 20_230_115, Number.NaN]) expect(dateText(none, false)).toBeNull();
});

it('keeps what a number was written as, and writes small exponents out', () => {
  const kept = ['110105199001011234', '1.10105199001011E+17', '300.50', '0.30000000000000004', '-5', 'x'];
  for (const raw of kept) expect(numberText(raw)).toBe(raw);
  expect(numberText('1.5E5')).toBe('150000');
  expect(numberText('1E-3')).toBe('0.001');
  expect(numberText('-2.50e-1')).toBe('-0.25');
  expect(numberText('1.38001380001E10')).toBe('13800138000.1');
  expect(numberText('9.99999999999999E14')).toBe('999999999999999');
  expect(numberText('1E+15')).toBe('1E+15');
  expect(numberText('1E-300')).toBe('1E-300');
});

it('alarms from 16 digits on', () => {
  expect(isLongNumber('999999999999999')).toBe(false);
  expect(isLongNumber('1000000000000000')).toBe(true);
  expect(isLongNumber('1.10105199001011E+17')).toBe(true);
});

it('shows a number as its format does, or raw when it is no date', () => {
  expect(numericCellText('20230115', { kind: 'date' }, false)).toBe('20230115');
  expect(numericCellText('1234', { kind: 'padded', width: 6 }, false)).toBe('001234');
  expect(numericCellText('12.5', { kind: 'padded', width: 6 }, false)).toBe('12.5');
});

it('shortens ISO cells and undoes escapes', () => {
  expect(isoCellText('2023-03-15T00:00:00')).toBe('2023-03-15');
  expect(isoCellText('2023-03-15T08:30:00.000Z')).toBe('2023-03-15 08:30:00');
  expect(unescapeText('a_x000D_b_x4E2D_')).toBe('a\rb中');
  expect(unescapeText('a_x0000_b')).toBe('ab');
});
