import { areIncompatible, type Role, roles } from '@yangguang/domain/people/role';
import { sql } from '@yangguang/store/sql';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { code } from '../../sign-on/test-people.ts';
import { testOffice, type TestOffice, type TestVisitor } from '../../test-office.ts';

let one: TestOffice;
let top: TestVisitor & { readonly account: { readonly id: string } };
let county: TestVisitor & { readonly account: { readonly id: string } };

beforeAll(async () => {
  one = await testOffice();
  top = await one.visitor('安国', { role: 'securityAdmin', area: '' });
  county = await one.visitor('安县', { role: 'securityAdmin', area: '339901' });
});
afterAll(() => one.close());

const newId = (): string => one.office.newId();
const today = '2026-11-21';

/** Somebody of a unit in county 339901. */
async function clerk(fullName = '陈一'): Promise<string> {
  const { id } = await one.account(fullName);
  const unit = newId();
  await top.client.unit.create({ id: unit, area: '339901', name: '甲县民政局', kind: 'bureau' });
  await one.office.db.asOwner((tx) => tx.run(sql`update account set unit_id = ${unit} where id = ${id}`));
  return id;
}

function wish(
  accountId: string,
  role: Role,
  more: Partial<{ area: string; fromOn: string; toOn: string | null }> = {},
) {
  return {
    id: newId(),
    accountId,
    role,
    area: '339901',
    programmes: null,
    fromOn: today,
    toOn: null,
    ...more,
  };
}

it('appoints within the own area, from today on, and the rights hold at once and end at once', async () => {
  const accountId = await clerk();
  const visitor = await one.signIn({ id: accountId, userName: '', fullName: '' });
  const wanted = wish(accountId, 'townCaseworker', { area: '339901001' });
  await expect(visitor.client.account.colleagues()).rejects.toEqual(code('API-103'));
  await county.client.appointment.grant(wanted);
  await visitor.client.account.colleagues();
  await county.client.appointment.grant(wanted);
  const { items } = await county.client.appointment.list({ accountId });
  expect(items).toEqual([
    expect.objectContaining({ ...wanted, grantedBy: county.account.id, revokedAt: null }),
  ]);
  const other = { ...wanted, area: '339901002' };
  await expect(county.client.appointment.grant(other)).rejects.toEqual(code('ACC-134'));
  await county.client.appointment.grant(wish(accountId, 'villageAide', { area: '339901001001' }));
  await county.client.appointment.revoke({ id: wanted.id });
  const left = (await visitor.client.session.whoAmI()).appointments;
  expect(left.map(({ role }) => role)).toEqual(['villageAide']);
  await expect(county.client.appointment.revoke({ id: wanted.id })).rejects.toEqual(code('ACC-130'));
  expect((await county.client.appointment.list({ accountId })).items).toHaveLength(1);
  expect((await county.client.appointment.list({ accountId, withEnded: 'true' })).items).toHaveLength(2);
});

it('refuses areas that are elsewhere or nowhere, and periods in the past or empty', async () => {
  const accountId = await clerk();
  const { grant } = county.client.appointment;
  await expect(grant(wish(accountId, 'townLead', { area: '339902001' }))).rejects.toEqual(code('ACC-129'));
  await expect(grant(wish(accountId, 'townLead', { area: '' }))).rejects.toEqual(code('ACC-129'));
  await expect(grant(wish(accountId, 'townLead', { area: '339901777' }))).rejects.toEqual(code('ACC-126'));
  await expect(grant(wish(accountId, 'townLead', { fromOn: '2026-11-20' }))).rejects.toEqual(code('ACC-127'));
  await expect(grant(wish(accountId, 'townLead', { toOn: today }))).rejects.toEqual(code('ACC-127'));
  const outsider = await one.account('陈外');
  await expect(grant(wish(outsider.id, 'townLead'))).rejects.toEqual(code('ACC-120'));
});

it('appoints nobody to oneself, and nobody ends one’s own appointment', async () => {
  await expect(top.client.appointment.grant(wish(top.account.id, 'securityAdmin'))).rejects.toEqual(
    code('ACC-124'),
  );
  const { items } = await top.client.appointment.list({ accountId: top.account.id });
  await expect(top.client.appointment.revoke({ id: items[0]?.id ?? '' })).rejects.toEqual(code('ACC-124'));
});

it('is the security administrator’s alone: no other role may appoint', async () => {
  const accountId = await clerk();
  for (const role of Object.keys(roles) as Role[]) {
    if (role === 'securityAdmin') continue;
    const visitor = await one.visitor(`陈${role}`, { role, area: '' });
    await expect(visitor.client.appointment.grant(wish(accountId, 'villageAide'))).rejects.toEqual(
      code('API-103'),
    );
  }
});

it('F-U4 refuses every pair of roles that watch each other, in both orders, across areas, for any overlap', async () => {
  const names = Object.keys(roles) as Role[];
  const day = (n: number): string => new Date(Date.UTC(2026, 10, 21 + n)).toISOString().slice(0, 10);
  const period = fc
    .tuple(fc.nat(40), fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }))
    .map(([from, length]) => ({ from, to: length === null ? null : from + length }));
  const sometimes = fc.record({ first: period, second: period });
  const pairs = names.flatMap((a) => names.map((b) => [a, b] as const));
  for (const [a, b] of pairs) {
    const accountId = await clerk();
    const [{ first, second }] = fc.sample(sometimes, {
      numRuns: 1,
      seed: names.indexOf(a) * 100 + names.indexOf(b),
    }) as [{ first: { from: number; to: number | null }; second: { from: number; to: number | null } }];
    const span = ({ from, to }: typeof first) => ({ fromOn: day(from), toOn: to === null ? null : day(to) });
    await top.client.appointment.grant(wish(accountId, a, { area: '339901', ...span(first) }));
    const overlaps = (first.to ?? 999) > second.from && (second.to ?? 999) > first.from;
    const asked = top.client.appointment.grant(wish(accountId, b, { area: '339902', ...span(second) }));
    const answer = await asked.then(
      () => 'granted',
      (error: unknown) => (error as { code: string }).code,
    );
    const wanted = areIncompatible(a, b) && overlaps ? 'ACC-125' : 'granted';
    expect([a, b, first, second, answer]).toEqual([a, b, first, second, wanted]);
  }
});

it('sees two grants sent at the same moment', async () => {
  for (let i = 0; i < 5; i++) {
    const accountId = await clerk();
    const grants = (['countyCaseworker', 'countyReviewer'] as const).map((role) =>
      top.client.appointment.grant(wish(accountId, role)),
    );
    const outcomes = await Promise.allSettled(grants);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

it('lets an appointment run out, and a future one begin, at midnight in China', async () => {
  const accountId = await clerk();
  await top.client.appointment.grant(wish(accountId, 'townCaseworker', { toOn: '2026-11-23' }));
  await top.client.appointment.grant(wish(accountId, 'villageAide', { fromOn: '2026-11-23' }));
  const visitor = await one.signIn({ id: accountId, userName: '', fullName: '' });
  const held = async (): Promise<string[]> =>
    (await visitor.client.session.whoAmI()).appointments.map(({ role }) => role);
  one.setClock('2026-11-22T23:59:59+08:00');
  expect(await held()).toEqual(['townCaseworker']);
  one.setClock('2026-11-23T00:00:00+08:00');
  expect(await held()).toEqual(['villageAide']);
  one.setClock(`${today}T09:00:00+08:00`);
});

it('keeps one security administrator of the whole, whatever two of them do to each other at once', async () => {
  const other = await one.visitor('安备', { role: 'securityAdmin', area: '' });
  const appointmentOf = async (accountId: string): Promise<string> =>
    (await top.client.appointment.list({ accountId })).items[0]?.id ?? '';
  const [mine, theirs] = [await appointmentOf(top.account.id), await appointmentOf(other.account.id)];
  const outcomes = await Promise.allSettled([
    top.client.appointment.revoke({ id: theirs }),
    other.client.appointment.revoke({ id: mine }),
  ]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const left = await one.office.db.asOwner((tx) =>
    tx.rows<{ account: string }>(sql`select account_id as account from appointment
      where role = 'securityAdmin' and area = '' and revoked_at is null`),
  );
  expect(left).toHaveLength(1);
  // One who is only there for some days is not enough to go.
  const last = left[0]?.account === top.account.id ? top : other;
  const temporary = await one.account('安临');
  await last.client.appointment.grant(wish(temporary.id, 'securityAdmin', { area: '', toOn: '2026-12-01' }));
  const visitor = await one.signIn(temporary);
  await expect(visitor.client.account.disable({ id: last.account.id })).rejects.toEqual(code('ACC-128'));
  const id = await appointmentOf(last.account.id).catch(() => '');
  const found =
    id || ((await visitor.client.appointment.list({ accountId: last.account.id })).items[0]?.id ?? '');
  await expect(visitor.client.appointment.revoke({ id: found })).rejects.toEqual(code('ACC-128'));
});
