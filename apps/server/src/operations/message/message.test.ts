import { afterAll, beforeAll, expect, it } from 'vitest';
import { east, eastVillage, household, task, twoCounties, verification } from '../matter/test-matters.ts';

let desk: Awaited<ReturnType<typeof twoCounties>>;
beforeAll(async () => {
  desk = await twoCounties();
});
afterAll(() => desk.one.close());

const newId = (): string => desk.one.office.newId();

it('tells the one it was given to, then both what the other did, and nobody else; the mark moves forward only', async () => {
  const { one, people } = desk;
  one.setClock('2026-11-21T09:00:00+08:00');
  const home = await household(one, '赵一', eastVillage);
  const id = await verification(people.eastLead, one, home);
  const plan = { visitors: [people.eastCase.account.id], plannedOn: '2026-11-23' };
  await people.eastLead.client.matter.act({
    ...{ matterId: id, expectedVersion: 0, stepId: newId(), action: 'schedule', facts: plan },
  });
  one.setClock('2026-11-21T10:00:00+08:00');
  const mine = (await people.eastCase.client.message.list({})).items;
  expect(mine.filter((m) => m.matterId === id)).toMatchObject([
    {
      kind: 'assigned',
      workflow: 'verification',
      region: eastVillage,
      step: { zh: '安排入户' },
      isSeen: false,
    },
  ]);
  expect(JSON.stringify(mine)).not.toContain('赵');
  expect((await people.eastCase.client.message.count({})).unseen).toBe(1);
  await people.eastCase.client.message.see({ upTo: '2026-11-21T10:00:00+08:00' });
  expect((await people.eastCase.client.message.count({})).unseen).toBe(0);
  const back = await people.eastCase.client.message.see({ upTo: '2026-11-01T10:00:00+08:00' });
  expect(new Date(back.seenTo)).toEqual(new Date('2026-11-21T10:00:00+08:00'));

  one.setClock('2026-11-21T11:00:00+08:00');
  await people.eastCase.client.matter.note({ matterId: id, stepId: newId(), text: '周一下午去' });
  const leads = (await people.eastLead.client.message.list({ kind: 'remark' })).items;
  expect(leads).toMatchObject([{ matterId: id, by: { name: '东办员' }, isSeen: false }]);
  for (const visitor of [people.westLead, people.otherCounty, people.eastCase2])
    expect((await visitor.client.message.list({})).items.filter((m) => m.matterId === id)).toEqual([]);
});

it('tells of the day to be reminded and of the end, and the office above of a time that is over', async () => {
  const { one, people } = desk;
  one.setClock('2026-11-21T09:00:00+08:00');
  const id = await task(people.eastLead, one, east, '整改');
  await people.countyLead.client.matter.assign({
    ...{ matterId: id, stepId: newId(), expectedVersion: 0 },
    ...{ area: east, accountId: people.eastCase2.account.id, dueOn: '2026-11-22' },
  });
  const kinds = async () =>
    (await people.eastCase2.client.message.list({})).items
      .filter((m) => m.matterId === id)
      .map((m) => m.kind);
  expect(await kinds()).toEqual(['assigned']);
  one.setClock('2026-11-23T09:00:00+08:00');
  expect(await kinds()).toEqual(['overdue', 'assigned']);
});

it('tells an office what was given to it and to nobody in it, folded, and no longer once somebody has it', async () => {
  const { one, people } = desk;
  one.setClock('2026-11-21T09:00:00+08:00');
  const ids = [
    await task(people.countyLead, one, east, '一'),
    await task(people.countyLead, one, east, '二'),
  ];
  for (const matterId of ids)
    await people.countyLead.client.matter.assign({
      matterId,
      stepId: newId(),
      expectedVersion: 0,
      area: east,
    });
  const given = async () => (await people.eastCase.client.message.list({ kind: 'handedOver' })).items;
  expect(await given()).toMatchObject([
    { workflow: 'task', region: east, count: 2, matterId: null, by: null },
  ]);
  await people.countyLead.client.matter.assign({
    ...{ matterId: ids[0] ?? '', stepId: newId(), expectedVersion: 1, area: east },
    accountId: people.eastCase2.account.id,
  });
  expect(await given()).toMatchObject([{ count: 1, matterId: ids[1] }]);
  expect((await people.westLead.client.message.list({ kind: 'handedOver' })).items).toEqual([]);
});
