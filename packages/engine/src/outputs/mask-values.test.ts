import fc from 'fast-check';
import { expect, it } from 'vitest';
import { madeUpId } from './made-up-run.ts';
import { maskColumn, maskJson, maskText } from './mask-values.ts';

const id = madeUpId(123);

it('masks ID numbers, cards, mobiles and accounts inside a sentence', () => {
  const masked = `${id.slice(0, 6)}********${id.slice(-4)}`;
  expect(maskText(`张三（${id}）`)).toBe(`张三（${masked}）`);
  expect(maskText(`残疾人证${id.replace('X', '1')}42`)).toMatch(/^残疾人证990101\*{8}.{4}42$/);
  expect(maskText('电话13812345678，账号6217001234567890123')).toBe(
    '电话138****5678，账号***************0123',
  );
  expect(maskText('990101600101123')).toBe('990101*****1123');
  expect(maskText('2026-10-31 共 12345678 元 L1234567890123456')).toBe(
    '2026-10-31 共 12345678 元 L1234567890123456',
  );
});

it('masks by the name of the column what has lost its shape', () => {
  expect(maskColumn('id_number', id.slice(0, 17))).toBe(`990101*******${id.slice(13, 17)}`);
  expect(maskColumn('account_no', '123456789')).toBe('*****6789');
  expect(maskColumn('phone', '0531-1234567')).toBe('053*****4567');
  expect(maskColumn('credit_code', '913701811234567890')).toBe('913701811234567890');
});

it('leaves no valid number in any JSON, however deep', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.array(fc.string(), { maxLength: 4 }), (serial, path) => {
      const number = madeUpId(serial);
      const nested = path.reduce<object>((inner, key) => ({ [key]: [inner, number] }), {
        note: `见${number}`,
      });
      expect(JSON.stringify(maskJson(JSON.parse(JSON.stringify(nested))))).not.toContain(number);
    }),
  );
});
