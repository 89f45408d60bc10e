import { hashPassword } from '@yangguang/store/account/password-hash';
import { sql } from '@yangguang/store/sql';
import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import {
  type TestAccount,
  type TestAppointment,
  type TestOffice,
  testOffice,
  type TestVisitor,
} from '../test-office.ts';

/** The password of everybody in these tests. */
export const good = 'Kite7-river-Bowl';
const startsAt = Date.parse('2026-11-21T09:00:00+08:00');

/** An authenticator that was set up. */
export interface Authenticator {
  /** The code of now, or so many steps of thirty seconds from now. */
  code(stepsAhead?: number): string;
  readonly recovery: readonly string[];
}

/** An office whose people sign in themselves. */
export interface DeskWithPeople {
  readonly one: TestOffice;
  /** Moves the clock on. */
  pass(minutes: number): void;
  /** A day of its own for every test: codes and locks of one do not meet those of another. */
  nextDay(): void;
  /** Somebody with a password of their own and no second factor. */
  person(fullName: string, ...held: TestAppointment[]): Promise<TestAccount>;
  signedIn(who: { readonly userName: string }, visitor?: TestVisitor): Promise<TestVisitor>;
  /** Expects the login to fail. */
  fail(userName: string, password?: string): Promise<void>;
  enrol(visitor: TestVisitor): Promise<Authenticator>;
}

/** A refusal with this code. */
export const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
export const token = (visitor: TestVisitor): string => visitor.cookies.get('yangguang') ?? '';

/** Opens an office; close it with `one.close()`. */
export async function deskWithPeople(): Promise<DeskWithPeople> {
  const one = await testOffice();
  let minutes = 0;
  const pass = (more: number): void => {
    minutes += more;
    one.setClock(new Date(startsAt + minutes * 60_000).toISOString());
  };
  return {
    one,
    pass,
    nextDay: () => pass(24 * 60),
    person: async (fullName, ...held) => {
      const who = await one.account(fullName, ...held);
      await givePassword(one, who);
      return who;
    },
    signedIn: async ({ userName }, visitor = one.stranger()) => {
      await visitor.client.session.signIn({ userName, password: good });
      return visitor;
    },
    fail: async (userName, password = 'wrong') => {
      await expect(one.stranger().client.session.signIn({ userName, password })).rejects.toEqual(
        code('ACC-101'),
      );
    },
    enrol: (visitor) => enrol(one, visitor),
  };
}

/** Gives somebody the password {@link good}. */
export async function givePassword({ office }: TestOffice, who: TestAccount): Promise<void> {
  const password = await hashPassword(good);
  await office.db.asOwner(async (tx) => {
    await tx.run(sql`update account set password = ${password}, password_set_at = ${office.now()},
      totp_confirmed_at = null where id = ${who.id}`);
    await tx.run(sql`insert into password_history values (${who.id}, ${password}, ${office.now()})`);
  });
}

async function enrol({ office }: TestOffice, visitor: TestVisitor): Promise<Authenticator> {
  const { secret, uri } = await visitor.client.session.enrolTotp({ password: good });
  expect(uri).toContain(`secret=${secret}`);
  const codeOf = (stepsAhead = 0): string =>
    TOTP.generate({
      secret: Secret.fromBase32(secret),
      timestamp: office.now().getTime() + stepsAhead * 30_000,
    });
  const { recoveryCodes } = await visitor.client.session.confirmTotp({ code: codeOf() });
  return { code: codeOf, recovery: recoveryCodes };
}

/** The six digits an authenticator with this secret shows at an instant. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}
