import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '@yangguang/store/sql';
import { code } from '../../sign-on/test-people.ts';
import {
  east,
  eastVillage,
  household,
  southVillage,
  task,
  twoCounties,
  verification,
} from './test-matters.ts';

let desk: Awaited<ReturnType<typeof twoCounties>>;
let visit: string;
let home: string;

beforeAll(async () => {
  desk = await twoCounties();
  home = await household(desk.one, '张秀兰', eastVillage);
  visit = await verification(desk.people.eastCase, desk.one, home);
});
afterAll(() => desk.one.close());

const newId = (): string => desk.one.office.newId();
const outside = ['westLead', 'southLead', 'tekunLead', 'otherCounty'] as const;

it.each(['eastCase', 'eastCase2', 'eastLead', 'county', 'reviewer', 'countyLead', 'inspector'] as const)(
  '%s sees the matter, in the list, counted and by itself',
  async (who) => {
    const { client } = desk.people[who];
    const found = await client.matter.list({ filter: ['workflow:verification'] });
    expect(found.items.map((m) => m.id)).toEqual([visit]);
    expect(await client.matter.count({ filter: ['workflow:verification'] })).toEqual({
      count: 1,
      isMore: false,
    });
    expect((await client.matter.get({ id: visit })).state).toBe('planned');
  },
);

it.each(outside)('for %s it is not there, whatever is asked', async (who) => {
  const { client } = desk.people[who];
  const target = { matterId: visit, expectedVersion: 0, stepId: newId() };
  expect((await client.matter.list({ filter: ['workflow:verification'] })).items).toEqual([]);
  expect((await client.matter.list({ filter: [`household:${home}`] })).items).toEqual([]);
  expect((await client.matter.count()).count).toBe(0);
  const refused = [
    () => client.matter.get({ id: visit }),
    () => client.matter.unmask({ id: visit, reason: '核对身份信息' }),
    () => client.matter.act({ ...target, action: 'giveUp', reason: '试试' }),
    () => client.matter.giveBack({ ...target, reason: '不是我的' }),
    () => client.matter.assign({ ...target, area: east }),
    () => client.matter.link({ matterId: visit, to: visit, stepId: newId() }),
    () =>
      client.matter.open({
        ...{ matterId: newId(), stepId: newId(), workflow: 'verification', householdId: home },
        facts: { severity: 'suspect' },
      }),
  ];
  for (const ask of refused) await expect(ask()).rejects.toMatchObject({ code: 'API-104', status: 404 });
  const bulk = { action: 'giveUp', reason: '试试' };
  const preview = await client.matter.bulkPreview({ ...bulk, matterIds: [visit] });
  expect(preview.items).toEqual([{ matterId: visit, version: null, may: false, why: code('API-104') }]);
  const taken = await client.matter.bulkAct({ ...bulk, items: [target] });
  expect(taken.items).toEqual([{ matterId: visit, taken: null, why: code('API-104') }]);
});

it('is as little there as an id that nobody has: the answers are the same but for the reference', async () => {
  const told = async (id: string): Promise<unknown> =>
    desk.people.westLead.client.matter.get({ id }).then(
      () => null,
      (refused: { answer: object }) => ({ ...refused.answer, reference: '' }),
    );
  expect(await told(visit)).toEqual(await told(newId()));
});

it('an id that is taken out of reach is refused without a word on what took it', async () => {
  const { southLead } = desk.people;
  await expect(
    southLead.client.matter.open({
      ...{ stepId: newId(), matterId: visit, workflow: 'task', region: southVillage, title: '占用' },
      facts: { kind: 'inspection', problem: '占用编号' },
    }),
  ).rejects.toEqual(code('MAT-101'));
});

it('roles without the permission are refused before anything is looked up', async () => {
  const checker = await desk.one.visitor('核对员', { role: 'meansCheckOfficer', area: '339901' });
  const admin = await desk.one.visitor('系统员', { role: 'systemAdmin', area: '' });
  const inspector = desk.people.inspector.client;
  for (const { client } of [checker, admin]) {
    await expect(client.matter.list()).rejects.toEqual(code('API-103'));
    await expect(client.matter.get({ id: visit })).rejects.toEqual(code('API-103'));
  }
  // The inspector reads everything of the city and may not see numbers or hand out work.
  await expect(inspector.matter.unmask({ id: visit, reason: '核对身份信息' })).rejects.toEqual(
    code('API-103'),
  );
  await expect(
    inspector.matter.assign({ matterId: visit, expectedVersion: 0, stepId: newId(), area: east }),
  ).rejects.toEqual(code('API-103'));
});

it('a matter is opened where one works, in a division that exists, for a campaign that is addressed to one', async () => {
  const { client } = desk.people.eastLead;
  const plain = { workflow: 'task', title: '整改', facts: { kind: 'inspection', problem: '台账' } } as const;
  const open = (more: object): Promise<unknown> =>
    client.matter.open({ ...plain, matterId: newId(), stepId: newId(), ...more });
  await expect(open({ region: southVillage })).rejects.toEqual(code('API-104'));
  await expect(open({ region: '339901001999' })).rejects.toEqual(code('API-101'));
  await expect(open({})).rejects.toEqual(code('API-101'));
  await expect(open({ region: east, campaignId: newId() })).rejects.toEqual(code('API-104'));
  await expect(open({ region: east, links: [newId()] })).rejects.toEqual(code('MAT-106'));
  await expect(open({ region: east, facts: { kind: 'inspection' } })).rejects.toEqual(code('MAT-107'));
  await expect(
    open({ region: east, workflow: 'referral', facts: { noticedOn: '2026-11-01' } }),
  ).rejects.toEqual(code('MAT-107'));
  await expect(open({ householdId: home, programme: 'none', workflow: 'verification' })).rejects.toEqual(
    code('API-101'),
  );
  await expect(open({ region: east, title: '联系13812345678' })).rejects.toEqual(code('MAT-103'));
  await expect(open({ region: east, doneAt: '0000-01-01T00:00:00Z' })).rejects.toEqual(code('API-101'));
  await expect(open({ region: east, doneAt: '2026-11-21T09:00:01+08:00' })).rejects.toEqual(code('MAT-102'));
});

it('an inspection names a division that exists and lies in reach: its tasks come into being there', async () => {
  const { client } = desk.people.inspector;
  const open = (inspectedRegion: string): Promise<{ state: string }> =>
    client.matter.open({
      ...{ matterId: newId(), stepId: newId(), workflow: 'inspection', region: '3399', title: '督查组' },
      facts: { kind: 'unannounced', inspectedRegion, plan: '不打招呼', fromOn: '2026-12-01' },
    });
  await expect(open('110101')).rejects.toMatchObject({
    code: 'MAT-107',
    answer: { details: { fields: ['inspectedRegion'] } },
  });
  await expect(open('339999')).rejects.toEqual(code('MAT-107'));
  await expect(open('33')).rejects.toEqual(code('MAT-107'));
  expect((await open('339902')).state).toBe('planned');
});

it('what a sealed or restricted lead is about is seen by those who may only', async () => {
  const { one, people } = desk;
  const id = await task(people.eastLead, one, east, '村干部近亲属低保');
  await one.office.db.asOwner((tx) => tx.run(sql`update matter set is_restricted = true where id = ${id}`));
  for (const { client } of [people.eastLead, people.county])
    await expect(client.matter.get({ id })).rejects.toEqual(code('API-104'));
  for (const { client } of [people.countyLead, people.reviewer, people.inspector])
    expect((await client.matter.get({ id })).id).toBe(id);
});

it('policy states what nobody types: a decision knows whether the county devolved it', async () => {
  const { client } = desk.people.countyLead;
  const [matterId, stepId] = [newId(), newId()];
  const facts = {
    ...{ kind: 'reduce', cause: 'lead', programme: 'dibao_rural', severity: 'suspect' },
    ...{ isKinCase: false, isComplaint: false },
  };
  const ask = { matterId, stepId, workflow: 'decision', householdId: home } as const;
  await expect(client.matter.open({ ...ask, facts: { ...facts, devolved: 'authorised' } })).rejects.toEqual(
    code('MAT-107'),
  );
  await desk.people.county.client.matter.open({ ...ask, facts });
  const opened = await client.matter.get({ id: matterId });
  expect(opened.facts).toMatchObject({ devolved: 'no', noticeRounds: expect.any(Number) });
});
