import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { code, deskWithPeople, type DeskWithPeople, good } from '../../sign-on/test-people.ts';
import type { TestVisitor } from '../../test-office.ts';

let desk: DeskWithPeople;
/** Of the whole installation; of county 339901. */
let top: TestVisitor;
let county: TestVisitor & { readonly account: { readonly id: string } };
let units: { here: string; there: string };

beforeAll(async () => {
  desk = await deskWithPeople();
  top = await desk.one.visitor('安国', { role: 'securityAdmin', area: '' });
  county = await desk.one.visitor('安县', { role: 'securityAdmin', area: '339901' });
  units = { here: newId(), there: newId() };
  await top.client.unit.create({ id: units.here, area: '339901', name: '甲县民政局', kind: 'bureau' });
  await top.client.unit.create({ id: units.there, area: '339902', name: '乙县民政局', kind: 'bureau' });
});
afterAll(() => desk.one.close());
beforeEach(() => desk.nextDay());

const newId = (): string => desk.one.office.newId();

async function create(userName: string, unitId = units.here): Promise<{ id: string; firstPassword: string }> {
  const id = newId();
  const { firstPassword } = await top.client.account.create({ id, userName, fullName: '郑一', unitId });
  return { id, firstPassword: firstPassword ?? '' };
}

it('opens an account with a first password shown once; the same request again changes nothing', async () => {
  const id = newId();
  const wanted = { id, userName: 'Zheng.Yi', fullName: '郑一', unitId: units.here };
  const { firstPassword } = await county.client.account.create(wanted);
  expect(await county.client.account.create(wanted)).toEqual({ firstPassword: null });
  const other = { ...wanted, fullName: '郑二' };
  await expect(county.client.account.create(other)).rejects.toEqual(code('ACC-134'));
  await expect(county.client.account.create({ ...wanted, id: newId() })).rejects.toEqual(code('ACC-121'));
  const visitor = desk.one.stranger();
  const { next } = await visitor.client.session.signIn({
    userName: 'zheng.yi',
    password: firstPassword ?? '',
  });
  expect(next).toBe('newPassword');
  expect(await county.client.account.get({ id })).toMatchObject({
    userName: 'zheng.yi',
    unitName: '甲县民政局',
    area: '339901',
    mustChangePassword: true,
    hasTotp: false,
  });
});

it('takes no telephone or ID number and no look-alike as a user name', async () => {
  for (const userName of ['13800000000', '1'.repeat(17).concat('x'), 'zhеng', 'a b'])
    await expect(create(userName)).rejects.toEqual(code('ACC-122'));
});

it('shows and changes accounts of the own area only; those elsewhere do not exist', async () => {
  const { id } = await create('elsewhere', units.there);
  const { client } = county;
  await expect(client.account.get({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.disable({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.unlock({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.enable({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.resetPassword({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.resetTotp({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.listSessions({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.endSessions({ id })).rejects.toEqual(code('ACC-120'));
  await expect(client.account.linkSingleSignOn({ id, oidcSubject: 'x' })).rejects.toEqual(code('ACC-120'));
  const own = { id: newId(), userName: 'zheng.san', fullName: '郑三', unitId: units.there };
  await expect(client.account.create(own)).rejects.toEqual(code('ACC-131'));
  const shown = await client.account.list({ limit: 200 });
  expect(shown.items.every(({ area }) => area === '339901')).toBe(true);
  expect((await client.unit.list()).items.map(({ name }) => name)).toEqual(['甲县民政局']);
  const unit = { id: newId(), area: '339902001', name: '南乡政府', kind: 'town' } as const;
  await expect(client.unit.create(unit)).rejects.toEqual(code('ACC-129'));
});

it('lists by user name, page after page, without leaving anybody out', async () => {
  for (const n of [3, 1, 4, 2, 5]) await create(`page-${n}`);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { userName: string }[]; next: string | null } = await county.client.account.list({
      limit: 2,
      ...(cursor === null ? {} : { cursor }),
    });
    seen.push(...page.items.map(({ userName }) => userName));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen.filter((name) => name.startsWith('page-'))).toEqual([
    'page-1',
    'page-2',
    'page-3',
    'page-4',
    'page-5',
  ]);
  expect(new Set(seen).size).toBe(seen.length);
  await expect(county.client.account.list({ cursor: 'nonsense' })).rejects.toEqual(code('API-101'));
});

it('disables at once and enables again; never oneself', async () => {
  const { id, firstPassword } = await create('closed');
  const visitor = desk.one.stranger();
  await visitor.client.session.signIn({ userName: 'closed', password: firstPassword });
  await county.client.account.disable({ id });
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(code('API-102'));
  await desk.fail('closed', firstPassword);
  expect((await county.client.account.list({ state: 'disabled' })).items.map((one) => one.id)).toEqual([id]);
  await county.client.account.enable({ id });
  await visitor.client.session.signIn({ userName: 'closed', password: firstPassword });
  const me = { id: (await top.client.session.whoAmI()).accountId };
  await expect(top.client.account.disable(me)).rejects.toEqual(code('ACC-123'));
  await expect(top.client.account.resetPassword(me)).rejects.toEqual(code('ACC-123'));
  await expect(top.client.account.resetTotp(me)).rejects.toEqual(code('ACC-123'));
});

it('unlocks before the time', async () => {
  const { id, firstPassword } = await create('locked');
  for (let i = 0; i < 5; i++) await desk.fail('locked');
  expect((await county.client.account.list({ state: 'locked' })).items.map((one) => one.id)).toEqual([id]);
  await desk.fail('locked', firstPassword);
  await county.client.account.unlock({ id });
  const { next } = await desk.one
    .stranger()
    .client.session.signIn({ userName: 'locked', password: firstPassword });
  expect(next).toBe('newPassword');
});

it('resets password and second factor, and ends the sessions each time', async () => {
  const who = await desk.person('郑四');
  const visitor = await desk.signedIn(who);
  await desk.enrol(visitor);
  await top.client.account.resetTotp({ id: who.id });
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(code('API-102'));
  const again = await desk.signedIn(who);
  expect((await again.client.session.whoAmI()).hasTotp).toBe(false);
  const { firstPassword } = await top.client.account.resetPassword({ id: who.id });
  await expect(again.client.session.whoAmI()).rejects.toEqual(code('API-102'));
  await desk.fail(who.userName, good);
  const { next } = await again.client.session.signIn({
    userName: who.userName,
    password: firstPassword ?? '',
  });
  expect(next).toBe('newPassword');
  // Nor may one come back to the password from before the reset.
  const back = { present: firstPassword ?? '', next: good };
  await expect(again.client.session.changePassword(back)).rejects.toEqual(code('ACC-110'));
});

it('lets the security administrator see and end anybody’s sessions', async () => {
  const who = await desk.person('郑五');
  const visitor = await desk.signedIn(who);
  const { items } = await top.client.account.listSessions({ id: who.id });
  expect(items).toHaveLength(1);
  const wrong = { id: who.id, sessionId: newId() };
  await expect(top.client.account.endSessions(wrong)).rejects.toEqual(code('ACC-116'));
  await top.client.account.endSessions({ id: who.id, sessionId: items[0]?.id });
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(code('API-102'));
});

it('is the security administrator’s: the system administrator reads, others do not even that', async () => {
  const system = await desk.one.visitor('高机房', { role: 'systemAdmin', area: '' });
  const clerk = await desk.one.visitor('钱经办', { role: 'countyLead', area: '339901' });
  const wanted = { id: newId(), userName: 'zheng.liu', fullName: '郑六', unitId: units.here };
  await system.client.account.list();
  await expect(system.client.account.create(wanted)).rejects.toEqual(code('API-103'));
  await expect(system.client.account.resetPassword({ id: newId() })).rejects.toEqual(code('API-103'));
  await expect(clerk.client.account.list()).rejects.toEqual(code('API-103'));
  await expect(clerk.client.account.create(wanted)).rejects.toEqual(code('API-103'));
});

it('offers as colleagues only people in office in one’s own area, with unit, role and area', async () => {
  const clerk = await desk.one.visitor('冯经办', { role: 'townLead', area: '339901001' });
  await desk.one.account('冯经办', {
    role: 'townCaseworker',
    area: '339901001',
    programmes: ['dibao_rural'],
  });
  await desk.one.account('冯外乡', { role: 'townCaseworker', area: '339901002' });
  const { items } = await clerk.client.account.colleagues({ role: 'townCaseworker' });
  expect(items).toEqual([
    expect.objectContaining({
      fullName: '冯经办',
      role: 'townCaseworker',
      area: '339901001',
      programmes: ['dibao_rural'],
    }),
  ]);
});

it('refuses fields nobody asked for', async () => {
  const sent = { id: newId(), userName: 'zheng.qi', fullName: '郑七', unitId: units.here };
  for (const more of [
    { role: 'securityAdmin' },
    { mustChangePassword: false },
    { password: good },
    { createdBy: null },
  ]) {
    const answer = await top.send(`${desk.one.origin}/api/account/create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-yangguang': '1' },
      body: JSON.stringify({ ...sent, ...more }),
    });
    expect(answer.status).toBe(400);
  }
  await expect(top.client.account.get({ id: sent.id })).rejects.toEqual(code('ACC-120'));
});

it('writes who did what into the log of reads and acts', async () => {
  const { id } = await create('noted');
  await county.client.account.disable({ id });
  const rows = await desk.one.office.db.asOwner((tx) =>
    tx.rows(sql`select account_id, kind, operation, role, region, outcome from read_log
      where subject->>'account' = ${id} order by seq`),
  );
  expect(rows).toContainEqual({
    account_id: county.account.id,
    kind: 'act',
    operation: 'account.disable',
    role: 'securityAdmin',
    region: '339901',
    outcome: 'given',
  });
});
