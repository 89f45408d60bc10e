import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeUpLeads } from '../made-up-leads.ts';
import { madeUpMeta } from '../made-up-meta.ts';
import { insertRow, madeUpLead, makeUpRun } from '../made-up-run.ts';
import { readBack } from '../read-back.ts';
import { writeRestricted } from './write-restricted.ts';

const folder = mkdtempSync(join(tmpdir(), 'restricted-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('holds the restricted leads and no others, for its owner only', async () => {
  const path = join(folder, 'a', '限阅', '限阅疑点.xlsx');
  expect(await writeRestricted(await makeUpLeads(4), join(folder, 'a'), madeUpMeta)).toBe(1);
  const book = readBack(path);
  expect(
    book
      .rows('限阅疑点')
      .filter((row) => /^L\d/.test(String(row[0])))
      .map((row) => row[3]),
  ).toEqual(['KIN-01']);
  expect(book.text).toContain('疑点不是结论');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'a', '限阅')).mode & 0o777).toBe(0o700);
});

it('writes nothing when there is nothing to restrict', async () => {
  expect(await writeRestricted(await makeUpRun(), join(folder, 'b'), madeUpMeta)).toBe(0);
  expect(existsSync(join(folder, 'b'))).toBe(false);
});

it('holds the restricted entries of the screening list, which no town gets', async () => {
  const db = await makeUpRun();
  await insertRow(db, 'lead', madeUpLead(7, { grade: 'screening', restricted: true, rule: 'KIN-01' }));
  await insertRow(db, 'lead', madeUpLead(8, { grade: 'screening' }));
  expect(await writeRestricted(db, join(folder, 'c'), madeUpMeta)).toBe(0);
  const rows = readBack(join(folder, 'c', '限阅', '限阅疑点.xlsx')).rows('排查名单');
  expect(rows.map((row) => String(row[0])).filter((cell) => /^L\d/.test(cell))).toEqual([
    'L0000000000000007',
  ]);
});
