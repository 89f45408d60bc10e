import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leadCells, leadSelect, leadSheetSpec } from '../lead-sheet.ts';
import { writeLeadsCsv } from '../leads-csv.ts';
import { insertRow, madeUpId, madeUpLead, makeUpRun } from '../made-up-run.ts';
import { streamRows } from '../stream-rows.ts';
import { createWorkbook } from '../write-xlsx.ts';
import { describeResults } from './describe-results.ts';
import { carryAnswers, previousRun } from './previous-run.ts';
import { readAnswers } from './read-answers.ts';

let db: DuckDBConnection;
let dir: string;
const id = (serial: number): string => `L${String(serial).padStart(16, '0')}`;

beforeEach(async () => {
  db = await makeUpRun();
  dir = await mkdtemp(join(tmpdir(), 'yangguang-answers-'));
  await insertRow(db, 'lead', madeUpLead(1));
  await insertRow(db, 'lead', madeUpLead(2, { rule: 'OMI-01', family: 'OMI', town: '白沙镇' }));
  await insertRow(db, 'lead', madeUpLead(3));
  await insertRow(db, 'lead', madeUpLead(4));
  await insertRow(db, 'lead', madeUpLead(5, { grade: 'screening' }));
  await insertRow(db, 'lead', madeUpLead(6, { change: 'gone' }));
  await writeFile(join(dir, 'run.json'), '{}');
  for (const grade of ['lead', 'screening'] as const) {
    const path = join(dir, grade === 'lead' ? 'leads.csv' : 'screening.csv');
    await writeLeadsCsv(db, path, { lang: 'zh', idNumbers: 'masked', grade });
  }
});
afterEach(async () => {
  db.closeSync();
  await rm(dir, { recursive: true });
});

type Answer = readonly (string | null)[];

/** A workbook as a town sends it back: the lead sheet of the outputs with the six answer columns filled. */
async function fillIn(
  name: string,
  answers: Readonly<Record<string, Answer>>,
  lang: 'zh' | 'en' = 'zh',
): Promise<void> {
  await mkdir(join(dir, '乡镇'), { recursive: true });
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const book = createWorkbook(join(dir, '乡镇', name), { title: name, createdOn: '2022-06-30' });
  const sheet = book.sheet('错保', leadSheetSpec(say, '错保', ['填写后送回']));
  for await (const row of streamRows(db, `select ${leadSelect(lang)} from lead order by lead_id`)) {
    const leadId = String(row['lead_id']);
    const cells = leadCells(row, { say, lang, masked: true }).slice(0, -6);
    await sheet.row([...cells, ...(answers[leadId] ?? [null, null, null, null, null, null])]);
  }
  for (const [leadId, answer] of Object.entries(answers)) {
    if (!/^L0/.test(leadId))
      await sheet.row([leadId === 'none' ? '' : leadId, ...Array(15).fill(''), ...answer]);
  }
  await sheet.close();
  await book.close();
}

it('reads answers back equal, in Chinese and in English, dates as cells', async () => {
  await fillIn('东关镇.xlsx', {
    [id(1)]: ['属实', '停发', '王一、李二', '2026-11-20', '已停发', '主动退保'],
  });
  await fillIn(
    'Baisha.xlsx',
    { [id(2)]: ['Nothing wrong', 'Keep as it is', 'Chen', '2026-11-19', null, null] },
    'en',
  );
  const result = await readAnswers(join(dir, '乡镇'));
  expect(result.refusals).toEqual([]);
  expect(result.taken).toEqual([
    {
      leadId: id(1),
      rule: 'INC-01',
      town: '东关镇',
      verdict: 'confirmed',
      outcome: 'stop',
      checkedBy: '王一、李二',
      checkedOn: '2026-11-20',
      rectification: '已停发',
      exitManner: 'voluntary',
    },
    {
      leadId: id(2),
      rule: 'OMI-01',
      town: '白沙镇',
      verdict: 'cleared',
      outcome: 'keep',
      checkedBy: 'Chen',
      checkedOn: '2026-11-19',
      rectification: null,
      exitManner: null,
    },
  ]);
  expect(result.unanswered).toBe(2);
  expect(JSON.parse(await readFile(join(dir, 'answers.json'), 'utf8'))).toEqual({ answers: result.taken });
  expect((await stat(join(dir, 'answers.json'))).mode & 0o777).toBe(0o600);
});

it('refuses unknown keys and impossible answers row by row and takes the others', async () => {
  await fillIn('东关镇.xlsx', {
    [id(1)]: ['查无问题', '停发', '王', '2026-11-20', null, null],
    [id(2)]: ['不知道', null, '王', null, null, null],
    [id(3)]: ['属实', '停发', null, null, null, null],
    [id(4)]: ['数据有误', '数据更正', '王', '2026-11-20', null, null],
    L9999: ['属实', null, '王', null, null, null],
    none: ['属实', null, '王', null, null, null],
  });
  const result = await readAnswers(dir);
  expect(result.taken.map((answer) => answer.leadId)).toEqual([id(4)]);
  // Title, note and heading stand above: the first lead is in row 4.
  expect(result.refusals.map(({ code, row, leadId }) => [code, row, leadId])).toEqual([
    ['ANS-109', 4, id(1)],
    ['ANS-104', 5, id(2)],
    ['ANS-107', 6, id(3)],
    ['ANS-101', 10, 'L9999'],
    ['ANS-102', 11, ''],
  ]);
  const printed = describeResults(result, 'zh');
  expect(printed).toContain(
    'ANS-104 乡镇/东关镇.xlsx [错保] 第 5 行：“核查结果”填的“不知道”不在可选范围。请从中选一个：属实',
  );
  expect(describeResults(result, 'en')).toContain(
    'ANS-101 乡镇/东关镇.xlsx [错保] row 10: this check has no lead',
  );
});

it.each([
  ['a date nobody can read', ['属实', null, '王', '下周', null, null], 'ANS-108'],
  ['a month instead of a day', ['属实', null, '王', '2026-11', null, null], 'ANS-108'],
  ['an exit without exit outcome', ['属实', '维持', '王', null, null, '主动退保'], 'ANS-109'],
  ['confirmed and nothing wrong', ['属实', '查无问题', '王', null, null, null], 'ANS-109'],
  ['no finding', [null, '停发', '王', null, null, null], 'ANS-103'],
  ['another exit word', ['属实', '停发', '王', null, null, '跑了'], 'ANS-106'],
  ['another outcome word', ['属实', '罚款', '王', null, null, null], 'ANS-105'],
])('refuses %s', async (_name, answer, code) => {
  await fillIn('东关镇.xlsx', { [id(1)]: answer });
  const result = await readAnswers(dir);
  expect(result.taken).toEqual([]);
  expect(result.refusals.map((refusal) => refusal.code)).toEqual([code]);
});

it('reports a lead answered differently in two files and takes neither; equal answers count once', async () => {
  const same = ['属实', '停发', '王', '2026-11-20', null, '清查退保'];
  await fillIn('台账.xlsx', { [id(1)]: same, [id(3)]: same });
  await fillIn('东关镇.xlsx', { [id(1)]: ['身份不符', null, '李', null, null, null], [id(3)]: same });
  const result = await readAnswers(dir);
  expect(result.taken.map((answer) => answer.leadId)).toEqual([id(3)]);
  expect(result.refusals.map(({ code, file }) => [code, file])).toEqual([
    ['ANS-201', '乡镇/东关镇.xlsx'],
    ['ANS-201', '乡镇/台账.xlsx'],
  ]);
  expect(result.refusals[0]?.what.zh).toContain('乡镇/台账.xlsx [错保] 4');
});

it('never repeats a whole number of a person in a refusal', async () => {
  await fillIn('东关镇.xlsx', { [id(1)]: [madeUpId(7), null, '王', null, null, null] });
  const printed = describeResults(await readAnswers(dir), 'zh');
  expect(printed).toContain('ANS-104');
  expect(printed).not.toContain(madeUpId(7));
});

it('prints findings by rule and by town', async () => {
  const answer = (verdict: string): Answer => [verdict, null, '王', null, null, null];
  await fillIn('台账.xlsx', {
    [id(1)]: answer('属实'),
    [id(2)]: answer('查无问题'),
    [id(3)]: answer('身份不符'),
  });
  const printed = describeResults(await readAnswers(dir), 'zh').replace(/ +/g, ' ');
  expect(printed).toContain('规则 已核查 属实 查无问题 身份不符 数据有误');
  expect(printed).toContain('INC-01 2 1 0 1 0');
  expect(printed).toContain('白沙镇 1 0 1 0 0');
  expect(printed).toContain('合计 3 1 1 1 0');
});

it('keeps earlier answers, replaces changed ones, and hands the quiet ones to the run after next', async () => {
  await fillIn('甲.xlsx', {
    [id(1)]: ['查无问题', null, '王', null, null, null],
    [id(2)]: ['属实', null, '王', null, null, null],
  });
  await readAnswers(dir);
  await rm(join(dir, '乡镇', '甲.xlsx'));
  await fillIn('乙.xlsx', { [id(2)]: ['身份不符', null, '王', null, null, null] });
  const result = await readAnswers(dir);
  expect(result.all.map((answer) => [answer.leadId, answer.verdict])).toEqual([
    [id(1), 'cleared'],
    [id(2), 'identity_wrong'],
  ]);
  const previous = await previousRun(dir);
  expect([...previous.quiet].sort()).toEqual([id(1), id(2)]);
  expect([...previous.leads.values()].map((lead) => [lead.leadId, lead.grade])).toEqual([
    [id(1), 'lead'],
    [id(2), 'lead'],
    [id(3), 'lead'],
    [id(4), 'lead'],
    [id(5), 'screening'],
  ]);
  const next = join(dir, 'next');
  await mkdir(next);
  await carryAnswers(previous, next);
  await writeFile(join(next, 'run.json'), '{}');
  for (const name of ['leads.csv', 'screening.csv'])
    await writeFile(join(next, name), '\ufefflead_id,rule\r\n');
  expect([...(await previousRun(next)).quiet].sort()).toEqual([id(1), id(2)]);
});

it('says what is missing when the folder is no output, is damaged or holds no answers', async () => {
  await expect(readAnswers(tmpdir())).rejects.toMatchObject({ code: 'ANS-001' });
  await expect(readAnswers(dir)).rejects.toMatchObject({ code: 'ANS-005' });
  await writeFile(join(dir, 'answers.json'), '{"answers":[{}]}');
  await expect(previousRun(dir)).rejects.toMatchObject({ code: 'ANS-003' });
  await rm(join(dir, 'leads.csv'));
  await expect(previousRun(dir)).rejects.toMatchObject({ code: 'ANS-002' });
});

it('names a workbook it cannot open and reads the others', async () => {
  await fillIn('好.xlsx', { [id(1)]: ['属实', null, '王', null, null, null] });
  await writeFile(join(dir, '乡镇', '坏.xlsx'), Buffer.from('504b0304deadbeef', 'hex'));
  const result = await readAnswers(dir);
  expect(result.unreadable).toEqual(['乡镇/坏.xlsx']);
  expect(result.taken).toHaveLength(1);
});
