import { checkDigit } from '@yangguang/domain/words/id-check';
import { lead as leadWorkflow } from '@yangguang/domain/workflows/lead';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteReads, type ReadNote } from '../audit/read-log.ts';
import { readsOfHousehold, searchReads, searchSteps } from '../audit/search-reads.ts';
import { everywhere, type Reach, type Transaction } from '../database.ts';
import { benefitsOf, entitlementsOf } from '../household/benefits.ts';
import { findByName, findByNumber, findHousehold } from '../household/find-household.ts';
import { putHouseholds } from '../household/household.ts';
import { handsOnHouseholds, mattersOfHousehold } from '../household/household-matters.ts';
import { kinOf } from '../household/kinship.ts';
import { openMatters, plainHeader } from '../journal/open-matters.ts';
import type { Room } from '../journal/room.ts';
import { furnish, otherTown, testId, testRoom, town } from '../journal/test-room.ts';
import { listMatters } from '../matter/list-matters.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { enterLeads, type NewLead } from './enter-leads.ts';
import { cardFacts, leadMattersOf } from './lead-cards.ts';
import { findLead, foundBefore, leadsOfHousehold, leadsOfMatters, openLead } from './read-leads.ts';
import { ruleRecords } from './rule-records.ts';

// Scope in the service layer by itself: everything here runs as the owner, for whom no row-level security holds.
const here: Reach = { scopes: [{ area: town, programmes: null }] };
const tekun: Reach = { scopes: [{ area: town, programmes: ['tekun'] }] };
const nowhere: Reach = { scopes: [] };
const base = testRoom();
const room: Room = { ...base, workflows: { ...base.workflows, lead: leadWorkflow } };
const at = new Date('2026-11-20T02:00:00Z');
const day = '2026-11-20';
const number = (i: number): string => {
  const front = ['371302', '19540607', String(i).padStart(3, '0')].join('');
  return `${front}${checkDigit(front)}`;
};
const home = testId(4000);
const away = testId(4001);
const matterOf = new Map<string, string>();

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
  await test.db.asOwner(async (tx) => {
    await putHouseholds(tx, room.vault, [household(4000, town, 1), household(4001, otherTown, 2)], at);
    await enterLeads(tx, room, [finding('H', town, home), finding('A', otherTown, away), restricted()], at);
    for (const [i, region, householdId] of [
      [5000, town, home],
      [5001, otherTown, away],
    ] as const)
      await openMatters(tx, room, [errand(i, region, householdId)]);
    await tx.run(sql`insert into kinship (account_id, household_id, relation, declared_at)
      select ${testId(1)}, unnest(${[home, away]}::uuid[]), '叔侄', ${at}`);
    await noteReads(tx, room.vault, [note('371302001', home, town), note('371302001', away, otherTown)]);
    await noteReads(tx, room.vault, [note('3799', home, town), note('3799', away, otherTown)]);
    for (const { id, matter_id: matter } of await tx.rows<{ id: string; matter_id: string }>(
      sql`select id, matter_id from lead`,
    ))
      matterOf.set(id, matter);
  });
});
afterAll(() => test.close());

const household = (n: number, region: string, serial: number) => ({
  ...{ id: testId(n), region, programme: 'dibao_rural', headName: '周一', address: null },
  private: {
    members: [{ name: '周一', idNumber: number(serial), relation: 'self', isInsured: true }],
    accounts: [],
    phones: ['13912345678'],
  },
  entitlements: [
    {
      ...{ id: testId(n + 100), programme: 'dibao_rural', monthlyFen: 100n },
      ...{ fromMonth: '2026-01-01', toMonth: null },
    },
  ],
});
const finding = (id: string, region: string, householdId: string): NewLead => ({
  ...{ id, household_id: householdId, run_id: testId(9), rule: 'INC-01', family: 'INC', severity: 'suspect' },
  ...{ identity_tier: 'same', grade: 'lead', subject_kind: 'person', subject_name: '周一', period: null },
  ...{ summary_zh: '', summary_en: '', is_restricted: false, region, programme: 'dibao_rural' },
  ...{ amount_fen: 100n, pack_version: '1', rule_hash: 'h', campaignId: null, facts: {} },
  // One subject in both places: what was found elsewhere is told to nobody here.
  private: { subjectKey: 'same', facts: { id } },
});
const restricted = (): NewLead => ({
  ...finding('R', town, home),
  ...{ rule: 'KIN-01', is_restricted: true },
});
const errand = (n: number, region: string, householdId: string) => ({
  ...{ matterId: testId(n), stepId: testId(n + 500), facts: {}, reason: null, at, sent: null },
  header: {
    ...plainHeader({ workflow: 'errand', region, programme: 'dibao_rural', title: '周一' }),
    ...{ householdId, assignedTo: testId(1) },
  },
  hand: { accountId: testId(1), role: 'townCaseworker', area: town },
});
const note = (region: string, householdId: string, place: string): ReadNote => ({
  ...{ at, accountId: testId(1), sessionId: null, role: 'townCaseworker', kind: 'person' },
  ...{ operation: 'household.get', reason: null, outcome: 'given', code: null, address: null, region },
  subject: { household: householdId, place },
});

type Read = (tx: Transaction, reach: Reach) => Promise<readonly unknown[]>;
const first = { after: null, limit: 50 };
const latest = { before: null, limit: 50 };
const one = (row: unknown): unknown[] => (row === null ? [] : [row]);

/** Every reading function of these rooms: how many rows of the town there are for it, and all of them. */
const reads: Readonly<Record<string, readonly [here: number, all: number, read: Read]>> = {
  listMatters: [
    1,
    2,
    (tx, reach) => listMatters(tx, reach, { workflows: ['lead'], firstOfHousehold: true }, first),
  ],
  leadMattersOf: [1, 3, (tx, reach) => leadMattersOf(tx, reach, [home, away], { ended: false, most: 9 })],
  cardFacts: [1, 2, (tx, reach) => cardFacts(tx, reach, [home, away], day)],
  leadsOfMatters: [1, 3, (tx, reach) => leadsOfMatters(tx, reach, [...matterOf.values()])],
  'leadsOfHousehold here': [1, 2, (tx, reach) => leadsOfHousehold(tx, reach, home)],
  'leadsOfHousehold away': [0, 1, (tx, reach) => leadsOfHousehold(tx, reach, away)],
  'findLead away': [0, 1, async (tx, reach) => one(await findLead(tx, reach, matterOf.get('A') ?? ''))],
  'findLead restricted': [0, 1, async (tx, reach) => one(await findLead(tx, reach, matterOf.get('R') ?? ''))],
  foundBefore: [
    0,
    1,
    async (tx, reach) => {
      const row = await findLead(tx, everywhere, matterOf.get('H') ?? '');
      return row === null ? [] : foundBefore(tx, reach, room.vault, row, openLead(room.vault, row));
    },
  ],
  'ruleRecords INC': [
    1,
    2,
    async (tx, reach) =>
      Array.from({
        length: (await ruleRecords(tx, reach, { rules: ['INC-01'], campaigns: [] }))[0]?.found ?? 0,
      }),
  ],
  'ruleRecords KIN': [0, 1, (tx, reach) => ruleRecords(tx, reach, { rules: ['KIN-01'], campaigns: [] })],
  'findHousehold away': [0, 1, async (tx, reach) => one(await findHousehold(tx, reach, away))],
  'findByNumber id': [
    0,
    1,
    (tx, reach) => findByNumber(tx, room.vault, reach, { kind: 'id', text: number(2) }),
  ],
  'findByNumber name': [
    1,
    2,
    (tx, reach) => findByNumber(tx, room.vault, reach, { kind: 'name', text: '周一' }),
  ],
  'findByNumber phone': [
    1,
    2,
    (tx, reach) => findByNumber(tx, room.vault, reach, { kind: 'phone', text: '13912345678' }),
  ],
  findByName: [1, 2, (tx, reach) => findByName(tx, reach, '371302', '周', first)],
  entitlementsOf: [0, 1, (tx, reach) => entitlementsOf(tx, reach, away, day)],
  benefitsOf: [0, 1, (tx, reach) => benefitsOf(tx, reach, away, first)],
  mattersOfHousehold: [0, 1, (tx, reach) => mattersOfHousehold(tx, reach, away)],
  handsOnHouseholds: [1, 2, (tx, reach) => handsOnHouseholds(tx, reach, [home, away])],
  kinOf: [0, 1, (tx, reach) => kinOf(tx, reach, away)],
  searchSteps: [2, 5, (tx, reach) => searchSteps(tx, reach, {}, latest)],
  // Two by a reader of the town, and one by somebody from elsewhere about a family of the town.
  searchReads: [3, 4, (tx, reach) => searchReads(tx, reach, { kinds: ['person'] }, latest)],
  'readsOfHousehold here': [2, 2, (tx, reach) => readsOfHousehold(tx, reach, home, latest)],
  'readsOfHousehold away': [0, 2, (tx, reach) => readsOfHousehold(tx, reach, away, latest)],
};

it.each(Object.entries(reads))(
  '%s gives what is in reach and nothing else',
  async (_, [inTown, all, read]) => {
    const rows = (reach: Reach) => test.db.asOwner((tx) => read(tx, reach));
    expect(await rows(everywhere)).toHaveLength(all);
    expect(await rows(here)).toHaveLength(inTown);
    expect(await rows(nowhere)).toEqual([]);
  },
);

it('leaves out other programmes', async () => {
  const rows = (read: Read | undefined) => test.db.asOwner(async (tx) => (await read?.(tx, tekun)) ?? null);
  for (const name of ['listMatters', 'cardFacts', 'leadsOfMatters', 'findByNumber name', 'findByName'])
    expect(await rows(reads[name]?.[2]), name).toEqual([]);
});

it('the audit by row-level security alone: reads of the own area, and of families of it by whoever', async () => {
  const seen = (reach: Reach) =>
    test.db.within(reach, (tx) =>
      tx.rows<{ region: string; place: string }>(
        sql`select region, place from read_log where kind = 'person' order by seq`,
      ),
    );
  expect(await seen(here)).toEqual([
    { region: town, place: town },
    { region: town, place: otherTown },
    { region: '3799', place: town },
  ]);
  expect(await seen({ scopes: [{ area: otherTown, programmes: null }] })).toEqual([
    { region: town, place: otherTown },
    { region: '3799', place: otherTown },
  ]);
  expect(await seen({ scopes: [{ area: '44', programmes: null }] })).toEqual([]);
});
