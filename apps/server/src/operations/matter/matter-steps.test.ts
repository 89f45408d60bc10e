import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '@yangguang/store/sql';
import { code } from '../../sign-on/test-people.ts';
import { east, eastVillage, household, task, twoCounties, verification, west } from './test-matters.ts';

let desk: Awaited<ReturnType<typeof twoCounties>>;

beforeAll(async () => {
  desk = await twoCounties();
});
afterAll(() => desk.one.close());

const newId = (): string => desk.one.office.newId();
const assigning = (accountId: string) => ({
  action: 'assign',
  facts: { responsibleUnit: '东乡民政办', responsiblePerson: [accountId], dueOn: '2026-12-10' },
});

it('a step sent again gives the same answer; its id with another content, or from another person, is refused', async () => {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  const sent = {
    matterId: id,
    stepId: newId(),
    expectedVersion: 0,
    ...assigning(people.eastCase.account.id),
  };
  const first = await people.eastLead.client.matter.act(sent);
  expect(first).toMatchObject({ matterId: id, version: 1, state: 'assigned', opened: [] });
  const again = await Promise.all(Array.from({ length: 5 }, () => people.eastLead.client.matter.act(sent)));
  expect(again).toEqual(Array.from({ length: 5 }, () => first));
  await expect(people.eastLead.client.matter.act({ ...sent, reason: '改了' })).rejects.toEqual(
    code('MAT-101'),
  );
  await expect(people.county.client.matter.act(sent)).rejects.toEqual(code('MAT-101'));
  const now = await people.eastLead.client.matter.get({ id });
  expect(now.steps.map((s) => s.action)).toEqual(['matter.open', 'assign']);
  expect(now).toMatchObject({
    dueOn: '2026-12-10',
    assignedTo: { id: people.eastCase.account.id, name: '东办员' },
  });
});

it('whoever saw an older version is told so, with both texts, and nothing is lost', async () => {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  const mine = { ...assigning(people.eastCase.account.id), reason: '甲的安排' };
  await people.eastLead.client.matter.act({ matterId: id, stepId: newId(), expectedVersion: 0, ...mine });
  const late = { ...assigning(people.eastCase2.account.id), reason: '乙的安排' };
  const refused = await people.county.client.matter
    .act({ matterId: id, stepId: newId(), expectedVersion: 0, ...late })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({
    status: 409,
    code: 'API-105',
    answer: {
      details: {
        version: 1,
        sent: {
          action: 'assign',
          reason: '乙的安排',
          facts: { responsiblePerson: [people.eastCase2.account.id] },
        },
        since: [
          { action: 'assign', by: '东乡长', reason: '甲的安排', facts: { responsibleUnit: '东乡民政办' } },
        ],
      },
    },
  });
  const plain = await people.county.client.matter
    .assign({ matterId: id, stepId: newId(), expectedVersion: 0, area: east, dueOn: '2026-12-01' })
    .catch((error: unknown) => error);
  expect(plain).toMatchObject({
    code: 'API-105',
    answer: { details: { sent: { facts: { area: east, dueOn: '2026-12-01' } } } },
  });
});

it('every action says whether one may take it, and the answer is what happens', async () => {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  const whyOf = async (who: keyof typeof people, action: string): Promise<string | null | undefined> => {
    const { actions } = await people[who].client.matter.get({ id });
    return actions.find((a) => a.action === action)?.why?.code ?? null;
  };
  expect(await whyOf('eastLead', 'assign')).toBeNull();
  expect(await whyOf('eastCase', 'assign')).toBe('WF-102');
  expect(await whyOf('eastLead', 'submit')).toBe('WF-101');
  const act = (who: keyof typeof people, action: string, more: object = {}): Promise<unknown> =>
    people[who].client.matter.act({ matterId: id, stepId: newId(), expectedVersion: 0, action, ...more });
  await expect(act('eastCase', 'assign')).rejects.toEqual(code('WF-102'));
  await expect(act('eastLead', 'submit')).rejects.toEqual(code('WF-101'));
  await expect(act('eastLead', 'assign')).rejects.toEqual(code('WF-106'));
  await expect(act('eastLead', 'toString')).rejects.toEqual(code('WF-111'));
  const unknown = { ...assigning(newId()) };
  await expect(act('eastLead', 'assign', unknown)).rejects.toEqual(code('MAT-105'));
  const westerner = assigning(people.westLead.account.id);
  await expect(act('eastLead', 'assign', westerner)).rejects.toEqual(code('MAT-105'));
  const evidence = [newId()];
  await expect(
    act('eastLead', 'assign', { ...assigning(people.eastCase.account.id), evidence }),
  ).rejects.toEqual(code('MAT-104'));
  const noted = { ...assigning(people.eastCase.account.id), reason: '电话13812345678' };
  await expect(act('eastLead', 'assign', noted)).rejects.toEqual(code('MAT-103'));
});

it('what was done offline keeps its own time, which lies neither ahead nor before the step before', async () => {
  const { people, one } = desk;
  const id = await task(people.eastLead, one, east);
  one.setClock('2026-11-21T18:00:00+08:00');
  const act = (doneAt: string): Promise<unknown> =>
    people.eastLead.client.matter.act({
      ...{ matterId: id, stepId: newId(), expectedVersion: 0, doneAt },
      ...assigning(people.eastCase.account.id),
    });
  await expect(act('2026-11-21T18:00:01+08:00')).rejects.toEqual(code('MAT-102'));
  await expect(act('2026-11-21T08:59:59+08:00')).rejects.toEqual(code('MAT-102'));
  await act('2026-11-21T12:00:00+08:00');
  const [, step] = (await people.eastLead.client.matter.get({ id })).steps;
  expect(step).toMatchObject({ at: '2026-11-21T04:00:00.000Z', recordedAt: '2026-11-21T10:00:00.000Z' });
});

it('many at once: a result each, none hinders another, and the preview said so', async () => {
  const { people, one } = desk;
  const { client } = people.eastLead;
  const ids = await Promise.all(['一', '二', '三'].map((n) => task(people.eastLead, one, east, n)));
  const [good = '', taken = '', stale = ''] = ids;
  const step = assigning(people.eastCase.account.id);
  await client.matter.act({ matterId: taken, stepId: newId(), expectedVersion: 0, ...step });
  const elsewhere = await task(people.westLead, one, west, '西');
  const preview = await client.matter.bulkPreview({ ...step, matterIds: [...ids, elsewhere, good] });
  expect(preview.items).toEqual([
    { matterId: good, version: 0, may: true, why: null },
    { matterId: taken, version: 1, may: false, why: code('WF-101') },
    { matterId: stale, version: 0, may: true, why: null },
    { matterId: elsewhere, version: null, may: false, why: code('API-104') },
  ]);
  expect((await client.matter.get({ id: good })).version).toBe(0);
  const items = [
    { matterId: elsewhere, stepId: newId(), expectedVersion: 0 },
    { matterId: taken, stepId: newId(), expectedVersion: 1 },
    { matterId: stale, stepId: newId(), expectedVersion: 4 },
    { matterId: good, stepId: newId(), expectedVersion: 0 },
  ];
  const done = await client.matter.bulkAct({ ...step, items });
  expect(done.items.map((i) => i.why?.code ?? i.taken?.version)).toEqual(['API-104', 'WF-101', 'API-105', 1]);
  expect(await client.matter.bulkAct({ ...step, items })).toEqual(done);
  const told = await one.office.db.asOwner((tx) =>
    tx.rows(
      sql`select 1 from read_log where operation = 'matter.bulkAct' and subject::text like ${`%${elsewhere}%`}`,
    ),
  );
  expect(told).not.toEqual([]);
});

it('is given to an office, a person, with a day; given back by whoever has it, with a reason', async () => {
  const { people, one } = desk;
  const { client } = people.countyLead;
  const id = await task(people.county, one, east);
  const assign = (more: object): Promise<{ version: number }> =>
    client.matter.assign({ matterId: id, stepId: newId(), expectedVersion: 0, ...more });
  await expect(assign({})).rejects.toEqual(code('API-101'));
  await expect(assign({ area: west })).rejects.toEqual(code('MAT-105'));
  await expect(assign({ accountId: people.westLead.account.id })).rejects.toEqual(code('MAT-105'));
  await expect(assign({ area: east, dueOn: '2026-11-20' })).rejects.toEqual(code('MAT-111'));
  expect((await assign({ area: east, dueOn: '2026-11-24' })).version).toBe(1);
  expect(await client.matter.get({ id })).toMatchObject({
    ...{ assignedArea: east, assignedTo: null, clock: 'assigned', dueOn: '2026-11-24' },
  });
  const back = (who: keyof typeof people, expectedVersion: number): Promise<{ version: number }> =>
    people[who].client.matter.giveBack({
      matterId: id,
      stepId: newId(),
      expectedVersion,
      reason: '非本乡对象',
    });
  await expect(back('county', 1)).rejects.toEqual(code('MAT-110'));
  expect((await back('eastCase', 1)).version).toBe(2);
  expect((await client.matter.get({ id })).assignedArea).toBeNull();
  await expect(back('eastCase', 2)).rejects.toEqual(code('MAT-110'));
  await assign({ expectedVersion: 2, area: east, accountId: people.eastCase.account.id });
  await expect(back('eastCase2', 3)).rejects.toEqual(code('MAT-110'));
  expect((await back('eastCase', 3)).version).toBe(4);
});

it('two matters are linked by whoever sees both, once, and not with themselves', async () => {
  const { people, one } = desk;
  const [a, b] = [await task(people.eastLead, one, east, '甲'), await task(people.eastLead, one, east, '乙')];
  const elsewhere = await task(people.westLead, one, west, '西');
  const link = (to: string, stepId = newId()): Promise<{ version: number }> =>
    people.eastLead.client.matter.link({ matterId: a, to, stepId, reason: '同一问题' });
  await expect(link(elsewhere)).rejects.toEqual(code('MAT-106'));
  await expect(link(a)).rejects.toEqual(code('MAT-106'));
  const stepId = newId();
  expect(await link(b, stepId)).toEqual(await link(b, stepId));
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    expect((await people.eastCase.client.matter.get({ id: from })).links.map((l) => l.id)).toEqual([to]);
});

it('kin of the family take no step, are given nothing and see no number; giving it back is how they keep out', async () => {
  const { people, one } = desk;
  const home = await household(one, '王大山', eastVillage);
  const id = await verification(people.eastCase, one, home);
  const kin = people.eastLead;
  const target = { matterId: id, expectedVersion: 0 };
  await people.county.client.matter.assign({ ...target, stepId: newId(), accountId: kin.account.id });
  await one.office.db.asOwner((tx) =>
    tx.run(sql`insert into kinship (account_id, household_id, relation, declared_at)
      values (${kin.account.id}, ${home}, '兄弟', ${one.office.now()})`),
  );
  const refused = [
    () =>
      kin.client.matter.act({
        ...target,
        expectedVersion: 1,
        stepId: newId(),
        action: 'giveUp',
        reason: '不查了',
      }),
    () => kin.client.matter.assign({ ...target, expectedVersion: 1, stepId: newId(), area: east }),
    () => kin.client.matter.unmask({ id, reason: '核对身份信息' }),
    () =>
      kin.client.matter.open({
        ...{ matterId: newId(), stepId: newId(), workflow: 'verification', householdId: home },
        facts: {},
      }),
  ];
  for (const ask of refused) await expect(ask()).rejects.toEqual(code('WF-105'));
  await kin.client.matter.giveBack({
    ...target,
    expectedVersion: 1,
    stepId: newId(),
    reason: '我是当事人的兄弟',
  });
  await expect(
    people.county.client.matter.assign({
      ...{ ...target, expectedVersion: 2 },
      ...{ stepId: newId(), accountId: kin.account.id },
    }),
  ).rejects.toEqual(code('MAT-105'));
});
