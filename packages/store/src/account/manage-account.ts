import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { getAccount } from './account.ts';
import { assertSecurityAdminRemains } from './last-security-admin.ts';
import { setFirstPassword } from './password.ts';
import { removeTotp } from './second-factor.ts';
import { newFirstPassword } from './secret-code.ts';
import { endSessions } from './session.ts';

/** The security administrator at work: who, and over which areas. */
export interface Keeper {
  readonly accountId: string;
  readonly areas: readonly string[];
}

/**
 * Closes an account and its sessions. Nothing is deleted: the journal names it.
 * @throws UserError ACC-120 unknown or elsewhere · ACC-123 one's own · ACC-128 the last security administrator
 */
export async function disableAccount(tx: Transaction, id: string, by: Keeper, now: Date): Promise<void> {
  await getAccount(tx, id, by.areas);
  if (id === by.accountId) throw accountRefusal('ACC-123');
  await assertSecurityAdminRemains(tx, { without: { accountId: id } }, now);
  await tx.run(sql`
    update account set disabled_at = coalesce(disabled_at, ${now}), version = version + 1 where id = ${id}`);
  await endSessions(tx, id, { except: null }, now);
}

/** Opens a disabled account again. @throws UserError ACC-120 */
export async function enableAccount(tx: Transaction, id: string, by: Keeper): Promise<void> {
  await getAccount(tx, id, by.areas);
  await tx.run(sql`update account set disabled_at = null, version = version + 1 where id = ${id}`);
}

/** Ends a lock before its time. @throws UserError ACC-120 */
export async function unlockAccount(tx: Transaction, id: string, by: Keeper): Promise<void> {
  await getAccount(tx, id, by.areas);
  await tx.run(sql`
    update account set failed_logins = 0, locked_until = null, version = version + 1 where id = ${id}`);
}

/**
 * Gives an account a new first password and ends its sessions.
 * @returns the password, shown this once
 * @throws UserError ACC-120 · ACC-123 one's own
 */
export async function resetPassword(tx: Transaction, id: string, by: Keeper, now: Date): Promise<string> {
  await getAccount(tx, id, by.areas);
  if (id === by.accountId) throw accountRefusal('ACC-123');
  const password = newFirstPassword();
  await setFirstPassword(tx, id, password, now);
  await endSessions(tx, id, { except: null }, now);
  return password;
}

/** Takes the second factor of a lost telephone away and ends the sessions. @throws UserError ACC-120 · ACC-123 */
export async function resetTotp(tx: Transaction, id: string, by: Keeper, now: Date): Promise<void> {
  await getAccount(tx, id, by.areas);
  if (id === by.accountId) throw accountRefusal('ACC-123');
  await removeTotp(tx, id);
  await endSessions(tx, id, { except: null }, now);
}

/**
 * Ties an account to an identity of single sign-on, or unties it, and ends its sessions.
 * @throws UserError ACC-120 · ACC-123 · ACC-132 the identity belongs to another account
 */
export async function linkSubject(
  tx: Transaction,
  id: string,
  subject: string | null,
  by: Keeper,
  now: Date,
): Promise<void> {
  await getAccount(tx, id, by.areas);
  if (id === by.accountId) throw accountRefusal('ACC-123');
  const other = await tx.find(sql`select id from account where oidc_subject = ${subject} and id <> ${id}`);
  if (other !== null) throw accountRefusal('ACC-132');
  await tx.run(sql`update account set oidc_subject = ${subject}, version = version + 1 where id = ${id}`);
  await endSessions(tx, id, { except: null }, now);
}
