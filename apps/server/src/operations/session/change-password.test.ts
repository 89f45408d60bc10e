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

it('wants the password changed at the first login and after ninety days, and nothing done before', async () => {
  const who = await desk.person('孙夏', { role: 'townCaseworker', area: '339901001' });
  desk.pass(90 * 24 * 60 - 1);
  expect((await (await desk.signedIn(who)).client.session.whoAmI()).next).toBe('none');
  desk.pass(1);
  const visitor = await desk.signedIn(who);
  expect((await visitor.client.session.whoAmI()).next).toBe('newPassword');
  await expect(visitor.client.account.colleagues()).rejects.toEqual(coded('API-111'));
  const before = token(visitor);
  const { next } = await visitor.client.session.changePassword({ present: good, next: 'Plum3-cloud-Gate' });
  expect(next).toBe('none');
  expect(token(visitor)).not.toBe(before);
  await visitor.client.account.colleagues();
  visitor.cookies.set('yangguang', before);
  await expect(visitor.client.session.whoAmI()).rejects.toEqual(coded('API-102'));
});

it('refuses weak passwords and the last five', async () => {
  const who = await desk.person('孙秋兰');
  const visitor = await desk.signedIn(who);
  const change = (present: string, next: string) => visitor.client.session.changePassword({ present, next });
  await expect(change('wrong', 'Plum3-cloud-Gate')).rejects.toEqual(coded('ACC-108'));
  await expect(change(good, 'Plum3-c')).rejects.toEqual(coded('ACC-109'));
  await expect(change(good, 'Sunqiulan#2026x')).rejects.toEqual(coded('ACC-109'));
  await expect(change(good, good)).rejects.toEqual(coded('ACC-110'));
  const row = [good, 'Plum3-cloud-Gate', 'Fish4-lamp-Road', 'Moss5-bell-Tree', 'Rain6-door-Wolf'];
  for (const [i, next] of row.entries()) {
    desk.pass(1);
    if (i > 0) await change(row[i - 1] ?? '', next);
  }
  desk.pass(1);
  await expect(change('Rain6-door-Wolf', good)).rejects.toEqual(coded('ACC-110'));
  await change('Rain6-door-Wolf', 'Sand7-mill-Crow');
  desk.pass(1);
  await change('Sand7-mill-Crow', good);
});
