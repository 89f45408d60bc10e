import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyMeta, insertRow, madeUpId, makeUpRun } from '../made-up-run.ts';
import { readGrids } from '../read-grids.ts';
import { writeDepartmentLists } from './write-department-lists.ts';

let db: DuckDBConnection;
let dir: string;

beforeEach(async () => {
  db = await makeUpRun();
  dir = await mkdtemp(join(tmpdir(), 'yangguang-lists-'));
  for (const n of [1, 2]) {
    await insertRow(db, 'household', {
      household_key: `h${n}`,
      file_no: `档${n}`,
      head_name: `户主${n}`,
      town: '东关镇',
      village: '一村',
    });
  }
  const person = { programme: 'dibao', id_state: 'valid' };
  await insertRow(db, 'member', {
    ...person,
    household_key: 'h1',
    person_key: 'p1',
    name: '甲',
    id_number: madeUpId(1),
    birth_on: '1960-01-01',
    row_key: 1,
  });
  await insertRow(db, 'member', {
    ...person,
    household_key: 'h1',
    person_key: 'p2',
    name: '子',
    id_number: madeUpId(2, '20150101'),
    birth_on: '2015-01-01',
    row_key: 2,
  });
  await insertRow(db, 'member', {
    ...person,
    household_key: 'h2',
    person_key: 'p3',
    name: '乙',
    id_number: madeUpId(3),
    birth_on: '1960-01-01',
    row_key: 3,
  });
  await insertRow(db, 'member', {
    ...person,
    household_key: 'h2',
    person_key: 'p4',
    name: '坏',
    id_number: '123',
    id_state: 'bad_length',
    row_key: 4,
  });
  await insertRow(db, 'application', { row_key: 9, authorised: true });
  await insertRow(db, 'ref', {
    dataset: 'application',
    row_key: 9,
    slot: 'person',
    person_key: 'p1',
    tier: 'same',
  });
  await writeDepartmentLists(db, dir, emptyMeta);
});
afterEach(async () => {
  db.closeSync();
  await rm(dir, { recursive: true });
});

const list = async (department: string): Promise<Record<string, string[][]>> =>
  readGrids(join(dir, '比对名单', `${department}.xlsx`));

it('sends each department the least it needs', async () => {
  expect((await list('公安局（户籍）'))['名单']).toEqual([
    ['序号', '姓名', '身份证号', '户编号'],
    ['1', '甲', madeUpId(1), '档1'],
    ['2', '子', madeUpId(2, '20150101'), '档1'],
    ['3', '乙', madeUpId(3), '档2'],
  ]);
  expect((await list('殡仪馆'))['名单']?.[0]).toEqual(['序号', '姓名', '身份证号']);
  expect((await list('公安局（交管）'))['名单']?.slice(1).map((cells) => cells[1])).toEqual(['甲', '乙']);
});

it('keeps those without a seen authorisation off the bank list and says so', async () => {
  const bank = await list('银行、证券、保险机构');
  expect(bank['名单']?.slice(1).map((cells) => cells[1])).toEqual(['甲', '子']);
  const cover = (bank['封面'] ?? []).flat().join('|');
  expect(cover).toContain('已见授权 2 人；未见授权 1 人，不得发送');
  expect(cover).toContain('义务人');
});

it('says on other covers what is missing, and lists the households to obtain it from', async () => {
  const cover = ((await list('税务局'))['封面'] ?? []).flat().join('|');
  expect(cover).toContain('已见授权 1 人；未见授权 1 人');
  expect(cover).toContain('身份证号不能用的 1 人');
  const missing = (await list('授权情况'))['未见授权的家庭'] ?? [];
  expect(missing.slice(1)).toEqual([['东关镇', '一村', '户主2', '2', '']]);
});

it('leaves every file to its owner only', async () => {
  for (const name of await readdir(join(dir, '比对名单'))) {
    expect((await stat(join(dir, '比对名单', name))).mode & 0o777).toBe(0o600);
  }
});
