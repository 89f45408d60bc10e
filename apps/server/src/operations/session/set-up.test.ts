import { makeSetUpCode } from '@yangguang/store/account/set-up';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { code, deskWithPeople, type DeskWithPeople } from '../../sign-on/test-people.ts';

let desk: DeskWithPeople;

beforeAll(async () => {
  desk = await deskWithPeople();
});
afterAll(() => desk.one.close());

const people = {
  systemAdmin: { userName: 'gao', fullName: '高系统' },
  securityAdmin: { userName: '安全员', fullName: '安保密' },
  auditAdmin: { userName: 'shen', fullName: '沈审计' },
};
const print = (): Promise<string | null> =>
  desk.one.office.db.asOwner((tx) => makeSetUpCode(tx, desk.one.office.now()));

it('makes three administrators, three people, once, with the printed code only; there is no default password', async () => {
  const { setUp, signIn } = desk.one.stranger().client.session;
  await desk.fail('admin', 'admin');
  const earlier = (await print()) ?? '';
  const printed = (await print()) ?? '';
  await expect(setUp({ code: 'AAAA-AAAA-AAAA-AAAA', ...people })).rejects.toEqual(code('ACC-114'));
  await expect(setUp({ code: earlier, ...people })).rejects.toEqual(code('ACC-114'));
  const twice = { ...people, auditAdmin: { userName: 'shen', fullName: '高 系统' } };
  await expect(setUp({ code: printed, ...twice })).rejects.toEqual(code('ACC-115'));
  const alike = { ...people, auditAdmin: { userName: 'GAO', fullName: '沈审计' } };
  await expect(setUp({ code: printed, ...alike })).rejects.toEqual(code('ACC-115'));
  const passwords = await setUp({ code: printed.toLowerCase(), ...people });
  expect(new Set(Object.values(passwords)).size).toBe(3);
  await expect(setUp({ code: printed, ...people })).rejects.toEqual(code('ACC-114'));
  expect(await print()).toBeNull();

  const visitor = desk.one.stranger();
  const typed = { userName: '安全员', password: passwords.securityAdmin };
  expect(await visitor.client.session.signIn(typed)).toEqual({ next: 'newPassword' });
  await expect(visitor.client.account.list()).rejects.toEqual(code('API-111'));
  const next = 'Plum3-cloud-Gate';
  expect(await visitor.client.session.changePassword({ present: typed.password, next })).toEqual({
    next: 'enrolTotp',
  });
  await expect(visitor.client.account.list()).rejects.toEqual(code('API-113'));

  desk.pass(7 * 24 * 60);
  const late = signIn({ userName: 'gao', password: passwords.systemAdmin });
  await expect(late).rejects.toEqual(code('ACC-107'));
});
