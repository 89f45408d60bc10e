import { verify } from '@yangguang/store/audit/verify';
import { workflows } from '@yangguang/domain/workflows/all';
import { openFrame, type SampleRow } from '@yangguang/store/sample/sample-row';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SampleOffice, sampleOffice } from './test-sample-office.ts';

let s: SampleOffice;
beforeAll(async () => {
  s = await sampleOffice();
});
afterAll(() => s.one.close());

const id = (): string => s.one.office.newId();
const code = (value: string) => expect.objectContaining({ code: value });

it('F-P4: whoever investigated first neither checks again nor enters the result', async () => {
  const { one, inspector, second, clerk, county, campaignId, plan, draw, itemsOf } = s;
  const matterId = await plan();
  const { input } = await draw(matterId);
  const before = await itemsOf(input.sampleId);
  const householdId =
    before.find((item) => !item.isMust && item.region.startsWith('339901001'))?.householdId ?? '';
  const first = id();
  await clerk.client.matter.open({ stepId: id(), matterId: first, workflow: 'verification', householdId });
  const pair = [clerk.account.id, county.account.id];
  await clerk.client.matter.act({
    ...{ stepId: id(), matterId: first, action: 'schedule', expectedVersion: 0 },
    facts: { visitors: pair, plannedOn: '2026-06-02' },
  });
  // Drawn again, with the visit on record; the whole town, so that the household is among them.
  const next = await plan();
  const { input: again } = await draw(next, false, { '339901001': 10 });
  const wanted = { sampleId: again.sampleId, householdIds: [householdId] };
  for (const checkers of [pair, [inspector.account.id, clerk.account.id]])
    await expect(inspector.client.sample.assign({ ...wanted, checkers })).rejects.toEqual(code('SMP-109'));
  const frame = await one.office.db.asOwner(async (tx) =>
    openFrame(
      one.office.vault,
      await tx.get<SampleRow>(sql`select * from sample where id = ${again.sampleId}`),
    ),
  );
  expect(frame.find((h) => h.id === householdId)?.investigators).toEqual([...pair].sort());
  const team = [inspector.account.id, second.account.id];
  const { opened } = await inspector.client.sample.assign({ ...wanted, checkers: team });
  expect(await inspector.client.sample.assign({ ...wanted, checkers: team })).toEqual({ opened });
  const visit = await inspector.client.matter.get({ id: opened[0]?.matterId ?? '' });
  expect(visit).toMatchObject({
    workflow: 'verification',
    campaignId,
    parentId: next,
    facts: { isRecheck: true },
  });
});

it('F-P5: results against the first round, with an error rate and its interval; the absent are replaced in order', async () => {
  const { inspector, stranger, kin, left, plan, draw, itemsOf, arrive, visited } = s;
  const matterId = await plan();
  const { input } = await draw(matterId);
  const { sampleId, team } = input;
  await arrive(matterId);
  const items = await itemsOf(sampleId);
  const free = items.filter((item) => !item.isMust && item.region.startsWith('339901001'));
  const [absent, wrong, right] = free.map((item) => item.householdId);
  const enter = (householdId: string | undefined, result: 'keep' | 'stop', who = inspector) =>
    who.client.sample.enter({ sampleId, householdId: householdId ?? '', result });

  await expect(enter(wrong, 'stop')).rejects.toEqual(code('SMP-115'));
  const householdIds = [wrong ?? '', right ?? '', kin];
  const { opened } = await inspector.client.sample.assign({ sampleId, householdIds, checkers: team });
  await visited(opened.map((o) => o.matterId));
  expect(await enter(wrong, 'stop')).toEqual({ first: 'keep', second: 'stop', isDifferent: true });
  expect(await enter(right, 'keep')).toMatchObject({ isDifferent: false });
  expect(await enter(kin, 'keep')).toMatchObject({ isDifferent: false });
  expect(await enter(wrong, 'stop')).toMatchObject({ isDifferent: true });
  await expect(enter(wrong, 'keep')).rejects.toEqual(code('SMP-111'));
  await expect(enter(right, 'keep', stranger)).rejects.toEqual(code('SMP-114'));
  await expect(enter(left, 'keep')).rejects.toEqual(code('SMP-106'));

  const gone = { sampleId, householdId: absent ?? '', reason: '全家外出，三次上门无人' };
  const { by, shortPersons } = await inspector.client.sample.replace(gone);
  expect(by.length).toBeGreaterThan(0);
  expect(by.every((other) => !items.some((item) => item.householdId === other))).toBe(true);
  expect(shortPersons).toBe(0);
  await expect(inspector.client.sample.replace(gone)).rejects.toEqual(code('SMP-106'));
  await expect(inspector.client.sample.replace({ ...gone, householdId: wrong ?? '' })).rejects.toEqual(
    code('SMP-111'),
  );
  const later = await itemsOf(sampleId);
  expect(later.find((item) => item.householdId === absent)).toMatchObject({
    isReplaced: true,
    reason: gone.reason,
  });
  expect(later.filter((item) => item.replaces === absent).map((item) => item.householdId)).toEqual(by);
  expect((await inspector.client.sample.repeat({ id: sampleId })).isSame).toBe(true);

  const report = await inspector.client.sample.differences({ id: sampleId });
  expect(report).toMatchObject({ checked: 3, differing: 1, confidence: 0.95 });
  expect(report.unchecked).toBe(items.length - 1 + by.length - 3);
  expect(report.kinds).toEqual([{ kind: 'keep → stop', households: 1 }]);
  expect(report.differences).toEqual([expect.objectContaining({ householdId: wrong, town: '339901001' })]);
  const low = report.strata.find((s) => s.stratum.startsWith('339901001') && s.part === 'drawn');
  expect(low).toMatchObject({ checked: 2, differing: 1, interval: { rate: 0.5 } });
  expect(low?.interval?.low).toBeLessThan(0.5);
  expect(low?.interval?.high).toBeGreaterThan(0.5);
  expect(report.overall?.rate).toBeGreaterThan(0);
});

it('neither inspection nor campaign goes on while drawn households wait, and both do once each has its result', async () => {
  const { city, inspector, campaignId, plan, draw, arrive, itemsOf, visited } = s;
  const matterId = await plan();
  const { input } = await draw(matterId);
  const { sampleId, team } = input;
  await arrive(matterId);
  const guards = async () => (await city.client.campaign.get({ id: campaignId })).guards;
  const findings = async () => {
    const { actions } = await inspector.client.matter.get({ id: matterId });
    return actions.find((a) => a.action === 'enterFindings');
  };
  expect(await guards()).toMatchObject({
    sampleShareMet: 'false',
    inspectionsOpen: expect.not.stringMatching(/^0$/),
  });
  expect(await findings()).toMatchObject({ may: false, why: { code: 'WF-108' } });
  const householdIds = (await itemsOf(sampleId)).map((item) => item.householdId);
  const { opened } = await inspector.client.sample.assign({ sampleId, householdIds, checkers: team });
  await visited(opened.map((o) => o.matterId));
  for (const householdId of householdIds)
    await inspector.client.sample.enter({ sampleId, householdId, result: 'keep' });
  expect(await findings()).toMatchObject({ may: true });
  expect(await guards()).toMatchObject({ sampleShareMet: 'true' });
});

it('a result changed by hand is found by verify, and nothing else is', async () => {
  const { one, inspector, plan, draw, arrive, itemsOf, visited } = s;
  const matterId = await plan();
  const { input } = await draw(matterId);
  const { sampleId, team } = input;
  await arrive(matterId);
  const [householdId = ''] = (await itemsOf(sampleId)).map((item) => item.householdId);
  const { opened } = await inspector.client.sample.assign({
    sampleId,
    householdIds: [householdId],
    checkers: team,
  });
  await visited(opened.map((o) => o.matterId));
  await inspector.client.sample.enter({ sampleId, householdId, result: 'stop' });
  const found = async () => {
    const { findings } = await verify(one.office.db, { vault: one.office.vault, workflows }, {});
    return findings.filter((f) => f.table === 'sample' || f.table === 'sample_item');
  };
  expect(await found()).toEqual([]);
  await one.office.db.asOwner((tx) =>
    tx.run(
      sql`update sample_item set second_result = 'keep' where sample_id = ${sampleId} and household_id = ${householdId}`,
    ),
  );
  expect(await found()).toEqual([expect.objectContaining({ what: 'changed', table: 'sample_item' })]);
});
