import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyMeta, insertRow, madeUpLead, makeUpRun } from '../made-up-run.ts';
import { readGrids } from '../read-grids.ts';
import { factsAboveMean } from './key-places.ts';
import { composeReadAloud } from './read-aloud.ts';
import { writeStatistics } from './write-statistics.ts';

let db: DuckDBConnection;
let dir: string;

beforeEach(async () => {
  db = await makeUpRun();
  dir = await mkdtemp(join(tmpdir(), 'yangguang-statistics-'));
});
afterEach(async () => {
  db.closeSync();
  await rm(dir, { recursive: true });
});

it('counts households, persons and money by rule and town, and nobody twice in the sums', async () => {
  const house = { household_key: 'h1', subject_kind: 'household', insured_persons: 3, amount_fen: 10000 };
  await insertRow(db, 'lead', madeUpLead(1, house));
  await insertRow(db, 'lead', madeUpLead(2, { ...house, rule: 'PAY-01', family: 'PAY', amount_fen: 5050 }));
  await insertRow(db, 'lead', madeUpLead(3, { town: '白沙镇', household_key: null }));
  await insertRow(db, 'lead', madeUpLead(4, { rule: 'OMI-01', family: 'OMI' }));
  const grid = (await readGrids(await writeStatistics(db, dir, emptyMeta)))['规则×乡镇'] ?? [];
  expect(grid[2]?.slice(4)).toEqual(['合计', '', '', '白沙镇', '', '', '东关镇', '', '']);
  const body = new Map(grid.slice(4).map((cells) => [cells[0], cells.slice(3)]));
  expect(body.get('INC-01')).toEqual(['2', '1', '4', '100.00', '0', '1', '0.00', '1', '3', '100.00']);
  expect(body.get('PAY-01')).toEqual(['1', '1', '3', '50.50', '', '', '', '1', '3', '50.50']);
  expect(body.get('可能错保、错发，小计')).toEqual([
    '3',
    '1',
    '4',
    '150.50',
    '0',
    '1',
    '0.00',
    '1',
    '3',
    '150.50',
  ]);
  expect(body.get('可能漏保、少享，小计')?.slice(0, 3)).toEqual(['1', '0', '1']);
});

it('gives a paragraph to read aloud in both languages', async () => {
  await insertRow(db, 'household', {
    household_key: 'a',
    programme: 'dibao',
    insured_persons: 2,
    total_fen: 60000,
    town: '东关镇',
  });
  await insertRow(db, 'lead', madeUpLead(1, { severity: 'serious' }));
  await insertRow(db, 'lead', madeUpLead(2, { grade: 'screening' }));
  const spoken = await composeReadAloud(db, emptyMeta);
  expect(spoken.zh[0]).toBe(
    '截至2022年6月30日，虚构县在保低保 1 户 2 人，特困 0 户 0 人，低保边缘 0 户 0 人，月保障金额共 600.00 元。',
  );
  expect(spoken.zh[1]).toContain('发现疑点 1 条，涉及 0 户 1 人，其中严重疑点 1 条');
  expect(spoken.zh.join('')).toContain('另有 1 人列入排查名单');
  expect(spoken.en.join(' ')).toContain('Leads found: 1, on households 0, persons 1; serious: 1');
  expect(spoken.en).toHaveLength(spoken.zh.length);
});

it('marks key places by two of the three facts, strictly above the mean', () => {
  const all = [
    { reports: 4, leads: 10, persons: 100 },
    { reports: 0, leads: 10, persons: 100 },
    { reports: 0, leads: 1, persons: 400 },
  ];
  expect(all.map((place) => factsAboveMean(place, all))).toEqual([
    ['reports', 'leads'],
    ['leads'],
    ['persons'],
  ]);
  expect(
    factsAboveMean({ reports: 0, leads: 5, persons: 5 }, [{ reports: 0, leads: 5, persons: 5 }]),
  ).toEqual([]);
});

it('lists towns and villages with the facts behind the mark', async () => {
  await insertRow(db, 'household', {
    household_key: 'a',
    programme: 'dibao',
    insured_persons: 9,
    town: '东关镇',
    village: '一村',
  });
  await insertRow(db, 'household', {
    household_key: 'b',
    programme: 'dibao',
    insured_persons: 1,
    town: '白沙镇',
    village: '二村',
  });
  await insertRow(db, 'lead', madeUpLead(1));
  await insertRow(db, 'exit_record', { row_key: 1, manner: 'report', town: '白沙镇', village: '二村' });
  const book = await readGrids(await writeStatistics(db, dir, emptyMeta));
  const towns = (book['重点乡镇'] ?? []).filter((cells) => cells[0]?.endsWith('镇') && cells[1] !== '');
  expect(towns.find((cells) => cells[0] === '东关镇')).toEqual([
    '东关镇',
    '0',
    '1',
    '9',
    '疑点数据反馈、保障人数',
    '重点',
  ]);
  expect(towns.find((cells) => cells[0] === '白沙镇')).toEqual(['白沙镇', '1', '0', '1', '平时问题反映', '']);
  expect((book['重点村'] ?? []).some((cells) => cells[1] === '一村' && cells[6] === '重点')).toBe(true);
});
