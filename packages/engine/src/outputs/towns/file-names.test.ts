import { expect, it } from 'vitest';
import { cleanFileName, FileNames } from './file-names.ts';

it('takes out what some file system refuses', () => {
  expect(cleanFileName('二/村:甲?', '无')).toBe('二_村_甲_');
  expect(cleanFileName(' ..东关镇. ', '无')).toBe('东关镇');
  expect(cleanFileName('../../etc', '无')).toBe('_.._etc');
  expect(['', ' . ', 'CON', 'lpt1'].map((name) => cleanFileName(name, '无'))).toEqual([
    '无',
    '无',
    '无',
    '无',
  ]);
  expect(Buffer.byteLength(cleanFileName('镇'.repeat(200), '无'))).toBeLessThanOrEqual(150);
});

it('keeps names apart that cleaning or letter case made equal', () => {
  const names = new FileNames();
  expect(['A镇', 'a镇', 'a:镇', 'a?镇', ''].map((name) => names.take(name, '未知'))).toEqual([
    'A镇',
    'a镇(2)',
    'a_镇',
    'a_镇(2)',
    '未知',
  ]);
});
