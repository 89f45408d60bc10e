import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  code as coded,
  deskWithPeople,
  type DeskWithPeople,
  good,
  token,
} from '../../sign-on/test-people.ts';

let desk: DeskWithPeople;

beforeAll(async () => {
  desk = await deskWithPeople();
});
afterAll(() => desk.one.close());
beforeEach(() => desk.nextDay());

it('signs in with name in any case and width, and out again', async () => {
  const who = await desk.person('王春', { role: 'townCaseworker', area: '339901001' });
  const visitor = desk.one.stranger();
  const { next } = await visitor.client.session.signIn({
    userName: ` ${who.userName.toUpperCase()} `,
    password: good,
  });
  expect(next).toBe('none');
  const me = await visitor.client.session.whoAmI();
  expect(me).toMatchObject({ fullName: '王春', next: 'none', unseenGlasses: 0 });
  expect(me.appointments).toEqual([
    { role: 'townCaseworker', area: '339901001', programmes: null, readsOnly: false },
  ]);
  expect(me.permissions).toContain('matter.act');
  expect(me.permissions).not.toContain('account.manage');
  const old = token(visitor);
  await visitor.client.session.signOut();
  expect(visitor.cookies.has('yangguang')).toBe(false);
  visitor.cookies.set('yangguang', old);
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
});

it('gives one answer for an unknown name, a wrong password, a locked and a disabled account', async () => {
  const known = await desk.person('王秋');
  const disabled = await desk.person('王冬');
  await desk.one.office.db.asOwner((tx) =>
    tx.run(sql`update account set disabled_at = ${desk.one.office.now()} where id = ${disabled.id}`),
  );
  const words = async (userName: string, password: string) => {
    const error: unknown = await desk.one
      .stranger()
      .client.session.signIn({ userName, password })
      .catch((e: unknown) => e);
    const { reference: _, ...answer } = (error as { answer: Record<string, unknown> }).answer;
    return answer;
  };
  const unknown = await words('nobody-at-all', good);
  expect(unknown['zh']).toBe(accountRefusal('ACC-101', { minutes: 30 }).zh);
  expect(await words(known.userName, 'wrong')).toEqual(unknown);
  expect(await words(disabled.userName, good)).toEqual(unknown);
  for (let i = 0; i < 4; i++) await desk.fail(known.userName);
  expect(await words(known.userName, good)).toEqual(unknown);
});

it('takes as long for a name nobody has as for a wrong password', async () => {
  const who = await desk.person('王立');
  const spent = async (userName: string): Promise<number> => {
    const from = process.hrtime.bigint();
    await desk.fail(userName);
    return Number(process.hrtime.bigint() - from) / 1e6;
  };
  await spent('nobody-at-all');
  let known = Infinity;
  let unknown = Infinity;
  // The least of many, until the noise of a busy machine is out: without equal work they would never meet.
  for (let i = 0; i < 40 && !(known / unknown > 0.7 && known / unknown < 1.4); i++) {
    known = Math.min(known, await spent(who.userName));
    unknown = Math.min(unknown, await spent(`nobody-${i}`));
    await desk.one.office.db.asOwner(async (tx) => {
      await tx.run(sql`update account set failed_logins = 0, locked_until = null where id = ${who.id}`);
      await tx.run(sql`delete from address_lock`);
    });
  }
  expect(known / unknown).toBeGreaterThan(0.7);
  expect(known / unknown).toBeLessThan(1.4);
});

it('locks an account at the fifth failure, for thirty minutes', async () => {
  const who = await desk.person('李春');
  for (let i = 0; i < 4; i++) await desk.fail(who.userName);
  await desk.signedIn(who);
  for (let i = 0; i < 5; i++) await desk.fail(who.userName);
  await desk.fail(who.userName, good);
  desk.pass(29);
  await desk.fail(who.userName, good);
  desk.pass(1);
  const visitor = await desk.signedIn(who);
  expect((await visitor.client.session.whoAmI()).accountId).toBe(who.id);
});

it('compares no more than five of twenty guesses sent at once', async () => {
  const who = await desk.person('李夏');
  const guesses = Array.from({ length: 20 }, (_, i) => desk.fail(who.userName, `guess ${i}`));
  await Promise.all(guesses);
  const { failed } = await desk.one.office.db.asOwner((tx) =>
    tx.get<{ failed: number }>(sql`select failed_logins as failed from account where id = ${who.id}`),
  );
  expect(failed).toBe(5);
  await desk.fail(who.userName, good);
});

it('locks an address out that tries many names, and nobody else', async () => {
  const who = await desk.person('李秋');
  let refused = 0;
  for (let i = 0; i < 50; i++) {
    const error = await desk.one
      .stranger()
      .client.session.signIn({ userName: `name-${i}`, password: 'x' })
      .catch((e: unknown) => e);
    if ((error as { code: string }).code === 'ACC-102') refused++;
  }
  expect(refused).toBe(0);
  await expect(desk.signedIn(who)).rejects.toEqual(coded('ACC-102'));
  desk.pass(15);
  await desk.signedIn(who);
});

it('writes every failed login to the read log, with the account but not the name typed', async () => {
  const who = await desk.person('李冬');
  await desk.fail(who.userName);
  await desk.fail('somebody-else');
  const rows = await desk.one.office.db.asOwner((tx) =>
    tx.rows<{ kind: string; outcome: string; code: string; subject: object; address: string }>(sql`
      select kind, outcome, code, subject, address from read_log where operation = 'session.signIn'
      order by seq desc limit 2`),
  );
  expect(rows).toEqual([
    { kind: 'signIn', outcome: 'refused', code: 'ACC-101', subject: { account: null }, address: '127.0.0.1' },
    {
      kind: 'signIn',
      outcome: 'refused',
      code: 'ACC-101',
      subject: { account: who.id },
      address: '127.0.0.1',
    },
  ]);
});

it('refuses fields nobody asked for', async () => {
  const who = await desk.person('吴秋');
  for (const [path, body] of [
    ['sign-in', { userName: who.userName, password: good, isComplete: true }],
    ['change-password', { present: good, next: 'Plum3-cloud-Gate', accountId: who.id }],
    ['end', { accountId: who.id }],
  ] as const) {
    const visitor = path === 'sign-in' ? desk.one.stranger() : await desk.signedIn(who);
    const answer = await visitor.send(`${desk.one.origin}/api/session/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-yangguang': '1' },
      body: JSON.stringify(body),
    });
    expect([answer.status, JSON.parse(await answer.text())]).toEqual([400, coded('API-101')]);
  }
});
