import { expect, it } from 'vitest';
import { isNumber, sealedName } from './numbers.ts';

it('takes numbers and no names', () => {
  expect(['2026-31号', '纪〔2026〕7号', 'A.1', '第3号'].map(isNumber)).toEqual([true, false, true, true]);
  expect(['', '欧阳某', '2026 31', 'x'.repeat(41)].map(isNumber)).toEqual([false, false, false, false]);
});

it('names the sealed file without a path', () => {
  expect(sealedName('C:\\x\\线索.zip')).toBe('C:_x_线索.zip');
  expect(sealedName('  ')).toBe('file');
  expect(sealedName(`${'a'.repeat(200)}.zip`)).toHaveLength(120);
});
