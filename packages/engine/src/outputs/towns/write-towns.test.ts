import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { makeUpLeads } from '../made-up-leads.ts';
import { madeUpMeta } from '../made-up-meta.ts';
import { insertRow, madeUpId, madeUpLead, makeUpRun } from '../made-up-run.ts';
import { readBack } from '../read-back.ts';
import { writeRestricted } from '../restricted/write-restricted.ts';
import { writeTowns } from './write-towns.ts';

const folder = mkdtempSync(join(tmpdir(), 'towns-'));
afterAll(() => rmSync(folder, { recursive: true }));

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .sort();

it('writes a workbook a town and a village, with names a file system takes', async () => {
  const dir = join(folder, 'plain');
  const db = await makeUpLeads(6);
  expect(await writeTowns(db, dir, madeUpMeta)).toEqual({ towns: 3, villages: 4, leads: 13 });
  expect(filesIn(join(dir, '乡镇'))).toEqual(
    [
      '东关镇.xlsx',
      '东关镇/一村.xlsx',
      '东关镇/二_村_甲.xlsx',
      '未知乡镇.xlsx',
      '未知乡镇/未知村居.xlsx',
      '西街街道.xlsx',
      '西街街道/河沿社区.xlsx',
    ].sort(),
  );
  const town = readBack(join(dir, '乡镇/东关镇.xlsx'));
  expect(town.names).toEqual(['说明', '疑点', '排查名单', '可选值']);
  // Neither the restricted lead, nor the cleared one, nor the one that is gone.
  for (const absent of ['KIN-01', '已核清', '已消失']) expect(town.text).not.toContain(absent);
  expect(statSync(join(dir, '乡镇/东关镇.xlsx')).mode & 0o777).toBe(0o600);
});

it('prints one page a household: doubts, what to see, innocent causes, room to sign', async () => {
  const dir = join(folder, 'tasks');
  const db = await makeUpLeads(4);
  const long = '很长的情况说明'.repeat(40);
  for (let n = 0; n < 9; n += 1) {
    const lead = { household_key: 'h0', town: '东关镇', village: '一村', summary_zh: long, severity: 'info' };
    await insertRow(db, 'lead', madeUpLead(700 + n, lead));
  }
  await writeTowns(db, dir, madeUpMeta);
  const book = readBack(join(dir, '乡镇/东关镇/一村.xlsx'));
  const rows = book
    .rows('核查任务单')
    .map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
  const starts = rows.flatMap((row, index) => (row[0] === '社会救助疑点核查任务单' ? [index] : []));
  expect(starts).toHaveLength(1);
  const page = JSON.stringify(rows);
  for (const part of [
    '疑点不是结论',
    '口头说明',
    '查看户口簿注销页',
    '补发生前的月份',
    '调查人1',
    '调查人2',
    '被调查户',
  ]) {
    expect(page).toContain(part);
  }
  expect(page).toMatch(/另有 \d 条疑点写不下/);
  // A4 at 90 % takes about 830 points between the margins.
  const height = book.heights('核查任务单').reduce<number>((sum, points) => sum + (points ?? 18), 0);
  expect(height).toBeLessThan(830);
});

it('never holds a number of another town, whatever the leads say', async () => {
  const towns = ['甲镇', '乙镇', '乙:镇', '', '未知乡镇'];
  const lead = fc.record({
    town: fc.constantFrom(...towns, null),
    village: fc.constantFrom('一村', '二村', '', null),
    other: fc.nat(19),
    restricted: fc.boolean(),
    grade: fc.constantFrom('lead', 'screening'),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(lead, { maxLength: 20 }), async (leads) => {
      run += 1;
      const dir = join(folder, `property-${run}`);
      const db = await makeUpRun();
      const number = (serial: number): string => madeUpId(serial + 1);
      for (const [serial, { other, ...columns }] of leads.entries()) {
        const summary = `与${number(other)}（${number(serial)}）共用账户`;
        await insertRow(
          db,
          'lead',
          madeUpLead(serial + 1, {
            ...columns,
            summary_zh: summary,
            match_against_zh: summary,
            tier: 'likely',
          }),
        );
      }
      const { towns: count } = await writeTowns(db, dir, { ...madeUpMeta, idNumbers: 'full' });
      await writeRestricted(db, dir, { ...madeUpMeta, idNumbers: 'full' });
      const open = leads.filter((row) => !row.restricted);
      expect(count).toBe(new Set(open.map((row) => row.town ?? '')).size);
      const held =
        count === 0 ? [] : filesIn(join(dir, '乡镇')).map((file) => readBack(join(dir, '乡镇', file)).text);
      for (const text of held) {
        const here = leads.filter((_row, serial) => text.includes(number(serial)));
        expect(new Set(here.map((row) => row.town ?? '')).size).toBe(1);
        expect(here.some((row) => row.restricted)).toBe(false);
      }
      // Every open lead stands in two files: its town's and its village's.
      for (const [serial, row] of leads.entries()) {
        expect(held.filter((text) => text.includes(number(serial)))).toHaveLength(row.restricted ? 0 : 2);
      }
      db.closeSync();
    }),
    { numRuns: 15 },
  );
});
