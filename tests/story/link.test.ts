import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { toGb18030 } from '@yangguang/county/files/write-csv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Scratch, scratchFolder } from './checked-county.ts';
import { csvOf, listPlan, type Lists, madeUpId, madeUpLists, turned } from './link-lists.ts';
import { type Finished, runYangguang } from './start-yangguang.ts';

let scratch: Scratch;
let lists: Lists;
const path = (name: string): string => scratch.path(name);
const text = (name: string): string => readFileSync(path(name), 'utf8');

beforeAll(async () => {
  scratch = scratchFolder();
  // What a build has to say is not the program's.
  await runYangguang('--version');
  lists = madeUpLists(600);
  writeFileSync(path('低保.csv'), csvOf(lists.left));
  writeFileSync(path('死亡.csv'), csvOf(lists.right));
  writeFileSync(path('plan.yml'), listPlan);
});
afterAll(() => scratch.clean());

const link = (...rest: string[]): Promise<Finished> =>
  runYangguang('link', path('低保.csv'), path('死亡.csv'), ...rest);

/** 'D7,S3' for every link of a file of pairs. */
const linked = (name: string): string[] =>
  text(name)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join(','));

it('finds the same people in two lists and says how many', async () => {
  const { code, out, err } = await link(
    '--plan',
    path('plan.yml'),
    '--out',
    path('pairs.csv'),
    '--report',
    path('r.html'),
  );
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('同一人');
  expect(text('pairs.csv').split(/\r?\n/)[0]).toBe('id_left,id_right,score,probability,tier');
  const found = linked('pairs.csv');
  expect(found.filter((pair) => !lists.truth.has(pair))).toEqual([]);
  expect(found.length).toBeGreaterThan(0.95 * lists.truth.size);
  expect(statSync(path('pairs.csv')).mode & 0o777).toBe(0o600);
  const page = text('r.html');
  expect(page).toContain('比对报告');
  expect(page.match(/\d{17}[\dX]/)).toBeNull();
  expect(readdirSync(path('')).filter((name) => name.startsWith('.'))).toEqual([]);
});

it('writes the same bytes for the same rows in another order', async () => {
  writeFileSync(path('低保-turned.csv'), csvOf(turned(lists.left)));
  writeFileSync(path('死亡-turned.csv'), csvOf(turned(lists.right)));
  await link('--plan', path('plan.yml'), '--out', path('one.csv'));
  await runYangguang(
    'link',
    path('低保-turned.csv'),
    path('死亡-turned.csv'),
    '--plan',
    path('plan.yml'),
    '--out',
    path('other.csv'),
  );
  expect(text('other.csv')).toBe(text('one.csv'));
});

it('reads CSV in GB18030 and Parquet as well', async () => {
  await link('--plan', path('plan.yml'), '--out', path('utf8.csv'));
  writeFileSync(path('gb.csv'), toGb18030(csvOf(lists.left)));
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  await db.run(
    `copy (select * from read_csv('${path('死亡.csv')}', all_varchar = true)) to '${path('死亡.parquet')}' (format parquet)`,
  );
  db.closeSync();
  const { code } = await runYangguang(
    'link',
    path('gb.csv'),
    path('死亡.parquet'),
    '--plan',
    path('plan.yml'),
    '--out',
    path('mixed.csv'),
  );
  expect(code).toBe(0);
  expect(text('mixed.csv')).toBe(text('utf8.csv'));
});

it('suggests a plan with reasons in both languages, which can be used at once and is not overwritten', async () => {
  const { code, out } = await link('--suggest', path('suggested.yml'));
  expect(code).toBe(0);
  expect(out).toContain('suggested.yml');
  const plan = text('suggested.yml');
  expect(plan).toMatch(/# .*[\u4e00-\u9fff].*\n *# [^\u4e00-\u9fff]+\n/);
  const again = await link('--suggest', path('suggested.yml'));
  expect(again.code).toBe(2);
  expect(again.err).toContain('LNK-211');
  expect(text('suggested.yml')).toBe(plan);
  await link('--plan', path('suggested.yml'), '--out', path('by-suggestion.csv'));
  const found = linked('by-suggestion.csv');
  expect(found.filter((pair) => !lists.truth.has(pair))).toEqual([]);
  expect(found.length).toBeGreaterThan(0.95 * lists.truth.size);
});

it('uses the suggested plan when none is given, and says so', async () => {
  const { code, err } = await link('--out', path('no-plan.csv'), '--lang', 'en');
  expect(code).toBe(0);
  expect(err).toContain('the suggested plan is used');
  expect(linked('no-plan.csv').length).toBeGreaterThan(0.95 * lists.truth.size);
});

it('groups the people of one list, everybody in exactly one cluster', async () => {
  const [heading = [], ...rows] = lists.left;
  const doubled = [heading, ...rows, ...rows.slice(0, 50).map(([no, ...rest]) => [`Z${no}`, ...rest])];
  writeFileSync(path('twice.csv'), csvOf(doubled));
  const plan = listPlan
    .replace('{ left: 编号, right: 序号 }', '编号')
    .replace('left: 姓名, right: 死者姓名', 'column: 姓名')
    .replace('left: 身份证号, right: 公民身份号码', 'column: 身份证号')
    .replace('one_to_one: true\n', '');
  writeFileSync(path('one-list.yml'), plan);
  const { code } = await runYangguang(
    'dedupe',
    path('twice.csv'),
    '--plan',
    path('one-list.yml'),
    '--out',
    path('clusters.csv'),
  );
  expect(code).toBe(0);
  const clusters = new Map(
    text('clusters.csv')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',') as [string, string]),
  );
  expect(clusters.size).toBe(650);
  for (let n = 0; n < 50; n += 1) expect(clusters.get(`ZD${n}`)).toBe(clusters.get(`D${n}`));
  expect(new Set(clusters.values()).size).toBe(600);
});

it('explains a pair item by item, in the language asked for, without a whole number', async () => {
  const [pair = ''] = [...lists.truth].filter((one) => Number(/^D(\d+)/.exec(one)?.[1]) % 60 === 12);
  const [left = '', right = ''] = pair.split(',');
  const zh = await link('--plan', path('plan.yml'), '--explain', left, right);
  expect(zh.code).toBe(0);
  expect(zh.out).toContain('支持是同一人');
  expect(zh.out).toContain('反对是同一人');
  expect(zh.out.match(/\d{17}[\dX]/)).toBeNull();
  const totals = [...zh.out.matchAll(/累计 +([+−]?[\d.]+)/g)].map((match) => match[1]);
  expect(zh.out).toContain(`得分 ${totals.at(-1)} 位`);
  const en = await link('--plan', path('plan.yml'), '--explain', left, right, '--lang', 'en');
  expect(en.out).toContain('For one person');
});

const bad: readonly (readonly [what: string, code: string, exit: number, argv: () => string[]])[] = [
  [
    'a plan with an unknown key',
    'LNK-202',
    2,
    () => ['--plan', planFile('bad1.yml', `${listPlan}treshold: 0.9\n`)],
  ],
  ['a plan that is no YAML', 'LNK-201', 2, () => ['--plan', planFile('bad2.yml', 'id: [a')]],
  [
    'a plan that names a missing column',
    'LNK-205',
    2,
    () => ['--plan', planFile('bad3.yml', listPlan.replace('死者姓名', '姓名'))],
  ],
  ['a plan that is not there', 'LNK-207', 2, () => ['--plan', path('nowhere.yml')]],
  ['an unknown record', 'LNK-206', 2, () => ['--plan', path('plan.yml'), '--explain', madeUpId(1), 'S1']],
  ['one id instead of two', 'LNK-214', 2, () => ['--plan', path('plan.yml'), '--explain', 'D1']],
  [
    'a folder that is not there',
    'LNK-213',
    2,
    () => ['--plan', path('plan.yml'), '--out', path('no/where.csv')],
  ],
  [
    'a result in the place of what is read',
    'LNK-215',
    2,
    () => ['--plan', path('plan.yml'), '--out', path('低保.csv')],
  ],
];
function planFile(name: string, content: string): string {
  writeFileSync(path(name), content);
  return path(name);
}

it.each(bad)('%s is refused in both languages, and nothing is written', async (_what, code, exit, argv) => {
  const rest = argv();
  const before = readdirSync(path(''));
  const ended = await link(...(rest.includes('--out') ? rest : [...rest, '--out', path('never.csv')]));
  expect(ended.code).toBe(exit);
  const heads = ended.err.split('\n').filter((line) => line.startsWith(code));
  expect(heads).toHaveLength(2);
  expect(heads[0]).toMatch(/[\u4e00-\u9fff]/);
  expect(ended.err.match(/\d{17}[\dX]/)).toBeNull();
  expect(readdirSync(path(''))).toEqual(before);
});

it('offers the heading that was meant', async () => {
  const { err } = await link(
    '--plan',
    planFile('near.yml', listPlan.replace('right: 死者姓名', 'right: 死者姓明')),
    '--out',
    path('never.csv'),
  );
  expect(err).toContain('是不是“死者姓名”');
});

it('a file that is not there, or that is no table, ends with 3', async () => {
  const gone = await runYangguang(
    'link',
    path('没有.csv'),
    path('死亡.csv'),
    '--plan',
    path('plan.yml'),
    '--out',
    path('never.csv'),
  );
  expect(gone.code).toBe(3);
  expect(gone.err).toContain('LNK-101');
});

it('says what is missing when nothing was asked for', async () => {
  const { code, err } = await link();
  expect(code).toBe(2);
  expect(err).toContain('LNK-212');
});
