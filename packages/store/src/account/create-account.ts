import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { isUserName, normalizeUserName } from '@yangguang/domain/people/user-name';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { setFirstPassword } from './password.ts';
import { newFirstPassword } from './secret-code.ts';
import { getUnit } from './unit.ts';

export interface NewAccount {
  /** Made by the client: sent twice, there is one account. */
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  /** Null for those of the whole installation only: the first three administrators. */
  readonly unitId: string | null;
  /** Whom the provider of single sign-on vouches for. */
  readonly oidcSubject: string | null;
  /** False: single sign-on only. */
  readonly withPassword: boolean;
}

/**
 * Opens an account without any right: appointments give those.
 * @returns the first password, shown this once; null for single sign-on only, and when the account exists already
 * @throws UserError ACC-121 name taken · ACC-122 name not allowed · ACC-131 unit unknown or outside `areas` ·
 *   ACC-132 single sign-on identity taken · ACC-134 the id stands for another account
 */
export async function createAccount(
  tx: Transaction,
  wanted: NewAccount,
  by: { readonly accountId: string | null; readonly areas: readonly string[] },
  now: Date,
): Promise<string | null> {
  const account = {
    ...wanted,
    userName: normalizeUserName(wanted.userName),
    fullName: wanted.fullName.trim(),
  };
  if (!isUserName(account.userName)) throw accountRefusal('ACC-122');
  if (account.unitId !== null) await getUnit(tx, account.unitId, by.areas);
  const made = await tx.run(sql`
    insert into account (id, user_name, full_name, unit_id, oidc_subject, created_at, created_by, must_change_password)
    values (${account.id}, ${account.userName}, ${account.fullName}, ${account.unitId}, ${account.oidcSubject}, ${now},
      ${by.accountId}, ${account.withPassword}) on conflict do nothing`);
  if (made === 0) return assertSame(tx, account);
  if (!account.withPassword) return null;
  const password = newFirstPassword();
  await setFirstPassword(tx, account.id, password, now);
  return password;
}

async function assertSame(tx: Transaction, account: NewAccount): Promise<null> {
  const taken = await tx.rows<{ id: string; same: boolean; name: boolean }>(sql`
    select id, user_name = ${account.userName} as name, user_name = ${account.userName}
      and full_name = ${account.fullName} and unit_id is not distinct from ${account.unitId}::uuid
      and oidc_subject is not distinct from ${account.oidcSubject}::text as same
    from account where id = ${account.id} or user_name = ${account.userName}
      or oidc_subject = ${account.oidcSubject}`);
  const own = taken.find((row) => row.id === account.id);
  if (own !== undefined && own.same) return null;
  if (own !== undefined) throw accountRefusal('ACC-134');
  throw accountRefusal(taken.some((row) => row.name) ? 'ACC-121' : 'ACC-132');
}
