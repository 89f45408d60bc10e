import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import type { Pack } from './load-pack.ts';
import { loadPackTables } from './load-tables.ts';
import type { Parameter } from './parameter-file.ts';
import { runExample } from './rule-example.ts';
import { readRulePage, type RulePage } from './rule-page.ts';
import { assertOneSelect, prepareRuleQuery } from './run-query.ts';
import { samplePage } from './sample-page.ts';

const macros = readFileSync(
  fileURLToPath(new URL('../../../../policy/tables/macros.sql', import.meta.url)),
  'utf8',
);
const page = readRulePage(samplePage, 'INC-01.md');
let db: DuckDBConnection;

const parameter = (
  name: string,
  values: [string, string, string | undefined, Parameter['values'][number]['value']][],
): Parameter => ({
  name,
  zh: name,
  en: name,
  unit: 'count',
  kind: 'product',
  file: 'x',
  values: values.map(([region, from, to, value]) => ({
    region,
    from,
    ...(to === undefined ? {} : { to }),
    value,
    basis: 'product default',
    sure: 'INF',
  })),
});

const pack: Pack = {
  version: '0',
  hash: '',
  roots: [],
  law: new Map(),
  rules: [],
  campaigns: [],
  terms: [],
  combinations: [],
  macros,
  divisions: () => {
    throw new Error('not needed');
  },
  regimes: [
    { id: 'R1', zh: 'x', en: 'x', from: '2012-12-12', to: '2021-07-01', instruments: ['X'], stages: [] },
    { id: 'R2', zh: 'x', en: 'x', from: '2021-07-01', instruments: ['X'], stages: [] },
  ],
  calendar: [],
  parameters: [
    parameter('death.tolMonths', [['00', '2000-01-01', undefined, 1]]),
    parameter('limit', [
      ['00', '2000-01-01', '2021-07-01', 10],
      ['00', '2021-07-01', undefined, 20],
      ['50', '2000-01-01', undefined, 5],
      ['5001', '2022-01-01', undefined, '1/4'],
    ]),
    parameter('severe.mentalKinds', [['00', '2000-01-01', undefined, ['intellectual', 'psychiatric']]]),
    parameter('severe.grade', [['00', '2000-01-01', undefined, 2]]),
    parameter('severe.mentalGrade', [['00', '2000-01-01', undefined, 3]]),
    parameter('tekun.disabilityGrade.mental', [
      ['00', '2000-01-01', '2021-07-01', 2],
      ['00', '2021-07-01', undefined, 3],
    ]),
    parameter('tekun.disabilityGrade.physical', [
      ['00', '2000-01-01', '2021-07-01', 1],
      ['00', '2021-07-01', undefined, 2],
    ]),
    parameter('tekun.disabilityGrade.visual', [['00', '2021-07-01', undefined, 1]]),
    parameter('standard.dibao.rural', [
      ['50', '2021-09-01', '2022-09-01', 515],
      ['50', '2022-09-01', undefined, 581.5],
    ]),
  ],
};

beforeAll(async () => {
  db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await db.run(`create table person (person_key text);
    create table death (person_key text, died_on date);
    create table payment_month (row_key bigint, person_key text, benefit_month date, amount_fen bigint, is_current boolean)`);
  await loadPackTables(db, pack, { asOf: '2022-06-30', region: '500151' });
});

const value = async (sql: string): Promise<string> =>
  String((await db.runAndReadAll(`select (${sql})::text`)).getRows()[0]?.[0]);

it('runs the examples of a page and leaves nothing behind', async () => {
  for (const example of page.examples)
    expect(await runExample(db, page, example)).toEqual({ missing: [], unexpected: [] });
  expect(await value('select count(*) from payment_month')).toBe('0');
  expect(await value("param('death.tolMonths')")).toBe('1.0');
});

it('says what is missing and what came unexpected', async () => {
  const [example] = page.examples;
  if (!example) throw new Error('no example');
  const wrong = await runExample(db, page, {
    ...example,
    leads: [{ subject_key: '张三', months_paid: '3' }],
  });
  expect(wrong.missing).toEqual([{ subject_key: '张三', months_paid: '3' }]);
  expect(wrong.unexpected).toMatchObject([
    { subject_key: '张三', months_paid: '2', amount_fen: '84050', sources: '[2, 3]' },
  ]);
  const right = await runExample(db, page, {
    ...example,
    leads: [{ amount_fen: '840.50元', period_from: '2022-05', severity: 'suspect' }],
  });
  expect(right).toEqual({ missing: [], unexpected: [] });
});

it('refuses an unknown table, an unknown column and a severity above the maximum', async () => {
  const [example] = page.examples;
  if (!example) throw new Error('no example');
  await expect(runExample(db, page, { ...example, given: { nowhere: [{ a: '1' }] } })).rejects.toThrow(
    'PACK-20',
  );
  await expect(runExample(db, page, { ...example, given: { person: [{ name: '1' }] } })).rejects.toThrow(
    'person.name',
  );
  await expect(runExample(db, page, { ...example, leads: [{ colour: '1' }] })).rejects.toThrow('colour');
  await expect(runExample(db, { ...page, maxSeverity: 'info' }, example)).rejects.toThrow('PACK-20');
});

it.each([
  'select 1 as x) q; drop table person; select * from (select 1 as x',
  'select 1; drop table person',
  "insert into person values ('x') returning person_key",
  'drop table person',
])('refuses %s', async (sql) => {
  await expect(assertOneSelect(db, sql)).rejects.toThrow(/expected (a SELECT|one statement)|syntax error/);
  const bad: RulePage = { ...page, sql };
  await expect(prepareRuleQuery(db, bad)).rejects.toThrow('PACK-18');
});

it('refuses columns that differ from the page', async () => {
  const { died_on, ...evidence } = page.evidence;
  expect(died_on).toBeDefined();
  await expect(prepareRuleQuery(db, { ...page, evidence })).rejects.toThrow(/PACK-19.*died_on/);
  await expect(prepareRuleQuery(db, { ...page, sql: `${page.sql} having unknown_thing(1)` })).rejects.toThrow(
    'PACK-18',
  );
});

it('finds parameters by longest region and date', async () => {
  expect(await value("param('limit')")).toBe('0.25');
  expect(await value("param_text('limit')")).toBe('1/4');
  expect(await value("param_at('limit', '370612', date '2021-06-30')")).toBe('10.0');
  expect(await value("param_at('limit', '370612', date '2021-07-01')")).toBe('20.0');
  expect(await value("param_at('limit', '500101', date '2021-07-01')")).toBe('5.0');
  expect(await value("param_at('limit', NULL, date '2021-07-01')")).toBe('5.0');
  expect(await value("param_at('nothing', '500101', date '2021-07-01') is null")).toBe('true');
});

it('knows regimes, ages, months, yuan and exact comparisons', async () => {
  expect(await value("regime(date '2021-06-30') || regime(date '2021-07-01')")).toBe('R1R2');
  expect(await value("regime(date '1990-01-01') is null")).toBe('true');
  expect(await value("age_on(date '2004-02-29', date '2022-02-28')")).toBe('17');
  expect(await value("age_on(date '2004-02-29', date '2022-03-01')")).toBe('18');
  expect(await value("months_between(date '2021-12-31', date '2022-02-01')")).toBe('2');
  expect(await value("yuan(123405) || ' ' || yuan(-7)")).toBe('1234.05 -0.07');
  expect(await value('ratio_ge(1894, 1, 632, 3)')).toBe('false');
  expect(await value('ratio_lt(1894, 1, 632, 3)')).toBe('true');
});

it('grades disability by kind and date', async () => {
  expect(await value("severe('physical', 2)")).toBe('true');
  expect(await value("severe('physical', 3)")).toBe('false');
  expect(await value("severe('psychiatric', 3)")).toBe('true');
  expect(await value("severe('psychiatric', NULL)")).toBe('false');
  expect(await value("tekun_disabled('psychiatric', 3, date '2021-06-30')")).toBe('false');
  expect(await value("tekun_disabled('psychiatric', 3, date '2021-07-01')")).toBe('true');
  expect(await value("tekun_disabled('hearing', 1, date '2021-07-01')")).toBe('false');
  expect(await value("tekun_disabled('visual', 1, date '2020-07-01')")).toBe('false');
});

it('looks up standards by month, and lets a derived table replace them', async () => {
  expect(await value("standard_fen('500151', 'dibao', 'rural', date '2022-08-01')")).toBe('51500');
  expect(await value("standard_fen('500151', 'dibao', 'rural', date '2022-09-01')")).toBe('58150');
  expect(await value("standard_fen('370612', 'dibao', 'rural', date '2022-09-01') is null")).toBe('true');
  await db.run(`create or replace table standard_at as select * from standard_at
    union all select '500151', 'dibao', NULL, date '2022-09-01', NULL, 60000, 'file'`);
  expect(await value("standard_fen('500151', 'dibao', 'rural', date '2022-09-01')")).toBe('60000');
});
