import type { NextEnd } from './step-row.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everywhere } from '../database.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import type { Room } from './room.ts';
import { dueMatters, officeAbove, runClock } from './run-clock.ts';
import { takeStep } from './take-step.ts';
import { errandAt, firstHand, furnish, openErrands, testId, testRoom, town } from './test-room.ts';

let test: TestDatabase;
const now = '2026-11-21T09:00:00.000Z';
const end: NextEnd = {
  clock: 'deadline',
  startedOn: '2026-11-20',
  endsAt: '2026-11-21T00:00:00.000Z',
  action: 'note',
};

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
});
afterAll(() => test.close());

/** A room whose one clock ends so, until the office above is told of it. */
function roomWith(next: NextEnd): Room {
  return {
    ...testRoom(now),
    newId: () => crypto.randomUUID(),
    readClock: ({ told = [] }) => ({
      ...{ clock: 'deadline', dueOn: '2026-11-20', dueAt: null },
      next: told.length > 0 ? null : next,
      escalatedTo: told[0]?.to ?? null,
    }),
  };
}
const run = (room: Room, n: number): Promise<string> =>
  test.db.within(everywhere, (tx) => runClock(tx, room, testId(n)));
const stepsOf = (n: number): Promise<object[]> =>
  test.db.asOwner((tx) =>
    tx.rows(
      sql`select action, role, account_id, at, facts from step where matter_id = ${testId(n)} order by step_no`,
    ),
  );

it('does a thing once; when its time runs on all the same, the office above is told, and then there is peace', async () => {
  const room = roomWith(end);
  await openErrands(test.db, room, [errandAt(1)]);
  expect(await run(room, 1)).toBe('acted');
  expect(await run(room, 1)).toBe('escalated');
  expect(await run(room, 1)).toBe('nothing');
  expect(await stepsOf(1)).toMatchObject([
    { action: 'matter.open' },
    { action: 'note', role: 'clock', account_id: null, at: new Date(end.endsAt) },
    {
      action: 'matter.escalate',
      role: 'clock',
      at: new Date(now),
      facts: { clock: 'deadline', to: '371302' },
    },
  ]);
});

it('what the workflow refuses the clock is told to the office above, with the reason', async () => {
  const room = roomWith({ ...end, action: 'close' });
  await openErrands(test.db, room, [errandAt(2)]);
  expect(await run(room, 2)).toBe('escalated');
  expect(await run(room, 2)).toBe('nothing');
  const [, told] = await stepsOf(2);
  expect(told).toMatchObject({ action: 'matter.escalate', facts: { refused: 'WF-101' } });
  const row = await test.db.asOwner((tx) =>
    tx.get(sql`select state, escalated_to, wake_at from matter where id = ${testId(2)}`),
  );
  expect(row).toEqual({ state: 'todo', escalated_to: '371302', wake_at: null });
});

it('is done no earlier than the step before it, though the time was over before that', async () => {
  const room = roomWith({ ...end, endsAt: '2026-11-20T00:30:00.000Z' });
  await openErrands(test.db, room, [errandAt(3)]);
  expect(await run(room, 3)).toBe('acted');
  expect((await stepsOf(3))[1]).toMatchObject({ at: errandAt(3).at });
});

it('leaves alone what somebody has in hand, and finds it in the next round', async () => {
  const room = roomWith(end);
  await openErrands(test.db, room, [errandAt(4)]);
  await test.db.within({ scopes: [{ area: town, programmes: null }] }, async (tx) => {
    await takeStep(
      tx,
      room,
      { scopes: [{ area: town, programmes: null }] },
      {
        ...{ stepId: testId(700_004), matterId: testId(4), action: 'note', expectedVersion: 0, facts: {} },
        ...{ reason: null, evidence: [], doneAt: null, hands: [firstHand] },
      },
    );
    expect(await run(room, 4)).toBe('nothing');
  });
  const due = await test.db.within(everywhere, (tx) =>
    dueMatters(tx, new Date(now), { after: null, limit: 10 }),
  );
  expect(due.map(({ id }) => id)).toContain(testId(4));
  expect(await run(room, 4)).toBe('acted');
});

it('the office above is a level above whoever has it in hand, and higher the second time', () => {
  const at = (
    region: string,
    assigned_area: string | null = null,
    escalated_to: string | null = null,
  ): string => officeAbove({ region, assigned_area, escalated_to });
  expect(at('339901001001')).toBe('339901');
  expect(at('339901')).toBe('3399');
  expect(at('339901001001', '339901001001')).toBe('339901001');
  expect(at('339901001', '339901')).toBe('3399');
  expect(at('339901001', null, '339901')).toBe('3399');
  expect(at('33')).toBe('33');
});
