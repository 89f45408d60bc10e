import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '@yangguang/store/sql';
import { code } from '../../sign-on/test-people.ts';
import { east, eastVillage, household, madeUpId, twoCounties } from './test-matters.ts';

let desk: Awaited<ReturnType<typeof twoCounties>>;
let notice: string;
const number = madeUpId(123);

beforeAll(async () => {
  desk = await twoCounties();
  const home = await household(desk.one, '欧阳秀兰', eastVillage);
  notice = desk.one.office.newId();
  await desk.people.eastCase.client.matter.open({
    ...{ stepId: desk.one.office.newId(), matterId: notice, workflow: 'notice', householdId: home },
    facts: { kind: 'evidenceRequest', points: number },
  });
});
afterAll(() => desk.one.close());

const newId = (): string => desk.one.office.newId();

it('names are whole for those who have it in hand and masked for the others; private facts are masked for all', async () => {
  const { people } = desk;
  const masked = `${number.slice(0, 6)}********${number.slice(-4)}`;
  const opener = await people.eastCase.client.matter.get({ id: notice });
  expect(opener).toMatchObject({ title: '欧阳秀兰', facts: { kind: 'evidenceRequest', points: masked } });
  expect(opener.steps[0]?.facts).toMatchObject({ points: masked });
  const { county, countyLead, eastLead } = people;
  expect((await county.client.matter.get({ id: notice })).title).toBe('欧*');
  expect((await county.client.matter.list({ filter: ['workflow:notice'] })).items[0]?.title).toBe('欧*');
  await countyLead.client.matter.assign({
    ...{ matterId: notice, stepId: newId(), expectedVersion: 0, accountId: eastLead.account.id },
  });
  expect((await eastLead.client.matter.list({ filter: ['assigned:me'] })).items[0]?.title).toBe('欧阳秀兰');
  expect((await countyLead.client.matter.list({ filter: ['workflow:notice'] })).items[0]?.title).toBe('欧*');
});

it('is shown in full with a right and a reason, on record before it is shown; the log never says the number', async () => {
  const { people, one } = desk;
  const reason = '与公安核对身份证号码';
  await expect(people.eastLead.client.matter.unmask({ id: notice, reason: ' 看 ' })).rejects.toEqual(
    code('API-101'),
  );
  const shown = await people.eastLead.client.matter.unmask({ id: notice, reason });
  expect(shown).toMatchObject({ id: notice, title: '欧阳秀兰', facts: { points: number } });
  const read = await one.office.db.asOwner((tx) =>
    tx.rows(
      sql`select account_id, kind, outcome, reason, subject from read_log where operation = 'matter.unmask'`,
    ),
  );
  expect(read).toEqual([
    {
      ...{ account_id: people.eastLead.account.id, kind: 'person', outcome: 'given', reason },
      subject: expect.objectContaining({ matter: notice, unmasked: true, household: expect.any(String) }),
    },
  ]);
  const stored = await one.office.db.asOwner((tx) =>
    tx.get<{
      all: string;
    }>(sql`select (select string_agg(t::text, '') from step t) || (select string_agg(t::text, '')
      from matter t) || (select string_agg(t::text, '') from read_log t) as all`),
  );
  expect(stored.all).not.toContain(number);
  expect(one.logLines.join('')).not.toContain(number);
});

it('a number in words is refused, and neither the refusal nor its record repeats it', async () => {
  const { people, one } = desk;
  const act = { matterId: notice, stepId: newId(), expectedVersion: 1, action: 'withdraw' };
  const refused = await people.eastLead.client.matter
    .act({ ...act, reason: `写错对象${number}` })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'MAT-103' });
  expect(JSON.stringify(refused)).not.toContain(number);
  const records = await one.office.db.asOwner((tx) =>
    tx.rows(
      sql`select subject::text as subject from read_log where operation = 'matter.act' and code = 'MAT-103'`,
    ),
  );
  expect(records).toEqual([{ subject: expect.stringContaining(notice) }]);
  await expect(
    people.eastLead.client.matter.note({ matterId: notice, stepId: newId(), text: number }),
  ).rejects.toEqual(code('MAT-103'));
});

it('a remark stands in the history, changes nothing, and hinders nobody', async () => {
  const { people } = desk;
  const before = await people.eastLead.client.matter.get({ id: notice });
  const sent = { matterId: notice, stepId: newId(), text: '电话约好周五上门' };
  const first = await people.eastCase2.client.matter.note(sent);
  expect(await people.eastCase2.client.matter.note(sent)).toEqual(first);
  const after = await people.eastLead.client.matter.get({ id: notice });
  expect(after).toMatchObject({ state: before.state, dueOn: before.dueOn, assignedTo: before.assignedTo });
  expect(after.steps.at(-1)).toMatchObject({
    action: 'matter.note',
    reason: sent.text,
    by: { name: '东办二' },
  });
  await people.eastLead.client.matter.act({
    ...{ matterId: notice, stepId: newId(), expectedVersion: before.version, action: 'approve' },
  });
  await expect(people.westLead.client.matter.note({ ...sent, stepId: newId() })).rejects.toEqual(
    code('API-104'),
  );
});

it('what another office is given is not shown whole to the one that had it', async () => {
  const { people } = desk;
  const { version } = await people.county.client.matter.get({ id: notice });
  const town = { matterId: notice, stepId: newId(), expectedVersion: version, area: east };
  await people.countyLead.client.matter.assign(town);
  const titleFor = async (who: 'eastCase2' | 'county'): Promise<string | undefined> =>
    (await people[who].client.matter.list({ filter: ['workflow:notice'] })).items[0]?.title;
  expect(await titleFor('eastCase2')).toBe('欧阳秀兰');
  expect(await titleFor('county')).toBe('欧*');
});
