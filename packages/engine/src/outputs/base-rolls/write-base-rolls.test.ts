import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { maskId } from '@yangguang/domain/words/id-number';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyMeta, insertRow, madeUpId, madeUpLead, makeUpRun } from '../made-up-run.ts';
import { mergesOf, readGrids } from '../read-grids.ts';
import { writeBaseRolls } from './write-base-rolls.ts';

let db: DuckDBConnection;
let dir: string;

beforeEach(async () => {
  db = await makeUpRun();
  dir = await mkdtemp(join(tmpdir(), 'yangguang-rolls-'));
});
afterEach(async () => {
  db.closeSync();
  await rm(dir, { recursive: true });
});

const annex1 = (): string => join(dir, '底册', '附件1_社会救助家庭排查情况统计表（在保）.xlsx');
const annex2 = (): string => join(dir, '底册', '附件2_社会救助家庭排查情况统计表（审批未通过）.xlsx');
const cohortBook = (): string => join(dir, '底册', '四类人群底册.xlsx');

async function addHousehold(
  serial: number,
  over: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  await insertRow(db, 'household', {
    household_key: `dibao:${serial}`,
    programme: 'dibao',
    scheme: 'rural',
    head_name: `户主${serial}`,
    head_id: madeUpId(serial),
    size: 3,
    insured_persons: 2,
    total_fen: 50000,
    income_month_fen: 123456,
    assets: '砖瓦房三间',
    cause: '因病',
    town: '东关镇',
    village: '一村',
    row_key: serial,
    ...over,
  });
}

async function addMember(household: number, person: string, name: string): Promise<void> {
  await insertRow(db, 'member', {
    household_key: `dibao:${household}`,
    programme: 'dibao',
    person_key: person,
    name,
    insured: true,
    is_head: true,
    row_key: household,
  });
}

it('lays annex 1 out as the notice does, with unit of income, masked number and note', async () => {
  await addHousehold(1);
  await writeBaseRolls(db, dir, emptyMeta);
  const grid = (await readGrids(annex1()))['附件1'] ?? [];
  expect(grid[0]?.[0]).toBe('虚构县社会救助家庭排查情况统计表（在保）');
  expect(grid[2]).toEqual(
    '序号 申请人 身份证号 家庭人口 乡镇（街道） 村（居委会） 家庭收入 家庭财产 救助类别 保障金额 致困原因 入户核查结果 备注'.split(
      ' ',
    ),
  );
  expect(grid[3]?.slice(0, 12)).toEqual([
    '1',
    '户主1',
    maskId(madeUpId(1)),
    '3',
    '东关镇',
    '一村',
    '1,234.56元/月',
    '砖瓦房三间',
    '农村低保',
    '500.00',
    '因病',
    '',
  ]);
  expect(grid[4]?.[0]).toBe(
    '注：备注栏中写明以下情况：1、除享受城乡低保、低收入、特困供养等救助政策外，是否还享受其他救助政策；2、救助政策保障后是否仍有困难；3、是否存在近亲属享受社会救助的情况。',
  );
});

it('writes the three remarks: other aid, hardship left, kin on aid and kin in office', async () => {
  await addHousehold(1);
  await addHousehold(2);
  await addHousehold(3);
  await addMember(1, 'p1', '甲');
  await addMember(2, 'p2', '乙');
  await insertRow(db, 'benefit', {
    person_key: 'p1',
    programme: 'disability_care',
    from_month: '2020-01-01',
  });
  await insertRow(db, 'benefit', {
    person_key: 'p1',
    programme: 'elder',
    from_month: '2019-01-01',
    to_month: '2020-01-01',
  });
  await insertRow(db, 'kin', { a_key: 'p1', b_key: 'p2', relation: 'child' });
  await insertRow(db, 'kin', { a_key: 'p1', b_key: 'p9', relation: 'sibling' });
  await insertRow(db, 'official', { person_key: 'p9', tier: 'same', role: 'village_committee' });
  await insertRow(db, 'person', { person_key: 'p9', name: '丁' });
  // A spouse in the same household who is in office is a member, not a relative elsewhere.
  await addMember(1, 'p8', '戊');
  await insertRow(db, 'kin', { a_key: 'p1', b_key: 'p8', relation: 'spouse' });
  await insertRow(db, 'official', { person_key: 'p8', tier: 'same', role: 'payroll' });
  await insertRow(db, 'person', { person_key: 'p8', name: '戊' });
  await insertRow(
    db,
    'lead',
    madeUpLead(1, { family: 'OMI', title_zh: '大额医疗支出', household_key: 'dibao:1' }),
  );
  await writeBaseRolls(db, dir, emptyMeta);
  const grid = (await readGrids(annex1()))['附件1'] ?? [];
  expect(grid[3]?.[12]).toBe(
    '1、其他救助：重度残疾人护理补贴。\n2、仍有困难：疑似（大额医疗支出），待入户核实。\n3、近亲属享受救助：乙（子女，低保）；工作人员近亲属：丁（兄弟姐妹，村（居）两委成员）、戊（本户成员，财政供养人员）。',
  );
  expect(grid[5]?.[12]).toBe(
    '1、其他救助：无。\n2、仍有困难：无（以入户核实为准）。\n3、近亲属享受救助：无；工作人员近亲属：无。',
  );
});

it('prints annex 2 with its two-row header, the year in the title and only that year', async () => {
  const row = {
    name: '甲',
    id_number: madeUpId(1),
    town: '东关镇',
    village: '一村',
    category: 'dibao',
    reason: '收入超标',
  };
  await insertRow(db, 'rejected_application', {
    ...row,
    row_key: 1,
    applied_on: '2022-03-01',
    investigator: '王',
  });
  await insertRow(db, 'rejected_application', { ...row, row_key: 2, applied_on: '2020-03-01', name: '旧' });
  await insertRow(db, 'application', {
    ...pick(row),
    row_key: 3,
    decision: 'refused',
    applied_on: '2022-03-01',
  });
  await insertRow(db, 'application', {
    ...pick(row),
    row_key: 4,
    name: '乙',
    decision: 'refused',
    applied_on: '2022-04-01',
  });
  await insertRow(db, 'application', {
    ...pick(row),
    row_key: 5,
    name: '丙',
    decision: 'approved',
    applied_on: '2022-04-01',
  });
  await writeBaseRolls(db, dir, emptyMeta);
  const grid = (await readGrids(annex2()))['附件2'] ?? [];
  expect(grid[0]?.[0]).toBe('虚构县社会救助家庭排查情况统计表（2022年申请社会救助审批未通过）');
  expect(grid[2]?.slice(8)).toEqual(['申请救助时间', '申请救助类别', '未批准救助原因', '入户核查结果', '']);
  expect(grid[3]?.slice(11)).toEqual(['核查结果（是否达到救助条件、并注明享受何种救助）', '调查人']);
  const merges = await mergesOf(annex2(), '附件2');
  expect(merges).toEqual(expect.arrayContaining(['A3:A4', 'K3:K4', 'L3:M3']));
  expect(grid.slice(4).map((cells) => cells[1])).toEqual(['甲', '乙']);
});

function pick<T extends { reason: string }>(row: T): Omit<T, 'reason'> {
  const { reason: _left, ...rest } = row;
  return rest;
}

it('leaves six empty rows in annex 2 when nobody was refused', async () => {
  await writeBaseRolls(db, dir, emptyMeta);
  const grid = (await readGrids(annex2()))['附件2'] ?? [];
  expect(grid).toHaveLength(10);
});

it('lists the four cohorts and sums them by village and town for signature', async () => {
  await addHousehold(1);
  await addHousehold(2, { village: '二村', insured_persons: 4, total_fen: 10050 });
  await insertRow(db, 'poverty_register', {
    row_key: 1,
    household_no: 'P1',
    name: '在保',
    town: '东关镇',
    village: '一村',
    kind: 'lifted',
  });
  await insertRow(db, 'poverty_register', {
    row_key: 2,
    household_no: 'P2',
    name: '未享受',
    town: '东关镇',
    village: '一村',
    kind: 'unstable',
  });
  await insertRow(db, 'poverty_register', {
    row_key: 3,
    household_no: 'P2',
    name: '同户',
    town: '东关镇',
    village: '一村',
    kind: 'unstable',
  });
  await insertRow(db, 'ref', {
    dataset: 'poverty_register',
    row_key: 1,
    slot: 'person',
    person_key: 'p1',
    tier: 'same',
  });
  await insertRow(db, 'covered', { person_key: 'p1', programme: 'dibao' });
  await insertRow(db, 'exit_record', {
    row_key: 1,
    name: '退',
    town: '西关镇',
    village: '三村',
    programme: 'dibao',
    insured_persons: 2,
    amount_fen: 30000,
    stop_month: '2021-05-01',
    reason: 'assets',
  });
  await insertRow(db, 'exit_record', {
    row_key: 2,
    name: '早退',
    town: '西关镇',
    village: '三村',
    programme: 'dibao',
    stop_month: '2019-05-01',
  });
  await writeBaseRolls(db, dir, emptyMeta);
  const book = await readGrids(cohortBook());
  expect(Object.keys(book).slice(0, 5)).toEqual([
    '村底数签字表',
    '在保对象',
    '未享受的建档立卡（脱贫）人口',
    '去年以来退出的家庭',
    '去年以来申请未批准的家庭',
  ]);
  const baseline = (book['村底数签字表'] ?? []).slice(4).map((cells) => cells.slice(0, 9));
  expect(baseline).toEqual([
    ['东关镇', '一村', '1', '2', '500.00', '1', '2', '0', '0'],
    ['东关镇', '二村', '1', '4', '100.50', '0', '0', '0', '0'],
    ['东关镇', '小计', '2', '6', '600.50', '1', '2', '0', '0'],
    ['西关镇', '三村', '0', '0', '0.00', '0', '0', '1', '2'],
    ['西关镇', '小计', '0', '0', '0.00', '0', '0', '1', '2'],
    ['合计', '', '2', '6', '600.50', '1', '2', '1', '2'],
  ]);
  expect((book['去年以来退出的家庭'] ?? [])[3]).toContain('财产超过规定');
  const uncovered = (book['未享受的建档立卡（脱贫）人口'] ?? []).slice(3).map((cells) => cells[3]);
  expect(uncovered).toEqual(['未享受', '同户']);
});

it('shows whole numbers only when asked for, in files of their owner', async () => {
  await addHousehold(1);
  await writeBaseRolls(db, dir, { ...emptyMeta, idNumbers: 'full' });
  expect((await readGrids(annex1()))['附件1']?.[3]?.[2]).toBe(madeUpId(1));
  expect((await stat(annex1())).mode & 0o777).toBe(0o600);
});
