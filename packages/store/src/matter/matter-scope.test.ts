import { afterAll, beforeAll, expect, it } from 'vitest';
import { everywhere, type Reach, type Transaction } from '../database.ts';
import { addEvidence, findEvidence, listEvidence } from '../evidence/evidence.ts';
import { findWholeMatter } from '../journal/allowances.ts';
import { assertMattersSeen } from '../journal/linked-matters.ts';
import { openMatters } from '../journal/open-matters.ts';
import { assignMatter, linkMatter, noteMatter, returnMatter } from '../journal/plain-acts.ts';
import { rehearseStep } from '../journal/ready-step.ts';
import { takeStep } from '../journal/take-step.ts';
import { errandAt, firstHand, furnish, otherTown, testId, testRoom, town } from '../journal/test-room.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { countQueue } from './count-queue.ts';
import { countMatters, listMatters } from './list-matters.ts';
import { findMatter, lockMatter, mattersById } from './lock-matter.ts';

// Scope in the service layer by itself: everything here runs as the owner, for whom no row-level security holds.
let test: TestDatabase;
const room = testRoom();
const here: Reach = { scopes: [{ area: town, programmes: ['dibao_rural'] }] };
const inside = testId(1001);
/** Elsewhere, of another programme, sealed, restricted: in the database, and out of reach. */
const outside = {
  elsewhere: testId(1002),
  programme: testId(1003),
  sealed: testId(1004),
  restricted: testId(1005),
};
const all = [inside, ...Object.values(outside)];
const paperOf = (matterId: string): string => matterId.replace('-8000-', '-a000-');
let steps = 800_000;

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
  const at = (n: number, more: object = {}) => {
    const plain = errandAt(n);
    return { ...plain, header: { ...plain.header, assignedTo: testId(1), ...more } };
  };
  await test.db.asOwner(async (tx) => {
    const openings = [
      at(1001),
      at(1002, { region: otherTown, householdId: testId(201) }),
      at(1003, { programme: 'tekun' }),
      at(1004, { isSealed: true }),
      at(1005),
    ];
    await openMatters(tx, room, openings);
    await tx.run(sql`update matter set is_restricted = true where id = ${outside.restricted}`);
    for (const matterId of all)
      await addEvidence(
        tx,
        room,
        everywhere,
        { ...plain(matterId), hands: [{ ...firstHand, area: '' }] },
        { id: paperOf(matterId), kind: 'proof', title: '证明', file: null, paperNo: matterId.slice(-4) },
      );
  });
});
afterAll(() => test.close());

function plain(matterId: string) {
  steps += 1;
  return {
    stepId: testId(steps),
    matterId,
    expectedVersion: null,
    reason: null,
    hands: [{ ...firstHand, area: '' }],
  };
}
const step = (matterId: string) => ({
  ...plain(matterId),
  action: 'note',
  facts: {},
  evidence: [],
  doneAt: null,
});
const found = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);
const page = { after: null, limit: 50 };
const errands = { workflows: ['errand'] };

/** Every way to read: the matters it gives of all there are. */
const reads: Readonly<Record<string, (tx: Transaction, reach: Reach) => Promise<readonly string[]>>> = {
  listMatters: async (tx, reach) => found(await listMatters(tx, reach, errands, page)),
  'listMatters by person': async (tx, reach) =>
    found(await listMatters(tx, reach, { ...errands, assignedTo: testId(1) }, page)),
  'listMatters by town': async (tx, reach) =>
    found(await listMatters(tx, reach, { ...errands, towns: [town, otherTown] }, page)),
  countMatters: async (tx, reach) => all.slice(0, await countMatters(tx, reach, errands)),
  countQueue: async (tx, reach) => {
    const lines = await countQueue(tx, testId(1), '2026-11-21', reach);
    return all.slice(
      0,
      lines.reduce((n, line) => n + line.open, 0),
    );
  },
  mattersById: async (tx, reach) => found(await mattersById(tx, reach, all)),
  findMatter: (tx, reach) => each((id) => findMatter(tx, reach, id)),
  lockMatter: (tx, reach) => each((id) => lockMatter(tx, reach, id)),
  findWholeMatter: (tx, reach) => each((id) => findWholeMatter(tx, room, reach, id)),
  listEvidence: (tx, reach) => each(async (id) => (await listEvidence(tx, reach, id))[0] ?? null),
  findEvidence: (tx, reach) => each((id) => findEvidence(tx, reach, paperOf(id))),
};

async function each(read: (id: string) => Promise<unknown>): Promise<string[]> {
  const given: string[] = [];
  for (const id of all) if ((await read(id)) !== null) given.push(id);
  return given;
}

it.each(Object.keys(reads))('%s gives what is in reach and nothing else', async (name) => {
  const read = reads[name] ?? (() => Promise.resolve([]));
  await test.db.asOwner(async (tx) => {
    expect(await read(tx, here)).toEqual([inside]);
    expect(await read(tx, { scopes: [] })).toEqual([]);
    expect([...(await read(tx, everywhere))].sort()).toEqual([...all].sort());
  });
});

/** Every way to act on a matter. */
const acts: Readonly<Record<string, (tx: Transaction, reach: Reach, id: string) => Promise<unknown>>> = {
  takeStep: (tx, reach, id) => takeStep(tx, room, reach, step(id)),
  rehearseStep: (tx, reach, id) => rehearseStep(tx, room, reach, step(id)),
  assignMatter: (tx, reach, id) =>
    assignMatter(tx, room, reach, { ...plain(id), area: null, account: testId(1), dueOn: null }),
  returnMatter: (tx, reach, id) => returnMatter(tx, room, reach, { ...plain(id), reason: '退回' }),
  noteMatter: (tx, reach, id) => noteMatter(tx, room, reach, { ...plain(id), reason: '备注' }),
  linkMatter: (tx, reach, id) => linkMatter(tx, room, reach, { ...plain(id), to: inside }),
  addEvidence: (tx, reach, id) =>
    addEvidence(tx, room, reach, plain(id), { kind: 'proof', title: '证明', file: null, paperNo: '9' }),
};

it.each(Object.keys(acts))(
  '%s does nothing to what is out of reach, though the hand would reach it',
  async (name) => {
    const act = acts[name] ?? (() => Promise.resolve());
    for (const id of Object.values(outside))
      await expect(test.db.asOwner((tx) => act(tx, here, id))).rejects.toMatchObject({ code: 'API-104' });
    const { n } = await test.db.asOwner((tx) =>
      tx.get<{ n: bigint }>(
        sql`select count(*) as n from step where matter_id = any(${Object.values(outside)}::uuid[])`,
      ),
    );
    // The opening and the paper of each.
    expect(n).toBe(8n);
  },
);

it('what is out of reach is linked to nothing', async () => {
  for (const to of Object.values(outside)) {
    await expect(test.db.asOwner((tx) => assertMattersSeen(tx, here, [inside, to]))).rejects.toMatchObject({
      code: 'MAT-106',
    });
    const link = (tx: Transaction) => linkMatter(tx, room, here, { ...plain(inside), to });
    await expect(test.db.asOwner(link)).rejects.toMatchObject({ code: 'MAT-106' });
  }
  await test.db.asOwner((tx) => assertMattersSeen(tx, here, [inside]));
});
