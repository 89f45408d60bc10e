import { expect, it } from 'vitest';
import { nameFiles } from './file-names.ts';

const named = (...paths: string[]) => nameFiles(paths.map((path) => ({ path, file: path })));
const names = (...paths: string[]) => named(...paths).files.map(({ name }) => name);

// What the server takes: the pattern of the contract.
const taken = /^[^./\\\p{Cc}][^/\\\p{Cc}]{0,79}(?:\/[^./\\\p{Cc}][^/\\\p{Cc}]{0,79}){0,5}$/u;

it('the folder around everything is left out where departments have folders in it', () => {
  expect(names('七月数据/民政局/名册.xlsx', '七月数据/公安局/火化.csv')).toEqual([
    '民政局/名册.xlsx',
    '公安局/火化.csv',
  ]);
  expect(names('民政局/名册.xlsx', '民政局/附表.xlsx')).toEqual(['民政局/名册.xlsx', '民政局/附表.xlsx']);
  expect(names('a/民政局/名册.xlsx', 'b/火化.csv')).toEqual(['a/民政局/名册.xlsx', 'b/火化.csv']);
  expect(names('名册.xlsx')).toEqual(['名册.xlsx']);
});

it('locks, hidden files and earlier results are told and not sent', () => {
  const { files, left } = named(
    '局/~$名册.xlsx',
    '局/.DS_Store',
    '局/run.json',
    '__MACOSX/x.csv',
    '局/Thumbs.db',
    '局/名册.xlsx',
  );
  expect(files.map(({ name }) => name)).toEqual(['局/名册.xlsx']);
  expect(left).toHaveLength(5);
});

it('every name is one the server takes, and no two are the same', () => {
  const long = `${'很长的名字'.repeat(30)}.xlsx`;
  const all = names(
    `a/b/c/d/e/f/g/h.csv`,
    `x/y/${long}`,
    'x/y/a\\b.csv',
    'x/y/a_b.csv',
    'x/y/A_B.csv',
    'x/y/ .csv',
  );
  for (const name of all) expect(name).toMatch(taken);
  expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
  expect(all[1]).toMatch(/\.xlsx$/);
});
