import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import type { Role } from '@yangguang/domain/people/role';
import { normalizeUserName } from '@yangguang/domain/people/user-name';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { insertAppointment } from './appointment.ts';
import { createAccount } from './create-account.ts';
import { hashSecret, newPaperCode, normalizePaperCode } from './secret-code.ts';

/** Somebody to be one of the three administrators. */
export interface Person {
  readonly userName: string;
  readonly fullName: string;
}

export interface ThreePeople {
  readonly systemAdmin: Person;
  readonly securityAdmin: Person;
  readonly auditAdmin: Person;
}

const three = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[];

/** True until the three administrators exist: nobody can sign in before. */
export async function needsSetUp(tx: Transaction): Promise<boolean> {
  return (await tx.find(sql`select 1 as some from account limit 1`)) === null;
}

/**
 * Makes the code that the server prints at its first start; earlier ones no longer hold.
 * @returns null when the administrators exist already
 */
export async function makeSetUpCode(tx: Transaction, now: Date): Promise<string | null> {
  if (!(await needsSetUp(tx))) return null;
  const { secret, hash } = newPaperCode();
  await tx.run(sql`update set_up_code set used_at = ${now} where used_at is null`);
  await tx.run(sql`insert into set_up_code (code_hash, made_at) values (${hash}, ${now})`);
  return secret;
}

/** Uses the code up. @throws UserError ACC-114 */
export async function useSetUpCode(tx: Transaction, typed: string, now: Date): Promise<void> {
  const used = await tx.run(sql`
    update set_up_code set used_at = ${now}
    where code_hash = ${hashSecret(normalizePaperCode(typed))} and used_at is null`);
  if (used === 0) throw accountRefusal('ACC-114');
}

/**
 * Makes the three administrators, three different people, each with a first password of their own. There is no default
 * account and no default password.
 * @returns the first passwords, shown this once
 * @throws UserError ACC-114 they exist already · ACC-115 not three people · ACC-122 a name that cannot be used
 */
export async function createAdministrators(
  tx: Transaction,
  people: ThreePeople,
  now: Date,
  newId: () => string,
): Promise<Record<(typeof three)[number], string>> {
  await tx.run(sql`lock table account in share row exclusive mode`);
  if (!(await needsSetUp(tx))) throw accountRefusal('ACC-114');
  const userNames = new Set(three.map((role) => normalizeUserName(people[role].userName)));
  const fullNames = new Set(three.map((role) => people[role].fullName.normalize('NFKC').replace(/\s/gu, '')));
  if (userNames.size < three.length || fullNames.size < three.length) throw accountRefusal('ACC-115');
  const passwords = { systemAdmin: '', securityAdmin: '', auditAdmin: '' };
  for (const role of three) {
    const id = newId();
    const account = { id, ...people[role], unitId: null, oidcSubject: null, withPassword: true };
    const password = await createAccount(tx, account, { accountId: null, areas: [''] }, now);
    if (password === null) throw new Error(`the ${role} was not made`);
    passwords[role] = password;
    const appointment = { id: newId(), accountId: id, role, area: '', programmes: null };
    await insertAppointment(tx, { ...appointment, fromOn: chinaDay(now), toOn: null }, null, now);
  }
  return passwords;
}
