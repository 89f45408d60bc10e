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

it('keeps of token and password nothing that opens anything', async () => {
  const who = await desk.person('王夏');
  const visitor = await desk.signedIn(who);
  const everything = await desk.one.office.db.asOwner((tx) =>
    tx.rows<{ text: string }>(
      sql`select s::text as text from session s union all select a::text from account a`,
    ),
  );
  const all = everything.map((row) => row.text).join('\n');
  expect(all).not.toContain(token(visitor));
  expect(all).not.toContain(good);
  expect(all).toMatch(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(desk.one.logLines.join('\n')).not.toContain(good);
  expect(desk.one.logLines.join('\n')).not.toContain(token(visitor));
});

it('takes no token but one it made: forged, empty, changed, or brought along', async () => {
  const who = await desk.person('赵春');
  const visitor = await desk.signedIn(who);
  const mine = token(visitor);
  for (const forged of ['A'.repeat(43), '', 'null', `${mine}A`, mine.slice(0, -1), "' or 1=1 --"]) {
    const other = desk.one.stranger();
    other.cookies.set('yangguang', forged);
    await expect(other.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
  }
  const fixed = desk.one.stranger();
  fixed.cookies.set('yangguang', 'F'.repeat(43));
  await desk.signedIn(who, fixed);
  expect(token(fixed)).not.toBe('F'.repeat(43));
});

it('ends a session that is unused for half an hour, and any after twelve hours', async () => {
  const who = await desk.person('赵夏');
  const visitor = await desk.signedIn(who);
  desk.pass(29);
  await visitor.client.session.whoAmI();
  desk.pass(31);
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
  await desk.signedIn(who, visitor);
  for (let i = 0; i < 35; i++) {
    desk.pass(20);
    await visitor.client.session.whoAmI();
  }
  desk.pass(20);
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
});

it('lets a person have one session: the newest', async () => {
  const who = await desk.person('赵秋');
  const first = await desk.signedIn(who);
  const second = await desk.signedIn(who);
  await expect(first.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
  const { items } = await second.client.session.listOwn();
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ isThisOne: true, address: '127.0.0.1' });
});

it('ends one’s own sessions only', async () => {
  const mine = await desk.signedIn(await desk.person('赵冬'));
  const other = await desk.signedIn(await desk.person('赵立'));
  const { items } = await other.client.session.listOwn();
  await expect(mine.client.session.endOwn({ id: items[0]?.id ?? '' })).rejects.toEqual(coded('ACC-116'));
  await other.client.session.whoAmI();
  const own = await mine.client.session.listOwn();
  expect(await mine.client.session.endOwn({ id: own.items[0]?.id ?? '' })).toEqual({ ended: 1 });
  await expect(mine.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
});

it('closes the session of a disabled account at once', async () => {
  const who = await desk.person('孙春');
  const visitor = await desk.signedIn(who);
  await desk.one.office.db.asOwner((tx) =>
    tx.run(sql`update account set disabled_at = ${desk.one.office.now()} where id = ${who.id}`),
  );
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
});
