import { randomUUID } from 'node:crypto';
import type { Refused } from '@yangguang/contract/wire';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';
import { lastRunOf } from './rule-line.ts';

const county = '339901';
let t: TestOffice;
let reviewer: TestVisitor;
let town: TestVisitor;
let finance: TestVisitor;

beforeAll(async () => {
  t = await testOffice({ at: '2026-11-21T09:00:00+08:00' });
  reviewer = await t.visitor('复核', { role: 'countyReviewer', area: county });
  town = await t.visitor('乡镇', { role: 'townCaseworker', area: `${county}001` });
  finance = await t.visitor('财政', { role: 'finance', area: county });
});
afterAll(() => t.close());

const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error as Refused).code,
  );

const nobody = { confirmed: 0, partly: 0, innocent: 0, dataWrong: 0, identityWrong: 0 };

it('tells every rule of the pack, with what it needs and what was found so far', async () => {
  const { items } = await reviewer.client.rule.list({ region: county });
  expect(items.map(({ rule }) => rule)).toEqual(t.office.policy.rules.map(({ id }) => id));
  const dead = items.find(({ rule }) => rule === 'INC-01');
  expect(dead).toMatchObject({
    mode: 'enabled',
    status: 'active',
    maxSeverity: 'serious',
    record: { found: 0, checked: 0, precision: null, ...nobody },
    lastRun: null,
  });
  expect(dead?.needs[0]?.map(({ title }) => title.zh)).toEqual(
    expect.arrayContaining([expect.stringMatching(/火化/)]),
  );
  const unseen = (await finance.client.rule.list({ region: county })).items[0];
  expect(unseen).toMatchObject({ record: null, lastRun: null });
  expect(await code(town.client.rule.list({ region: '339902' }))).toBe('API-104');
  expect(await code(town.client.rule.list({ region: `${county}002` }))).toBe('API-104');
});

it('explains a rule whole: law, numbers in force, evidence, both kinds of example, query, version', async () => {
  const page = await town.client.rule.get({ rule: 'INC-01', region: county });
  expect(page.page.what.zh).toContain('死亡');
  expect(page.page.basis[0]).toMatchObject({
    instrument: 'ORDER649',
    article: '第十三条',
    from: '2014-05-01',
  });
  expect(page.parameters.map(({ name }) => name)).toEqual([
    'death.tolMonths',
    'death.seriousMonths',
    'death.seriousYuan',
  ]);
  expect(page.parameters[1]).toMatchObject({ unit: 'months', now: { value: 3, certainty: 'INF' } });
  expect(page.examples.some(({ isSilent }) => isSilent)).toBe(true);
  const fires = page.examples.find(({ isSilent }) => !isSilent);
  expect(fires?.leads.columns).toContain('severity');
  expect(fires?.leads.rows[0]).toHaveLength(fires?.leads.columns.length ?? 0);
  expect(page.sql).toMatch(/^with paid as/);
  expect(page.evidence.map(({ name }) => name)).toContain('months_paid');
  expect(page.ruleHash).toMatch(/^[0-9a-f]{64}$/);
  expect(await code(town.client.rule.get({ rule: 'INC-99', region: county }))).toBe('API-104');
});

it('has another version where a number of the place is another', async () => {
  const chief = await t.visitor('局长', { role: 'countyLead', area: county });
  const before = await town.client.rule.get({ rule: 'INC-01', region: county });
  const id = randomUUID();
  const wanted = { id, name: 'death.seriousMonths', region: county, value: 6, from: '2026-01-01' };
  await chief.client.parameter.propose({ ...wanted, basis: '本县审计意见' });
  await reviewer.client.parameter.confirm({ id });
  const after = await town.client.rule.get({ rule: 'INC-01', region: county });
  expect(after.ruleHash).not.toBe(before.ruleHash);
  expect(after.parameters[1]?.now).toMatchObject({ value: 6, isLocal: true });
  const earlier = await town.client.rule.get({ rule: 'INC-01', region: county, on: '2025-12-31' });
  expect(earlier.ruleHash).toBe(before.ruleHash);
});

it('is put in shadow or retired by who may, with a reason, and never by editing what was said', async () => {
  const set = (
    mode: 'enabled' | 'shadow' | 'retired',
    reason = '误报较多，先观察一期',
    id: string = randomUUID(),
  ) => reviewer.client.rule.setMode({ id, rule: 'INC-02', region: county, mode, reason });
  const id = randomUUID();
  await set('shadow', '误报较多，先观察一期', id);
  await set('shadow', '误报较多，先观察一期', id);
  expect(await code(set('retired', '误报较多，先观察一期', id))).toBe('RUL-103');
  expect(await code(set('shadow'))).toBe('RUL-102');
  expect(
    await code(
      town.client.rule.setMode({ id, rule: 'INC-02', region: county, mode: 'retired', reason: '停用它' }),
    ),
  ).toBe('API-103');
  expect(
    await code(
      reviewer.client.rule.setMode({
        id: randomUUID(),
        rule: 'INC-02',
        region: '339902',
        mode: 'retired',
        reason: '停用邻县',
      }),
    ),
  ).toBe('API-104');
  t.setClock('2026-11-22T09:00:00+08:00');
  await set('enabled', '数据已补齐，恢复启用');
  const { items } = await town.client.rule.history({ rule: 'INC-02', region: county });
  expect(items.map(({ mode, reason, setBy }) => [mode, reason, setBy?.name])).toEqual([
    ['enabled', '数据已补齐，恢复启用', '复核'],
    ['shadow', '误报较多，先观察一期', '复核'],
  ]);
  const change = t.office.db.asOwner((tx) => tx.run(sql`delete from rule_mode`));
  await expect(change).rejects.toThrow(/append only/);
});

const report = { byRule: [], shadow: [], retired: [], silentRules: [] };
const run = (rules: string[], told: object) =>
  ({
    run: {
      id: 'r',
      is_dry: false,
      options: { rules },
      report: null,
      created_at: new Date('2026-11-20T00:00:00Z'),
    },
    report: { ...report, ...told },
  }) as unknown as Parameters<typeof lastRunOf>[1][number];

it('shows of the last run what it says of the rule, and passes over runs that did not ask for it', () => {
  const page = { id: 'INC-01', family: 'INC' };
  const counts = { rule: 'INC-01', leads: 7, serious: 1, suspect: 6, info: 0 };
  expect(lastRunOf(page, [run(['OMI'], {}), run(['INC'], { byRule: [counts] })])?.hits).toBe(7);
  expect(lastRunOf(page, [run([], { shadow: [counts] })])).toMatchObject({ hits: 7, isShadow: true });
  expect(lastRunOf(page, [run([], {})])).toMatchObject({ hits: 0, isShadow: false });
  expect(lastRunOf(page, [run([], { retired: ['INC-01'] })])?.hits).toBeNull();
  const missing = [{ zh: '火化名单', en: 'cremation list' }];
  expect(lastRunOf(page, [run([], { silentRules: [{ rule: 'INC-01', title: {}, missing }] })])).toMatchObject(
    {
      hits: null,
      missing,
    },
  );
  expect(lastRunOf(page, [run(['OMI'], {})])).toBeNull();
});
