import { everywhere } from '@yangguang/store/database';
import { verify } from '@yangguang/store/audit/verify';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { journalRoom } from '../../office/journal-room.ts';
import { code } from '../../sign-on/test-people.ts';
import {
  accountNumber,
  everyNumber,
  home,
  idNumber,
  jump,
  leadOffice,
  overheard,
  phoneNumber,
} from '../lead/test-leads.ts';

let desk: Awaited<ReturnType<typeof leadOffice>>;
beforeAll(async () => {
  desk = await leadOffice();
});
afterAll(() => desk.one.close());

type Person = keyof typeof desk.people;
const reason = '群众来信反映，须核对身份';
const find = (who: Person, kind: 'id' | 'account' | 'phone' | 'name', text: string) =>
  desk.people[who].client.household.find({ kind, text, reason });
const newest = async (operation: string) => {
  const [line] = await desk.one.office.db.asOwner((tx) =>
    tx.rows<{ subject: Record<string, unknown>; reason: string | null; kind: string; code: string | null }>(
      sql`select subject, reason, kind, code from read_log where operation = ${operation} order by seq desc limit 1`,
    ),
  );
  return line;
};

it('finds a household by a whole number or name of any member, and keeps why', async () => {
  const { east } = desk.homes;
  for (const [kind, text] of [
    ['id', idNumber(1)],
    ['id', idNumber(101).toLowerCase()],
    ['account', accountNumber(1)],
    ['phone', phoneNumber(1)],
    ['name', '李大山'],
    ['name', ' 张 秀兰 '],
  ] as const) {
    const { items, isMore } = await find('eastCase', kind, text);
    expect(items, kind).toEqual([
      { id: east, region: '339901001001', programme: 'dibao_rural', headName: '张*', members: 2 },
    ]);
    expect(isMore).toBe(false);
  }
  expect(await newest('household.find')).toEqual({
    ...{ kind: 'search', reason, code: null },
    subject: { by: 'name', households: [east], household: east, place: '339901001001' },
  });
});

it.each(['westLead', 'southLead', 'tekunLead', 'otherCounty'] as const)(
  'tells %s nothing of what is elsewhere: found by no number or name, offered by no beginning',
  async (who) => {
    for (const [kind, text] of [
      ['id', idNumber(1)],
      ['account', accountNumber(1)],
      ['phone', phoneNumber(1)],
      ['name', '李大山'],
    ] as const)
      expect(await find(who, kind, text)).toEqual({ items: [], isMore: false });
    // A number nobody has is answered alike.
    expect(await find(who, 'id', idNumber(77))).toEqual({ items: [], isMore: false });
    const { client } = desk.people[who];
    for (const area of ['33', '3399', '339901', '339901001', '339901001001']) {
      const { items } = await client.household.search({ name: '张', area, reason });
      expect(items).toEqual([]);
    }
    const { east } = desk.homes;
    await expect(client.household.get({ id: east })).rejects.toEqual(code('API-104'));
    await expect(client.household.unmask({ id: east, reason })).rejects.toEqual(code('API-104'));
    await expect(client.household.benefits({ id: east })).rejects.toEqual(code('API-104'));
    await expect(client.household.kin({ householdId: east })).rejects.toEqual(code('API-104'));
    await expect(client.household.declareKin({ householdId: east, relation: '叔侄' })).rejects.toEqual(
      code('API-104'),
    );
    const gone = desk.one.office.newId();
    await expect(client.household.get({ id: gone })).rejects.toEqual(code('API-104'));
  },
);

it('wants the whole of it and a reason without numbers', async () => {
  await expect(find('eastCase', 'name', '！！')).rejects.toEqual(code('HH-105'));
  await expect(find('eastCase', 'phone', '13912')).rejects.toEqual(code('HH-105'));
  await expect(find('eastCase', 'id', idNumber(1).slice(0, 6))).rejects.toEqual(code('HH-105'));
  // Whole but wrong by a digit finds nobody: no near miss is offered.
  const wrong = `${idNumber(1).slice(0, 17)}${idNumber(1).endsWith('0') ? '1' : '0'}`;
  expect(await find('eastCase', 'id', wrong)).toEqual({ items: [], isMore: false });
  const { client } = desk.people.eastCase;
  const sent = { kind: 'name', text: '李大山' } as const;
  await expect(client.household.find({ ...sent, reason: '看' })).rejects.toEqual(code('API-101'));
  await expect(client.household.find({ ...sent, reason: `核对${idNumber(5)}` })).rejects.toEqual(
    code('MAT-103'),
  );
  expect(await newest('household.find')).toMatchObject({ reason: null, code: 'MAT-103' });
});

it('the card says who they are, what was found, what they receive and what they may be missing', async () => {
  const { client, heard } = overheard(desk.one, desk.people.eastCase);
  const card = await client.household.get({ id: desk.homes.east });
  expect(card).toMatchObject({
    headName: '张*',
    address: '示范县东乡一村***',
    members: [
      { name: '张*', idNumber: `339901********${idNumber(1).slice(-4)}`, relation: 'self' },
      { name: '李*', relation: 'spouse' },
    ],
    accounts: [{ number: expect.stringMatching(/^\*+0001$/), bank: '农信社' }],
    phones: [expect.stringMatching(/^139\*{4}0001$/)],
    receivesMonthlyFen: 62_000,
    entitlements: [{ monthlyFen: 62_000, fromMonth: '2025-03', toMonth: null, isByDecision: false }],
    isOwnKin: false,
    matters: [],
  });
  // The restricted one is not among them, nor in any count.
  expect(card.leads.map((l) => l.leadId).sort()).toEqual(['E1', 'E2']);
  expect(card.mayBeMissing.map((l) => l.leadId)).toEqual(['E2']);
  const all = heard.join('\n') + desk.one.logLines.join('\n');
  for (const number of everyNumber([1, 2, 3, 4])) expect(all).not.toContain(number);
  expect(all).not.toMatch(/尿毒症|李大山|张秀兰/);
  const whole = await desk.people.countyLead.client.household.get({ id: desk.homes.east });
  expect(whole.leads).toHaveLength(3);
  expect(await newest('household.get')).toMatchObject({
    subject: { household: desk.homes.east, place: '339901001001' },
  });
});

it('what was cleared is no longer something they may be missing, and stays on the card', async () => {
  const id = await home(desk.one, 8, { head: '何一', other: '何二', region: '339901001001' });
  const { enter, finding } = await import('../lead/test-leads.ts');
  await enter(desk.one, finding('H1', 8, { household_id: id, rule: 'OMI-02', family: 'OMI' }));
  const card = () => desk.people.eastCase.client.household.get({ id });
  expect((await card()).mayBeMissing).toHaveLength(1);
  await jump(desk.one, desk.people.reviewer.account.id, 'H1', 'clear', { innocentCause: 'alreadyFixed' });
  await jump(desk.one, desk.people.reviewer.account.id, 'H1', 'closeCleared');
  const after = await card();
  expect(after.mayBeMissing).toEqual([]);
  expect(after.leads).toMatchObject([{ leadId: 'H1', isEnded: true, stateTitle: { zh: '已办结' } }]);
});

it('shows whoever may not read leads or matters the family alone', async () => {
  const aide = await desk.one.visitor('协理员', { role: 'villageAide', area: '339901001001' });
  const checker = await desk.one.visitor('核对员', { role: 'meansCheckOfficer', area: '339901' });
  const { east } = desk.homes;
  expect(await aide.client.household.get({ id: east })).toMatchObject({ leads: [], mayBeMissing: [] });
  const seen = await checker.client.household.get({ id: east });
  expect(seen.leads).toHaveLength(2);
  expect(seen.matters).toEqual([]);
  await expect(aide.client.household.find({ kind: 'name', text: '李大山', reason })).rejects.toEqual(
    code('API-103'),
  );
  await expect(checker.client.household.unmask({ id: east, reason })).rejects.toEqual(code('API-103'));
  const bank = await desk.one.visitor('银行', { role: 'bank', area: '339901' });
  await expect(bank.client.household.get({ id: east })).rejects.toEqual(code('API-103'));
});

it('unmasks for a reason, and every look is on record before it leaves', async () => {
  const { east } = desk.homes;
  const full = await desk.people.eastCase.client.household.unmask({ id: east, reason });
  expect(full).toMatchObject({
    headName: '张秀兰',
    members: [{ idNumber: idNumber(1), health: '尿毒症' }, { name: '李大山' }],
    accounts: [{ number: accountNumber(1), name: '张秀兰' }],
    phones: [phoneNumber(1)],
  });
  expect(await newest('household.unmask')).toEqual({
    ...{ kind: 'person', reason, code: null },
    subject: { household: east, unmasked: true, place: '339901001001' },
  });
  const { client } = desk.people.eastCase;
  await expect(client.household.unmask({ id: east, reason: '看' })).rejects.toEqual(code('API-101'));
  for (const number of everyNumber([1])) expect(desk.one.logLines.join('\n')).not.toContain(number);
  const log = await desk.one.office.db.asOwner((tx) =>
    tx.rows<{ t: string }>(sql`select r::text as t from read_log r`),
  );
  for (const number of everyNumber([1, 2, 3, 4])) expect(log.map((l) => l.t).join()).not.toContain(number);
});

it('puts a printed card on record', async () => {
  const { east, south } = desk.homes;
  expect(await desk.people.eastCase.client.household.print({ id: east })).toEqual({ ok: true });
  expect(await newest('household.print')).toMatchObject({
    kind: 'print',
    subject: { household: east, place: '339901001001' },
  });
  await expect(desk.people.eastCase.client.household.print({ id: south })).rejects.toEqual(code('API-104'));
});

it('finds heads by the beginning of a name, page by page, with cursors that name nobody', async () => {
  const homes: string[] = [];
  for (let i = 0; i < 7; i += 1)
    homes.push(await home(desk.one, 40 + i, { head: `褚遂${i}`, other: '某', region: '339901001002' }));
  const { client } = desk.people.county;
  const seen: string[] = [];
  const cursors: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 9; pages += 1) {
    const sent = { name: '褚', area: '339901', reason, limit: 3 };
    const page = await client.household.search(cursor === undefined ? sent : { ...sent, cursor });
    seen.push(...page.items.map((h) => h.id));
    cursors.push(Buffer.from(page.next ?? '', 'base64url').toString());
    cursor = page.next ?? undefined;
    if (cursor === undefined) break;
  }
  expect(seen).toEqual(homes);
  expect(cursors).toHaveLength(3);
  expect(cursors.join()).not.toContain('褚');
  expect((await newest('household.search'))?.subject).toMatchObject({ area: '339901' });
  // A cursor made by hand tells nothing of a household out of reach.
  const forged = (id: string) => Buffer.from(JSON.stringify([id])).toString('base64url');
  for (const id of [desk.homes.south, desk.one.office.newId()])
    await expect(
      client.household.search({ name: '褚', area: '339901', reason, cursor: forged(id) }),
    ).rejects.toEqual(code('API-101'));
});

it('shows what it received before, page by page', async () => {
  const { client } = desk.people.eastCase;
  const first = await client.household.benefits({ id: desk.homes.east, limit: 1 });
  expect(first.items).toMatchObject([{ monthlyFen: 62_000, toMonth: null, begunBy: null, endedBy: null }]);
  const rest = await client.household.benefits({
    ...{ id: desk.homes.east, limit: 5 },
    ...(first.next === null ? {} : { cursor: first.next }),
  });
  expect(rest).toMatchObject({
    items: [{ monthlyFen: 50_000, fromMonth: '2024-03', toMonth: '2025-03' }],
    next: null,
  });
});

it('kin say so and keep out: no step, no full number; a wrong record is put right by others', async () => {
  const { eastCase, eastLead, eastCase2, county, countyLead, reviewer } = desk.people;
  const { west, east } = desk.homes;
  const declared = await eastCase.client.household.declareKin({ householdId: east, relation: '姨甥' });
  expect(declared).toMatchObject({
    colleague: { id: eastCase.account.id, name: '东办员' },
    relation: '姨甥',
  });
  // Said again, the first stands.
  expect(await eastCase.client.household.declareKin({ householdId: east, relation: '叔侄' })).toEqual(
    declared,
  );
  expect((await eastCase.client.household.get({ id: east })).isOwnKin).toBe(true);
  await expect(eastCase.client.household.unmask({ id: east, reason })).rejects.toEqual(code('HH-104'));
  await expect(
    eastCase.client.matter.act({
      ...{ matterId: desk.of('E1'), expectedVersion: 0, stepId: desk.one.office.newId(), action: 'triage' },
    }),
  ).rejects.toEqual(code('WF-105'));
  // The desk records it of a colleague; nobody does for a place he does not look after or a stranger.
  const other = { householdId: east, accountId: eastCase2.account.id, relation: '表亲' };
  await eastLead.client.household.declareKin(other);
  const { items } = await eastLead.client.household.kin({ householdId: east });
  expect(new Set(items.map((k) => k.colleague.name))).toEqual(new Set(['东办员', '东办二']));
  const inspector = desk.people.inspector.client.household;
  await expect(inspector.declareKin({ ...other, accountId: county.account.id })).rejects.toEqual(
    code('HH-101'),
  );
  const nobody = { ...other, accountId: desk.one.office.newId() };
  await expect(eastLead.client.household.declareKin(nobody)).rejects.toEqual(code('HH-102'));
  const elsewhere = { ...other, accountId: desk.people.otherCounty.account.id };
  await expect(eastLead.client.household.declareKin(elsewhere)).rejects.toEqual(code('HH-102'));
  await expect(
    county.client.household.declareKin({ householdId: west, relation: `叔侄${phoneNumber(3)}` }),
  ).rejects.toEqual(code('MAT-103'));

  const wrong = { householdId: east, accountId: eastCase2.account.id, reason: '同名同姓，登记有误' };
  await expect(eastLead.client.household.withdrawKin(wrong)).rejects.toEqual(code('HH-103'));
  await countyLead.client.household.declareKin({ householdId: east, relation: '远亲' });
  const own = { ...wrong, accountId: countyLead.account.id };
  await expect(countyLead.client.household.withdrawKin(own)).rejects.toEqual(code('HH-103'));
  await reviewer.client.household.withdrawKin(own);
  await countyLead.client.household.withdrawKin(wrong);
  expect((await eastLead.client.household.kin({ householdId: east })).items).toHaveLength(1);
  await eastCase2.client.household.unmask({ id: east, reason });
  // Both the record and its going are in the register: verify finds nothing amiss, and a row taken out by hand.
  const { db } = desk.one.office;
  const amiss = async () =>
    (await verify(db, journalRoom(desk.one.office))).findings.filter((f) => f.table === 'kinship');
  expect(await amiss()).toEqual([]);
  await db.within(everywhere, (tx) => tx.run(sql`delete from kinship where household_id = ${east}`));
  expect(await amiss()).toMatchObject([{ what: 'removed', table: 'kinship' }]);
});
