import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Client, Refused } from '@yangguang/contract/wire';
import { workflows } from '@yangguang/domain/workflows/all';
import { verify } from '@yangguang/store/audit/verify';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPolicy } from '../../policy/open-policy.ts';
import { followLocalValues, layLocalValues } from '../../policy/local-policy.ts';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

// A number of one's own: one person proposes it, another confirms it, and then everything that reads policy reads it.
const policyFolder = fileURLToPath(new URL('../../../../../policy', import.meta.url));
const county = '339901';
const name = 'house.averageArea';
let t: TestOffice;
let chief: TestVisitor;
let reviewer: TestVisitor;
let town: TestVisitor;
let neighbour: TestVisitor;

beforeAll(async () => {
  t = await testOffice({ at: '2026-11-21T09:00:00+08:00' });
  chief = await t.visitor('局长', { role: 'countyLead', area: county });
  reviewer = await t.visitor('复核', { role: 'countyReviewer', area: county });
  town = await t.visitor('乡镇', { role: 'townCaseworker', area: `${county}001` });
  neighbour = await t.visitor('邻县', { role: 'countyLead', area: '339902' });
});
afterAll(() => t.close());

const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error as Refused).code,
  );

type Proposal = Parameters<Client['parameter']['propose']>[0];
const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  ...{ id: randomUUID(), name, region: county, value: 31.5, from: '2026-12-01', basis: '甲统〔2026〕5号' },
  ...more,
});
const get = (who: TestVisitor, on: string, what = name) =>
  who.client.parameter.get({ name: what, region: county, on });

it('is unknown until it is proposed by one and confirmed by another', async () => {
  expect(await get(town, '2026-12-01')).toMatchObject({ isUnknown: true, now: null, waiting: 0 });
  const wanted = proposal();
  await chief.client.parameter.propose(wanted);
  await chief.client.parameter.propose(wanted);
  expect(await code(chief.client.parameter.propose({ ...wanted, value: 99 }))).toBe('PAR-106');
  expect(await get(town, '2026-12-01')).toMatchObject({ isUnknown: true, waiting: 1 });
  expect((await get(reviewer, '2026-12-01')).history[0]).toMatchObject({
    state: 'waiting',
    mayConfirm: true,
  });
  expect((await get(chief, '2026-12-01')).history[0]).toMatchObject({ mayConfirm: false, mayWithdraw: true });
  expect(await code(chief.client.parameter.confirm({ id: wanted.id }))).toBe('PAR-104');
  expect(await code(neighbour.client.parameter.confirm({ id: wanted.id }))).toBe('API-104');
  expect(t.office.policy.find(name, county, '2026-12-01')).toBeNull();
  await reviewer.client.parameter.confirm({ id: wanted.id });
  await reviewer.client.parameter.confirm({ id: wanted.id });
  const now = await get(town, '2026-12-01');
  expect(now).toMatchObject({
    isUnknown: false,
    now: { value: 31.5, region: county, from: '2026-12-01', certainty: 'V', isLocal: true },
    history: [{ state: 'inForce', proposedBy: { name: '局长' }, decidedBy: { name: '复核' } }],
  });
  expect(now.now?.basis.text.zh).toBe('甲统〔2026〕5号');
  expect(t.office.policy.find(name, `${county}001`, '2026-12-01')).toMatchObject({ value: 31.5 });
  expect(t.office.policy.find(name, county, '2026-11-30')).toBeNull();
  expect(t.office.policy.find(name, '339902', '2026-12-01')).toBeNull();
});

it('is the same after the server was started again, and verify finds it untouched', async () => {
  const fresh = openPolicy([policyFolder]);
  await layLocalValues({ db: t.office.db, policy: fresh });
  expect(fresh.find(name, county, '2026-12-01')).toMatchObject({ value: 31.5 });
  const report = await verify(t.office.db, { vault: t.office.vault, workflows });
  expect(report.findings).toEqual([]);
  expect(report.registered).toBeGreaterThanOrEqual(2);
});

it('is heard of by the other servers on the same database', async () => {
  const other = { db: t.office.db, policy: openPolicy([policyFolder]) };
  await followLocalValues(other, () => {});
  const id = randomUUID();
  await chief.client.parameter.propose(proposal({ id, name: 'house.max', value: 2 }));
  await reviewer.client.parameter.confirm({ id });
  await expect.poll(() => other.policy.find('house.max', county, '2026-12-01')?.value).toBe(2);
});

it('is taken back only by two persons too, and its record stays', async () => {
  t.setClock('2026-11-22T09:00:00+08:00');
  const { history } = await get(chief, '2026-12-01');
  const value = history[0]?.id ?? '';
  const id = randomUUID();
  expect(await code(neighbour.client.parameter.revoke({ id, revokes: value, reason: '公报有误' }))).toBe(
    'API-104',
  );
  await reviewer.client.parameter.revoke({ id, revokes: value, reason: '公报有误' });
  expect(t.office.policy.find(name, county, '2026-12-01')).not.toBeNull();
  expect(await code(reviewer.client.parameter.confirm({ id }))).toBe('PAR-104');
  await chief.client.parameter.confirm({ id });
  expect(t.office.policy.find(name, county, '2026-12-01')).toBeNull();
  const after = await get(chief, '2026-12-01');
  expect(after.history.map(({ state }) => state)).toEqual(['done', 'revoked']);
  expect(
    await code(chief.client.parameter.revoke({ id: randomUUID(), revokes: value, reason: '再撤一次' })),
  ).toBe('PAR-108');
});

it('is declined by another person or withdrawn by its own, once, with a reason', async () => {
  const one = proposal({ value: 28 });
  await chief.client.parameter.propose(one);
  await reviewer.client.parameter.decline({ id: one.id, reason: '依据不足' });
  expect(await code(chief.client.parameter.decline({ id: one.id, reason: '自己撤回' }))).toBe('PAR-105');
  const two = proposal({ value: 29 });
  await chief.client.parameter.propose(two);
  await chief.client.parameter.decline({ id: two.id, reason: '自己撤回' });
  expect(await code(reviewer.client.parameter.confirm({ id: two.id }))).toBe('PAR-105');
  const { history } = await get(chief, '2026-12-01');
  const states = new Map(history.map(({ id, state, reason }) => [id, `${state} ${reason}`]));
  expect([states.get(one.id), states.get(two.id)]).toEqual(['declined 依据不足', 'withdrawn 自己撤回']);
});

it('is never a number of law, of the whole server, of somewhere else, or of another shape', async () => {
  const refused = (more: Partial<Proposal>) => code(chief.client.parameter.propose(proposal(more)));
  expect(await refused({ name: 'tekun.age', value: 55 })).toBe('PAR-101');
  expect(await refused({ name: 'account.minLength', value: 4 })).toBe('PAR-107');
  expect(await refused({ value: -3 })).toBe('PAR-102');
  expect(await refused({ value: '31' })).toBe('PAR-102');
  expect(await refused({ to: '2026-12-01' })).toBe('PAR-103');
  expect(await refused({ region: '339902' })).toBe('API-104');
  expect(await refused({ region: '3399' })).toBe('API-104');
  expect(await refused({ region: `${county}001001` })).toBe('API-101');
  expect(await refused({ region: `${county}999` })).toBe('API-104');
  expect(await refused({ name: 'no.such' })).toBe('API-104');
  expect(await code(town.client.parameter.propose(proposal()))).toBe('API-103');
  const asked = chief.client.parameter.propose(proposal({ name: 'death.seriousMonths' }));
  expect(((await asked.catch((error: unknown) => error)) as Refused).answer.whyEn).toContain(
    'a whole number from 0 to 10,000',
  );
  expect((await get(chief, '2026-12-01', 'tekun.age')).whyNot?.en).toContain('law');
});

it('lists all numbers with what they rest on and which rules use them', async () => {
  const { items, packVersion } = await town.client.parameter.list({ region: county, on: '2026-12-01' });
  expect(packVersion).toBe(t.office.policy.version);
  expect(items.length).toBe(t.office.policy.packParameters.length);
  const of = (wanted: string) => items.find((one) => one.name === wanted);
  expect(of('death.seriousMonths')).toMatchObject({
    now: { value: 3, region: '', isLocal: false, basis: { instrument: null } },
    rules: expect.arrayContaining([expect.objectContaining({ rule: 'INC-01' })]),
  });
  expect(of('tekun.age')?.now?.basis.text.zh).toMatch(/^《.+》.*条/);
  expect(await code(neighbour.client.parameter.list({ region: county }))).toBe('API-104');
});

it('cannot be changed by hand, whoever does it', async () => {
  const change = t.office.db.asOwner((tx) => tx.run(sql`update local_value set value = '1'`));
  await expect(change).rejects.toThrow(/append only/);
  await chief.client.parameter.propose(proposal({ value: 27 }));
  await expect(
    t.office.db.asOwner((tx) =>
      tx.run(sql`insert into local_value_decision (value_id, region, proposed_by, decision, decided_by, decided_at)
        select id, region, proposed_by, 'confirmed', proposed_by, now() from local_value v
        where not exists (select 1 from local_value_decision d where d.value_id = v.id)`),
    ),
  ).rejects.toThrow(/check constraint/);
});
