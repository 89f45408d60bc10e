import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

// Every number of the board is held against the cases that it opens.

let one: TestOffice;
let lead: TestVisitor;
let clerk: TestVisitor;
let town: TestVisitor;
let other: TestVisitor;
let campaignId: string;
let seq = 100_000;

const id = () => one.office.newId();
const code = (value: string) => expect.objectContaining({ code: value });

interface Case {
  readonly workflow: string;
  readonly state: string;
  readonly kind?: string;
  readonly region?: string;
  readonly facts?: object;
  readonly amount?: number;
  readonly opened?: string;
  readonly due?: string;
  readonly parent?: string;
  readonly household?: string;
  readonly steps?: readonly (readonly [action: string, facts: object, at?: string])[];
}

/** A matter as another part of the product leaves it; numbers are only read from it. */
async function put(made: Case): Promise<string> {
  const matter = id();
  const {
    facts = {},
    kind = null,
    region = '339901001001',
    opened = '2026-06-10T10:00:00+08:00',
    steps = [],
  } = made;
  await one.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into matter (id, workflow, kind, campaign_id, region, title, state, facts, amount_fen, due_on,
        parent_id, household_id, opened_at, changed_at)
      values (${matter}, ${made.workflow}, ${kind}, ${campaignId}, ${region}, '张三', ${made.state},
        ${JSON.stringify(facts)}::jsonb, ${made.amount ?? null}, ${made.due ?? null}, ${made.parent ?? null},
        ${made.household ?? null}, ${opened}, '2026-06-25T10:00:00+08:00')`);
    for (const [i, [action, said, at = '2026-06-20T10:00:00+08:00']] of steps.entries())
      await tx.run(sql`insert into step (seq, id, matter_id, step_no, action, to_state, role, area, at, recorded_at, facts,
          evidence, request_hash, prev_hash, hash)
        values (${seq++}, ${id()}, ${matter}, ${i + 1}, ${action}, ${made.state}, 'countyLead', '339901', ${at}, now(),
          ${JSON.stringify(said)}::jsonb, '[]', '', '', '')`);
  });
  return matter;
}

async function household(region: string, members: number): Promise<string> {
  const made = id();
  await one.office.db.asOwner((tx) =>
    tx.run(sql`insert into household (id, region, programme, head_name, members, updated_at)
      values (${made}, ${region}, 'dibao_rural', '张三', ${members}, now())`),
  );
  return made;
}

async function casesBehind(who: TestVisitor, line: string, inTown?: string): Promise<number> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await who.client.campaign.cases({
      ...{ id: campaignId, line, limit: 3 },
      ...(cursor !== undefined && { cursor }),
      ...(inTown !== undefined && { town: inTown }),
    });
    for (const item of page.items) seen.add(item.id);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return seen.size;
}

const inWest = '339901002001';
const [three, two, four] = [3, 2, 4];

beforeAll(async () => {
  one = await testOffice({ at: '2026-07-01T09:00:00+08:00' });
  lead = await one.visitor('局长', { role: 'countyLead', area: '339901' });
  clerk = await one.visitor('经办', { role: 'countyCaseworker', area: '339901' });
  town = await one.visitor('东乡', { role: 'townLead', area: '339901001' });
  other = await one.visitor('乙县', { role: 'countyLead', area: '339902' });
  campaignId = id();
  const made = { stepId: id(), campaignId, template: 's1-linyi-2018', year: 2026, region: '339901' };
  await lead.client.campaign.create(made);
  await put({ workflow: 'lead', state: 'new', amount: 100 });
  await put({ workflow: 'lead', state: 'toVerify', amount: 1000, due: '2026-06-30', region: inWest });
  await put({ workflow: 'lead', state: 'verifying', due: '2026-07-02', opened: '2026-06-12T02:00:00+08:00' });
  await put({ workflow: 'lead', state: 'escalated', due: '2026-08-01', region: inWest });
  await put({ workflow: 'lead', state: 'awaitingParty', due: '2026-07-20' });
  await put({ workflow: 'lead', state: 'dismissedData', steps: [['dismissIdentity', {}]] });
  await put({ workflow: 'lead', state: 'merged' });
  await put({ workflow: 'lead', state: 'cleared', steps: [['clear', { innocentCause: 'otherPerson' }]] });
  await put({ workflow: 'lead', state: 'closed', steps: [['clear', { innocentCause: 'exempt' }]] });
  await put({ workflow: 'lead', state: 'confirmed', amount: 20_000, steps: [['confirm', {}]] });
  const acted = await put({ workflow: 'lead', state: 'actioned', amount: 300_000, steps: [['confirm', {}]] });
  const partly = await put({ workflow: 'lead', state: 'closed', amount: 7, steps: [['confirmPartly', {}]] });
  const drafted = await put({ workflow: 'lead', state: 'actioned', steps: [['confirmOmission', {}]] });
  const stopped = await household('339901001001', three);
  await put({
    ...{ workflow: 'decision', kind: 'stop', state: 'effective', parent: acted, household: stopped },
    facts: { cause: 'lead', isComplaint: true },
  });
  await put({
    workflow: 'decision',
    kind: 'reduce',
    state: 'archived',
    parent: partly,
    facts: { cause: 'lead' },
  });
  await put({
    workflow: 'decision',
    kind: 'add',
    state: 'drafted',
    parent: drafted,
    facts: { cause: 'lead' },
  });
  const added = await household(inWest, two);
  await put({
    ...{ workflow: 'decision', kind: 'add', state: 'effective', household: added, region: inWest },
    facts: { cause: 'lead', backPayFen: 45_000 },
  });
  await put({
    ...{ workflow: 'decision', kind: 'stop', state: 'effective', household: await household(inWest, four) },
    facts: { cause: 'voluntaryExit' },
  });
  await put({
    ...{
      workflow: 'recovery',
      state: 'partlyPaid',
      facts: { amountFen: 90_000, netFen: 80_000, paidFen: 200 },
    },
    steps: [
      ['recordPayment', { paidFen: 300 }],
      ['recordPayment', { paidFen: 200 }],
    ],
  });
  await put({ workflow: 'recovery', state: 'waived', facts: { amountFen: 5 } });
});
afterAll(() => one.close());

it('F-T5: tells where every lead went, and each way opens as many as it says', async () => {
  const board = await lead.client.statistics.board({ campaignId });
  const paths = Object.fromEntries(board.paths.map(({ path, count }) => [path, count]));
  expect(paths).toEqual({
    waiting: 1,
    toVisit: 3,
    awaitingAnswer: 1,
    'setAside/identityWrong': 1,
    'setAside/other': 1,
    identityWrong: 1,
    innocent: 1,
    'confirmed/none': 1,
    'confirmed/stopped': 1,
    'confirmed/deciding': 1,
    'partly/reduced': 1,
  });
  for (const [path, count] of Object.entries(paths))
    expect(await casesBehind(lead, `path:${path}`), path).toBe(count);
  const total = board.counts.find(({ line }) => line === 'leads')?.count;
  expect(board.paths.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  // The board counts leads by their ways, the campaign by their states: both say the same.
  const { counts } = await lead.client.campaign.get({ id: campaignId });
  expect(board.counts).toEqual(counts);
  expect(await casesBehind(lead, 'path:confirmed')).toBe(three);
  expect(await casesBehind(lead, 'decided:stopped')).toBe(1);
  expect(await casesBehind(lead, 'path.visited')).toBe(
    await casesBehind(lead, 'leads.verified').then((n) => n + 1),
  );
  await expect(casesBehind(lead, 'path:guilty')).rejects.toEqual(code('CAM-105'));
});

it('counts found and answered by the day in China; what is unanswered at the end is what is open', async () => {
  const { days, plan } = await lead.client.statistics.board({ campaignId });
  expect(days).toEqual([
    { on: '2026-06-10', found: 12, answered: 0 },
    { on: '2026-06-12', found: 1, answered: 0 },
    { on: '2026-06-20', found: 0, answered: 7 },
    { on: '2026-06-25', found: 0, answered: 1 },
  ]);
  const open = days.reduce((sum, { found, answered }) => sum + found - answered, 0);
  expect(await casesBehind(lead, 'leads.unanswered')).toBe(open);
  expect(plan).toEqual([
    { on: '2026-06-14', share: 1 },
    { on: '2026-07-31', share: 0 },
    { on: '2026-08-31', share: 0 },
  ]);
});

it('puts added beside removed, in households and people, with the ways out', async () => {
  const { added, removed } = await lead.client.statistics.board({ campaignId });
  const told = [...added, ...removed].map(({ line, count, people }) => [line, count, people]);
  expect(told).toEqual([
    ['added.lead', 1, two],
    ['added.discovery', 0, 0],
    ['added.other', 0, 0],
    ['removed.voluntary', 1, four],
    ['removed.reported', 1, three],
    ['removed.checked', 0, 0],
  ]);
  for (const { line, count } of [...added, ...removed])
    expect(await casesBehind(lead, line), line).toBe(count);
});

it('adds money up from the cases: what is owed is net, what was paid is every payment', async () => {
  const { money } = await lead.client.statistics.board({ campaignId });
  expect(Object.fromEntries(money.map(({ line, amountFen }) => [line, amountFen]))).toEqual({
    'money.atStake': 321_107,
    'money.confirmed': 320_007,
    'money.toRecover': 80_000,
    'money.recovered': 500,
    'money.backPaid': 45_000,
  });
  const behind = await Promise.all(money.map(({ line }) => casesBehind(lead, line)));
  expect(behind).toEqual([5, three, 1, 1, 1]);
});

it('lists towns in the order of their codes, those without leads too, and each number opens its cases', async () => {
  const { towns } = await clerk.client.statistics.board({ campaignId });
  expect(towns).toEqual([
    { town: '339901001', name: '东乡', received: 8, answered: 6, dueSoon: 1, overdue: 0, escalated: 0 },
    { town: '339901002', name: '西乡', received: 2, answered: 0, dueSoon: 0, overdue: 1, escalated: 2 },
  ]);
  for (const { town: of, name: _, ...numbers } of towns)
    for (const [line, count] of Object.entries(numbers))
      expect(await casesBehind(clerk, `town.${line}`, of), `${of} ${line}`).toBe(count);
});

it('shows a town its own, and another county nothing', async () => {
  const board = await town.client.statistics.board({ campaignId });
  expect(board.towns.map((seen) => seen.town)).toEqual(['339901001']);
  expect(board.counts.find(({ line }) => line === 'leads')?.count).toBe(11);
  await expect(other.client.statistics.board({ campaignId })).rejects.toEqual(code('API-104'));
});
