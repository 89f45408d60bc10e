import { verify } from '@yangguang/store/audit/verify';
import { sql } from '@yangguang/store/sql';
import { workflows } from '@yangguang/domain/workflows/all';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Office } from '../http/call.ts';
import { openLog } from '../log/open-log.ts';
import { journalRoom } from '../office/journal-room.ts';
import {
  east,
  eastVillage,
  household,
  manyTasks,
  task,
  twoCounties,
} from '../operations/matter/test-matters.ts';
import { runDueClocks } from './run-due-clocks.ts';

let desk: Awaited<ReturnType<typeof twoCounties>>;
const said: string[] = [];
const log = openLog('info', { write: (line: string) => void said.push(line) });
const nothing = { acted: 0, escalated: 0, recounted: 0, failed: 0 };

beforeEach(async () => {
  await desk?.one.close();
  desk = await twoCounties();
});
afterAll(() => desk.one.close());

const newId = (): string => desk.one.office.newId();
const run = (office: Office = desk.one.office, most = 1000): ReturnType<typeof runDueClocks> =>
  runDueClocks(office, log, { most });
const isWhole = async (): Promise<boolean> => {
  const { office } = desk.one;
  return (await verify(office.db, journalRoom(office))).isWhole;
};

/** A task of the east town, assigned to a clerk until the day. */
async function assigned(dueOn: string): Promise<string> {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  await people.eastLead.client.matter.act({
    ...{ matterId: id, stepId: newId(), expectedVersion: 0, action: 'assign' },
    facts: { responsibleUnit: '东乡', responsiblePerson: [people.eastCase.account.id], dueOn },
  });
  return id;
}

it('the clock takes its step when the last day is past, once, and says when the time was over', async () => {
  const id = await assigned('2026-12-10');
  const { client } = desk.people.eastLead;
  desk.one.setClock('2026-12-10T23:59:59+08:00');
  expect(await run()).toEqual(nothing);
  expect((await client.matter.get({ id })).state).toBe('assigned');
  // The server slept for two days: the time was over when it was over.
  desk.one.setClock('2026-12-13T08:00:00+08:00');
  expect(await run()).toEqual({ ...nothing, acted: 1 });
  expect(await run()).toEqual(nothing);
  const now = await client.matter.get({ id });
  expect(now.state).toBe('overdue');
  expect(now.steps.at(-1)).toMatchObject({
    ...{ action: 'fallOverdue', by: null, role: 'clock', at: '2026-12-10T16:00:00.000Z' },
    recordedAt: '2026-12-13T00:00:00.000Z',
  });
  expect(await isWhole()).toBe(true);
});

it('several servers at once do each thing once', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => assigned('2026-12-10')));
  desk.one.setClock('2026-12-11T08:00:00+08:00');
  const rounds = await Promise.all([run(), run(), run()]);
  const sum = (kind: keyof typeof nothing): number => rounds.reduce((n, round) => n + round[kind], 0);
  // What one of them found locked by another is left to the next round.
  expect(sum('acted') + (await run()).acted).toBe(ids.length);
  expect(sum('failed')).toBe(0);
  const steps = await desk.one.office.db.asOwner((tx) =>
    tx.rows(sql`select matter_id from step where action = 'fallOverdue'`),
  );
  expect(new Set(steps.map((s) => (s as { matter_id: string }).matter_id)).size).toBe(ids.length);
  expect(steps).toHaveLength(ids.length);
});

it('a time that nobody’s step ends is told to the office above, stays on its list until something is done', async () => {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  const listed = async (who: 'county' | 'eastLead' | 'countyLead'): Promise<string[]> => {
    const found = await people[who].client.matter.list({ filter: ['escalated:me'] });
    return found.items.map((item) => item.id);
  };
  one.setClock('2026-11-26T08:00:00+08:00');
  expect(await listed('county')).toEqual([]);
  expect(await run()).toEqual({ ...nothing, escalated: 1 });
  expect(await run()).toEqual(nothing);
  expect(await listed('county')).toEqual([id]);
  expect(await listed('countyLead')).toEqual([id]);
  expect(await listed('eastLead')).toEqual([]);
  const told = await people.eastLead.client.matter.get({ id });
  expect(told).toMatchObject({ state: 'todo', escalatedTo: '339901', dueOn: '2026-11-25', isOverdue: true });
  expect(told.steps.at(-1)).toMatchObject({
    ...{ action: 'matter.escalate', title: { zh: '逾期报上一级' } },
    facts: { clock: 'assigning', to: '339901' },
  });
  // Telling takes nothing away from what anybody read before.
  await people.eastLead.client.matter.act({
    ...{ matterId: id, stepId: newId(), expectedVersion: 0, action: 'assign' },
    facts: { responsibleUnit: '东乡', responsiblePerson: [people.eastCase.account.id], dueOn: '2026-12-20' },
  });
  expect(await listed('county')).toEqual([]);
  expect(await isWhole()).toBe(true);
});

it('those responsible are reminded from the day that the workflow says to the end', async () => {
  const id = await assigned('2026-12-10');
  const { client } = desk.people.eastCase;
  const reminded = async (): Promise<string[]> =>
    (await client.matter.list({ filter: ['remind:yes', 'assigned:me'] })).items.map((item) => item.id);
  desk.one.setClock('2026-12-02T12:00:00+08:00');
  expect(await reminded()).toEqual([]);
  desk.one.setClock('2026-12-03T12:00:00+08:00');
  expect(await reminded()).toEqual([id]);
  desk.one.setClock('2026-12-10T12:00:00+08:00');
  expect(await reminded()).toEqual([id]);
  desk.one.setClock('2026-12-11T12:00:00+08:00');
  expect(await reminded()).toEqual([]);
  expect((await client.matter.list({ filter: ['overdue:yes'] })).items.map((item) => item.id)).toEqual([id]);
  const longest = Object.values(workflows).flatMap(({ clocks }) =>
    Object.values(clocks).flatMap(({ remindDays = [] }) => remindDays),
  );
  expect(Math.max(...longest)).toBeLessThanOrEqual(31);
});

it('the family’s time to answer runs out by itself, and the paper says so', async () => {
  const { people, one } = desk;
  const { client } = people.eastLead;
  const home = await household(one, '赵小河', eastVillage);
  const matterId = newId();
  await client.matter.open({
    ...{ stepId: newId(), matterId, workflow: 'notice', householdId: home },
    facts: { kind: 'evidenceRequest' },
  });
  let expectedVersion = 0;
  const act = async (action: string, more: object = {}): Promise<void> => {
    const sent = { matterId, stepId: newId(), expectedVersion, action, ...more };
    expectedVersion = (await client.matter.act(sent)).version;
  };
  await act('approve');
  await act('issue', { facts: { letterNo: '东民告〔2026〕1号' } });
  await act('startDelivery');
  const stepId = newId();
  const paper = { matterId, stepId, kind: 'deliveryReceipt', title: '送达回证', paperNo: '1' } as const;
  await client.evidence.register(paper);
  const served = { servedOn: '2026-11-21', method: 'direct', receivedBy: '赵小河', relation: 'self' };
  await act('serve', { facts: served, evidence: [stepId] });
  const { dueOn } = await client.matter.get({ id: matterId });
  expect(dueOn).toBe('2026-12-01');
  one.setClock('2026-12-02T00:00:00+08:00');
  expect(await run()).toEqual({ ...nothing, acted: 1 });
  expect(await client.matter.get({ id: matterId })).toMatchObject({ state: 'expired' });
});

it('a limit that policy has made longer meanwhile is counted anew, not acted upon', async () => {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  const { policy } = one.office;
  const find: typeof policy.find = (parameter, region, on) =>
    parameter === 'task.assignDays' ? { value: 20, unit: 'days' } : policy.find(parameter, region, on);
  one.setClock('2026-11-26T08:00:00+08:00');
  const newer = { ...one.office, policy: { ...policy, find } };
  expect(await run(newer)).toEqual({ ...nothing, recounted: 1 });
  expect(await run(newer)).toEqual(nothing);
  expect(await people.eastLead.client.matter.get({ id })).toMatchObject({
    dueOn: '2026-12-11',
    escalatedTo: null,
  });
});

it('looks at what is due only, and one matter that cannot be read holds up no other', async () => {
  const { office } = desk.one;
  await manyTasks(desk.one, east, 210);
  const [broken, ...others] = await Promise.all([
    assigned('2026-11-24'),
    assigned('2026-11-24'),
    assigned('2026-11-24'),
  ]);
  await office.db.asOwner(async (tx) => {
    await tx.run(sql`alter table step disable trigger user`);
    await tx.run(sql`update step set private = '\\x00' where matter_id = ${broken} and step_no = 1`);
    await tx.run(sql`alter table step enable trigger user`);
  });
  desk.one.setClock('2026-11-25T08:00:00+08:00');
  expect(await run()).toEqual({ ...nothing, acted: others.length, failed: 1 });
  expect(said.some((line) => line.includes(String(broken)))).toBe(true);
  // The others are due a day later: more than a page of them, told in one round.
  desk.one.setClock('2026-11-26T08:00:00+08:00');
  expect(await run()).toMatchObject({ escalated: 210, failed: 1 });
  await manyTasks(desk.one, east, 5);
  desk.one.setClock('2026-12-02T08:00:00+08:00');
  // Five, and the two that were overdue long enough to be told; the one that cannot be read is tried every time.
  for (const escalated of [3, 3, 1]) expect(await run(undefined, 4)).toMatchObject({ escalated, failed: 1 });
});
