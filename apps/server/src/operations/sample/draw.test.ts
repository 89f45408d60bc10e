import { createHash } from 'node:crypto';
import { frameText } from '@yangguang/domain/sampling/frame';
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
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

it('F-P1: draws at least the share by persons of every stratum, from a frozen list, and anybody can repeat it', async () => {
  const { one, inspector, second, households, kin, serious, complained, left, plan, draw, itemsOf } = s;
  const { input, drawn } = await draw(await plan());
  expect(drawn).toMatchObject({ households: 39, isSealed: false, step: { state: 'sampled' } });
  expect(await inspector.client.sample.draw(input)).toEqual(drawn);
  await expect(inspector.client.sample.draw({ ...input, stepId: id() })).rejects.toEqual(code('SMP-116'));

  const items = await itemsOf(input.sampleId);
  expect(items.map((item) => item.householdId)).not.toContain(left);
  expect(items.every((item) => /^张\*$/.test(item.title))).toBe(true);
  for (const town of ['339901001', '339901002']) {
    const all = households.filter((h) => h.town === town && ![kin, serious, complained, left].includes(h.id));
    const taken = items.filter((item) => item.region.startsWith(town) && !item.isMust);
    const persons = (of: readonly { persons: number }[]): number => of.reduce((sum, h) => sum + h.persons, 0);
    expect(persons(taken)).toBeGreaterThanOrEqual(Math.ceil(persons(all) * 0.3));
    expect(persons(taken)).toBeLessThan(persons(all));
  }

  const again = await second.client.sample.repeat({ id: input.sampleId });
  expect(again).toMatchObject({ isSame: true, seed: drawn.seed, share: 0.3, frameHash: drawn.frameHash });
  const row = await one.office.db.asOwner((tx) =>
    tx.get<SampleRow>(sql`select * from sample where id = ${input.sampleId}`),
  );
  // The order of a stratum with nothing but a digest: key = SHA-256(seed ⏎ stratum ⏎ id).
  const frame = openFrame(one.office.vault, row);
  expect(sha256(frameText(frame))).toBe(drawn.frameHash);
  const stratum = '339901001 · dibao_rural · low';
  const order = frame
    .filter((h) => h.stratum === stratum && !h.must)
    .map((h) => ({ id: h.id, key: sha256(`${drawn.seed}\n${stratum}\n${h.id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((h) => h.id);
  const listed = items.filter((i) => i.stratum === stratum && !i.isMust).map((i) => i.householdId);
  expect(order.slice(0, listed.length)).toEqual(listed);
});

it('F-P3: kin of officials, the complained of and serious leads are all drawn, whoever draws, and are never replaced', async () => {
  const { inspector, kin, serious, complained, plan, draw, itemsOf, arrive } = s;
  const { input } = await draw(await plan());
  const must = (await itemsOf(input.sampleId)).filter((item) => item.isMust).map((item) => item.householdId);
  expect(new Set(must)).toEqual(new Set([kin, serious, complained]));
  await arrive(input.matterId);
  const absent = { sampleId: input.sampleId, householdId: kin, reason: '外出务工' };
  await expect(inspector.client.sample.replace(absent)).rejects.toEqual(code('SMP-107'));
});

it('towns of weight are drawn more, up to the whole, and never less', async () => {
  const { inspector, households, left, plan, draw, itemsOf } = s;
  const { input } = await draw(await plan(), false, { '339901002': 10 });
  const drawn = new Set((await itemsOf(input.sampleId)).map((item) => item.householdId));
  const of = (town: string) => households.filter((h) => h.town === town && h.id !== left);
  expect(of('339901002').every((h) => drawn.has(h.id))).toBe(true);
  expect(of('339901001').every((h) => drawn.has(h.id))).toBe(false);
  const light = { ...input, sampleId: id(), stepId: id(), weights: { '339901001': 0.5 } };
  await expect(inspector.client.sample.draw(light)).rejects.toEqual(code('API-101'));
});

it('a household put in by hand shows when the draw is repeated', async () => {
  const { one, inspector, households, plan, draw, itemsOf } = s;
  const { input } = await draw(await plan());
  const items = await itemsOf(input.sampleId);
  const drawn = items.find((item) => !item.isMust)?.householdId;
  const other = households.find((h) => !items.some((item) => item.householdId === h.id))?.id;
  await one.office.db.asOwner((tx) =>
    tx.run(sql`update sample_item set household_id = ${other} where sample_id = ${input.sampleId}
      and household_id = ${drawn}`),
  );
  expect((await inspector.client.sample.repeat({ id: input.sampleId })).isSame).toBe(false);
});

it('F-V8: a sealed draw is in no table, is read by nobody, and opens on arrival with time, place and name', async () => {
  const { one, inspector, second, stranger, clerk, county, households, kin, plan, draw, itemsOf } = s;
  const matterId = await plan('unannounced');
  const { input, drawn } = await draw(matterId, true);
  const { sampleId } = input;
  expect(drawn).toMatchObject({ isSealed: true, seed: null, openedAt: null });
  const unread = [
    inspector.client.sample.items({ id: sampleId }),
    inspector.client.sample.repeat({ id: sampleId }),
    inspector.client.sample.differences({ id: sampleId }),
    inspector.client.sample.assign({ sampleId, householdIds: [kin], checkers: input.team }),
  ];
  for (const read of await Promise.allSettled(unread))
    expect(read).toMatchObject({ reason: code('SMP-110') });
  const kept = await one.office.db.asOwner(async (tx) => ({
    items: await tx.rows(sql`select 1 from sample_item where sample_id = ${sampleId}`),
    row: await tx.get<{ text: string; bytes: Buffer }>(sql`
      select (to_jsonb(s) - 'frame' - 'private')::text as text, s.frame || s.private as bytes from sample s
      where id = ${sampleId}`),
    steps: await tx.rows<{ facts: object }>(sql`select facts from step where matter_id = ${matterId}`),
  }));
  expect(kept.items).toEqual([]);
  for (const { id: household } of households) {
    expect(kept.row.text).not.toContain(household);
    expect(kept.row.bytes.includes(household)).toBe(false);
  }
  expect(kept.row.text).not.toContain('339901');
  expect(JSON.stringify(kept.steps)).not.toContain('339901');
  // What the team may unmask of the inspection does not give the draw away either.
  const seen = await inspector.client.matter.get({ id: matterId });
  expect(JSON.stringify(seen)).not.toContain('339901001');

  for (const who of [county, clerk])
    await expect(who.client.sample.items({ id: sampleId })).rejects.toMatchObject({
      code: expect.stringMatching(/^API-10[34]$/),
    });
  const at = { sampleId, stepId: id(), expectedVersion: drawn.step.version, place: '东乡政府门口' };
  await expect(stranger.client.sample.open(at)).rejects.toEqual(code('SMP-114'));
  one.setClock('2026-06-02T10:15:00+08:00');
  const opened = await second.client.sample.open(at);
  expect(opened).toMatchObject({ openedPlace: '东乡政府门口', openedAt: '2026-06-02T02:15:00.000Z' });
  expect(sha256(opened.seed ?? '')).toBe(drawn.seedHash);
  expect(await second.client.sample.open(at)).toEqual(opened);
  await expect(second.client.sample.open({ ...at, stepId: id(), expectedVersion: 2 })).rejects.toEqual(
    code('SMP-117'),
  );
  expect(await itemsOf(sampleId)).toHaveLength(drawn.drawnHouseholds);
  expect((await inspector.client.sample.repeat({ id: sampleId })).isSame).toBe(true);
  const { state, steps } = await inspector.client.matter.get({ id: matterId });
  expect(state).toBe('inProgress');
  expect(steps.at(-1)).toMatchObject({
    action: 'arrive',
    by: { name: '督查乙' },
    facts: { place: '东乡政府门口' },
  });
});

it('a draw can still be opened when the arrival was recorded without it, once the team is there', async () => {
  const { inspector, second, plan, draw, arrive } = s;
  const matterId = await plan('unannounced');
  const { input } = await draw(matterId, true);
  const at = { sampleId: input.sampleId, stepId: id(), expectedVersion: 1, place: '东乡' };
  await arrive(matterId);
  await expect(inspector.client.sample.items({ id: input.sampleId })).rejects.toEqual(code('SMP-110'));
  expect(await second.client.sample.open(at)).toMatchObject({
    openedPlace: '东乡',
    seed: expect.any(String),
  });
  expect((await inspector.client.sample.repeat({ id: input.sampleId })).isSame).toBe(true);
});
