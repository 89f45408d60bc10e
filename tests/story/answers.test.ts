import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fillWorkbook } from '@yangguang/engine/outputs/answers/fill-workbook';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkInto, command, demoCounty, type Ended, type Scratch, scratchFolder } from './checked-county.ts';
import { type LeadLine, readLeads } from './read-leads.ts';
import { leadIdsIn, listFiles, readText } from './result-files.ts';

let scratch: Scratch;
let county = '';
let result = '';
let leads: LeadLine[] = [];
let given: Given[] = [];
let ended: Ended;

/** What an office writes about a lead, and the codes it stands for. */
interface Given {
  readonly leadId: string;
  readonly rule: string;
  readonly town: string;
  readonly words: Readonly<Record<string, string | Date>>;
  readonly kept: Readonly<Record<string, string | null>>;
}

const ways: readonly Pick<Given, 'words' | 'kept'>[] = [
  {
    words: { 核查结果: '属实', 处理意见: '停发', 核查人: '王芳', 日期: '2022-08-20', 退保方式: '清查退保' },
    kept: { verdict: 'confirmed', outcome: 'stop', checkedOn: '2022-08-20', exitManner: 'screening' },
  },
  {
    words: { 核查结果: '查无问题', 核查人: '王芳', 日期: new Date(Date.UTC(2022, 7, 21)), 整改: '不需要' },
    kept: { verdict: 'cleared', outcome: null, checkedOn: '2022-08-21', rectification: '不需要' },
  },
  {
    words: { 核查结果: '身份不符', 处理意见: '维持', 核查人: '李强', 日期: '2022年8月22日' },
    kept: { verdict: 'identity_wrong', outcome: 'keep', checkedOn: '2022-08-22' },
  },
  {
    words: { 核查结果: '数据有误', 处理意见: '数据更正', 核查人: '李强' },
    kept: { verdict: 'data_wrong', outcome: 'dataFix', checkedOn: null, exitManner: null },
  },
];

beforeAll(async () => {
  scratch = scratchFolder();
  [county, result] = [scratch.path('county'), scratch.path('result')];
  await demoCounty(county, 6, 300);
  await checkInto(result, county);
  leads = readLeads(result, 'leads.csv');
  given = await fillTowns();
  ended = await command('answers', result);
}, 240_000);
afterAll(() => scratch.clean());

/** Every town's workbook is filled in turn with each kind of answer, as far as its leads go. */
async function fillTowns(): Promise<Given[]> {
  const answered: Given[] = [];
  for (const file of listFiles(result).filter((name) => /^乡镇\/[^/]+\.xlsx$/.test(name))) {
    const mine = leadIdsIn(await readText(join(result, file)))
      .flatMap((id) => leads.filter((line) => line.lead_id === id))
      .slice(0, 9)
      .map((line, at) => answerTo(line, at));
    const words = new Map(mine.map((answer) => [answer.leadId, answer.words]));
    const filled = fillWorkbook(join(result, file), (row) => words.get(row.疑点编号 ?? '') ?? null);
    expect(filled, file).toBe(mine.length);
    answered.push(...mine);
  }
  return answered;
}

function answerTo(line: LeadLine, at: number): Given {
  const way = ways[at % ways.length];
  if (way === undefined) throw new Error('no way to answer');
  return { leadId: line.lead_id ?? '', rule: line.rule ?? '', town: line.town ?? '', ...way };
}

const countOf = (verdict: string, answers = given): number =>
  answers.filter((answer) => answer.kept.verdict === verdict).length;

const squeezed = (text: string): string => text.replaceAll(/ +/g, ' ');

it('answers filled in the towns come back equal', () => {
  expect(given.length).toBeGreaterThan(30);
  expect(ended).toMatchObject({ code: 0, complained: '' });
  const { answers } = JSON.parse(readFileSync(join(result, 'answers.json'), 'utf8')) as {
    answers: unknown[];
  };
  const expected = given.map(({ leadId, rule, town, words, kept }) => ({
    ...{ leadId, rule, town, checkedBy: words.核查人, rectification: null, exitManner: null },
    ...kept,
  }));
  expect(answers).toEqual(expected.sort((a, b) => (a.leadId < b.leadId ? -1 : 1)));
});

it('prints what they came to, by rule and by town', () => {
  const printed = squeezed(ended.printed);
  expect(printed).toContain(
    `读回答复 ${given.length} 条，退回 0 行，尚未答复 ${leads.length - given.length} 条。`,
  );
  const counts = (answers: Given[]): string =>
    [
      answers.length,
      ...['confirmed', 'cleared', 'identity_wrong', 'data_wrong'].map((verdict) => countOf(verdict, answers)),
    ].join(' ');
  for (const by of ['rule', 'town'] as const) {
    for (const name of new Set(given.map((answer) => answer[by] || '（未填）'))) {
      const own = given.filter((answer) => (answer[by] || '（未填）') === name);
      expect(printed).toContain(`\n${name} ${counts(own)}\n`);
    }
  }
  expect(printed.split(`合计 ${counts(given)}`)).toHaveLength(3);
});

it('refuses unknown keys and impossible answers row by row, and takes the rest', async () => {
  const back = scratch.path('back');
  cpSync(join(result, '疑点台账.xlsx'), join(back, '疑点台账.xlsx'));
  const answered = new Set(given.map(({ leadId }) => leadId));
  const open = leads.filter((line) => !answered.has(line.lead_id ?? '')).map((line) => line.lead_id ?? '');
  const wrong: readonly (readonly [string, Record<string, string>])[] = [
    ['ANS-101', { 疑点编号: 'L0123456789abcdef', 核查结果: '属实', 核查人: '王芳' }],
    ['ANS-102', { 疑点编号: '', 核查结果: '属实', 核查人: '王芳' }],
    ['ANS-103', { 处理意见: '停发', 核查人: '王芳' }],
    ['ANS-104', { 核查结果: '大概属实', 核查人: '王芳' }],
    ['ANS-105', { 核查结果: '属实', 处理意见: '罚款', 核查人: '王芳' }],
    ['ANS-106', { 核查结果: '属实', 处理意见: '停发', 退保方式: '搬走了', 核查人: '王芳' }],
    ['ANS-107', { 核查结果: '属实' }],
    ['ANS-108', { 核查结果: '属实', 核查人: '王芳', 日期: '前天' }],
    ['ANS-109', { 核查结果: '查无问题', 处理意见: '停发', 核查人: '王芳' }],
  ];
  const todo = new Map<string, Record<string, string>>(open.map((id, at) => [id, wrong[at]?.[1] ?? {}]));
  const good = open[wrong.length] ?? '';
  todo.set(good, { 核查结果: '属实', 处理意见: '减发', 核查人: '王芳', 日期: '2022-08-23' });
  fillWorkbook(join(back, '疑点台账.xlsx'), (row) => {
    const words = todo.get(row.疑点编号 ?? '');
    todo.delete(row.疑点编号 ?? '');
    return words !== undefined && Object.keys(words).length > 0 ? words : null;
  });

  const { code, printed } = await command('answers', back, '--in', result);
  expect(code).toBe(1);
  for (const [refusal] of wrong)
    expect(printed).toMatch(new RegExp(`^${refusal} 疑点台账\\.xlsx \\[.+\\] 第 \\d+ 行：.+。`, 'm'));
  expect(printed).toContain(`读回答复 1 条，退回 ${wrong.length} 行`);
  const kept = JSON.parse(readFileSync(join(result, 'answers.json'), 'utf8')) as {
    answers: { leadId: string; outcome: string | null }[];
  };
  expect(kept.answers).toHaveLength(given.length + 1);
  expect(kept.answers.find(({ leadId }) => leadId === good)).toMatchObject({ outcome: 'reduce' });
});

it('two answers that disagree are both refused', async () => {
  const back = scratch.path('disagree');
  const towns = given.filter(({ kept }) => kept.verdict === 'confirmed').slice(0, 1);
  const [{ leadId, town } = { leadId: '', town: '' }] = towns;
  for (const [name, verdict] of [
    ['甲', '属实'],
    ['乙', '查无问题'],
  ] as const) {
    cpSync(join(result, '乡镇', `${town}.xlsx`), join(back, `${name}.xlsx`));
    fillWorkbook(join(back, `${name}.xlsx`), (row) => {
      const empty = { 核查结果: '', 处理意见: '', 核查人: '', 日期: '', 整改: '', 退保方式: '' };
      return row.疑点编号 === leadId ? { ...empty, 核查结果: verdict, 核查人: '王芳' } : empty;
    });
  }
  const { code, printed } = await command('answers', back, '--in', result);
  expect(code).toBe(1);
  expect(printed.match(/^ANS-201 /gm)).toHaveLength(2);
});

it('the next check keeps cleared leads quiet and tells what is new, the same and gone', async () => {
  const next = scratch.path('next');
  const without = scratch.path('without');
  cpSync(county, without, { recursive: true });
  rmSync(join(without, '公安局', '交警大队-机动车登记.xlsx'));
  // First a run without the cars: their leads are not there yet. Then they come.
  const first = scratch.path('first');
  await checkInto(first, without);
  await checkInto(next, county, '--previous', first);
  const changes = readLeads(next, 'leads.csv');
  const before = new Set(readLeads(first, 'leads.csv').map((line) => line.lead_id));
  for (const line of changes.filter(({ change }) => change !== 'gone'))
    expect(line.change, `${line.rule} ${line.summary}`).toBe(before.has(line.lead_id) ? 'same' : 'new');
  expect(new Set(changes.filter(({ change }) => change === 'new').map(({ rule }) => rule))).toContain(
    'INC-05',
  );

  // And the other way: after answers, without the cars again.
  const last = scratch.path('last');
  await checkInto(last, without, '--previous', result);
  const now = readLeads(last, 'leads.csv');
  const quiet = new Set(
    given
      .filter(({ kept }) => kept.verdict === 'cleared' || kept.verdict === 'identity_wrong')
      .map(({ leadId }) => leadId),
  );
  expect(quiet.size).toBeGreaterThan(10);
  expect(now.filter((line) => quiet.has(line.lead_id ?? ''))).toEqual([]);
  expect(leadIdsIn(await readText(join(last, '疑点台账.xlsx'))).filter((id) => quiet.has(id))).toEqual([]);
  expect(now.filter(({ change }) => change === 'gone').map(({ rule }) => rule)).toContain('INC-05');
  const stands = now.filter(({ change }) => change !== 'gone').map((line) => line.lead_id ?? '');
  const firstIds = readLeads(first, 'leads.csv').map((line) => line.lead_id ?? '');
  expect(stands).toEqual(firstIds.filter((id) => !quiet.has(id)));
  // What was answered is remembered over the runs that follow.
  expect(readFileSync(join(last, 'answers.json'), 'utf8')).toBe(
    readFileSync(join(result, 'answers.json'), 'utf8'),
  );
}, 180_000);
