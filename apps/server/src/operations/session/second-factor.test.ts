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

it('asks leads for a second factor before any work, then at every login', async () => {
  const who = await desk.person('周春', { role: 'townLead', area: '339901001' });
  const visitor = await desk.signedIn(who);
  expect((await visitor.client.session.whoAmI()).next).toBe('enrolTotp');
  await expect(visitor.client.glass.list()).rejects.toEqual(coded('API-113'));
  await expect(visitor.client.session.enrolTotp({ password: 'wrong' })).rejects.toEqual(coded('ACC-108'));
  await expect(visitor.client.session.confirmTotp({ code: '123456' })).rejects.toEqual(coded('ACC-111'));
  const { code } = await desk.enrol(visitor);
  await visitor.client.glass.list();

  desk.pass(1);
  const again = desk.one.stranger();
  expect(await again.client.session.signIn({ userName: who.userName, password: good })).toEqual({
    next: 'secondFactor',
  });
  // The password alone ends nobody's session and opens nothing.
  await visitor.client.session.whoAmI();
  await expect(again.client.session.whoAmI()).rejects.toEqual(coded('API-112'));
  await expect(again.client.glass.list()).rejects.toEqual(coded('API-112'));
  const before = token(again);
  expect(await again.client.session.giveSecondFactor({ code: code() })).toEqual({ next: 'none' });
  expect(token(again)).not.toBe(before);
  await again.client.glass.list();
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
});

it('takes a code once, one step early or late, and none further off', async () => {
  const who = await desk.person('周夏');
  const { code } = await desk.enrol(await desk.signedIn(who));
  const give = async (typed: string): Promise<void> => {
    const visitor = await desk.signedIn(who);
    await visitor.client.session.giveSecondFactor({ code: typed });
  };
  desk.pass(10);
  await expect(give(code(-2))).rejects.toEqual(coded('ACC-103'));
  await expect(give(code(2))).rejects.toEqual(coded('ACC-103'));
  await give(code(-1));
  await expect(give(code(-1))).rejects.toEqual(coded('ACC-103'));
  await give(code(1));
  // Older than one already used.
  await expect(give(code())).rejects.toEqual(coded('ACC-103'));
  await expect(give(code(1))).rejects.toEqual(coded('ACC-103'));
});

it('lets nobody guess codes: five failures lock the account, and a right password gives none back', async () => {
  const who = await desk.person('周秋');
  const { code } = await desk.enrol(await desk.signedIn(who));
  desk.pass(10);
  const visitor = desk.one.stranger();
  for (let i = 0; i < 5; i++) {
    await desk.signedIn(who, visitor);
    await expect(visitor.client.session.giveSecondFactor({ code: `00000${i}` })).rejects.toEqual(
      coded('ACC-103'),
    );
  }
  await expect(visitor.client.session.giveSecondFactor({ code: code() })).rejects.toEqual(coded('ACC-103'));
  await desk.fail(who.userName, good);
});

it('takes a recovery code once, however it is typed', async () => {
  const who = await desk.person('周冬');
  const { recovery } = await desk.enrol(await desk.signedIn(who));
  expect(new Set(recovery).size).toBe(10);
  desk.pass(10);
  const typed = (recovery[3] ?? '').toLowerCase().replaceAll('-', ' ');
  await (await desk.signedIn(who)).client.session.giveSecondFactor({ code: typed });
  const again = await desk.signedIn(who);
  await expect(again.client.session.giveSecondFactor({ code: typed })).rejects.toEqual(coded('ACC-103'));
});

it('drops a login whose second factor does not come within ten minutes', async () => {
  const who = await desk.person('周立');
  const { code } = await desk.enrol(await desk.signedIn(who));
  desk.pass(10);
  const visitor = await desk.signedIn(who);
  desk.pass(10);
  await expect(visitor.client.session.giveSecondFactor({ code: code() })).rejects.toEqual(coded('API-102'));
});

it('keeps the secret sealed for one account: copied to another row it opens nothing', async () => {
  const mine = await desk.person('吴春');
  const other = await desk.person('吴夏');
  const { code } = await desk.enrol(await desk.signedIn(mine));
  await desk.enrol(await desk.signedIn(other));
  desk.pass(10);
  await desk.one.office.db.asOwner((tx) =>
    tx.run(sql`update account set totp_secret = (select totp_secret from account where id = ${mine.id})
      where id = ${other.id}`),
  );
  const visitor = await desk.signedIn(other);
  await expect(visitor.client.session.giveSecondFactor({ code: code() })).rejects.toEqual(coded('API-500'));
});
