import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { type AccountPolicy, after } from './account-policy.ts';

/** What a login needs to know of the account a name belongs to. */
export interface SignInAccount {
  readonly id: string;
  /** PHC string; null: single sign-on only. */
  readonly password: string | null;
  readonly passwordSetAt: Date | null;
  readonly mustChangePassword: boolean;
  readonly hasTotp: boolean;
  readonly disabledAt: Date | null;
}

const columns = sql`id, password, password_set_at as "passwordSetAt", must_change_password as "mustChangePassword",
  totp_confirmed_at is not null as "hasTotp", disabled_at as "disabledAt"`;

/**
 * Counts a login against the account before its password is looked at, so that guessing many at once gains nothing:
 * not more than `failedLogins` are ever compared until the lock has run out. A success gives the count back.
 * @returns null for a name nobody has and for a locked account alike
 */
export function reserveAttempt(
  tx: Transaction,
  userName: string,
  policy: AccountPolicy,
  now: Date,
): Promise<SignInAccount | null> {
  const count = sql`(case when locked_until is null then failed_logins else 0 end + 1)`;
  return tx.find<SignInAccount>(sql`
    update account set failed_logins = ${count},
      locked_until = case when ${count} >= ${policy.failedLogins}::int
        then ${after(now, { minutes: policy.lockMinutes })}::timestamptz end
    where user_name = ${userName} and (locked_until is null or locked_until <= ${now}) returning ${columns}`);
}

/** As {@link reserveAttempt}, for somebody already known: a second factor, or the present password once more. */
export function reserveProof(
  tx: Transaction,
  accountId: string,
  policy: AccountPolicy,
  now: Date,
): Promise<{ totpSecret: Buffer | null; password: string | null } | null> {
  const count = sql`(case when locked_until is null then failed_logins else 0 end + 1)`;
  return tx.find(sql`
    update account set failed_logins = ${count},
      locked_until = case when ${count} >= ${policy.failedLogins}::int
        then ${after(now, { minutes: policy.lockMinutes })}::timestamptz end
    where id = ${accountId} and disabled_at is null and (locked_until is null or locked_until <= ${now})
    returning totp_secret as "totpSecret", password`);
}

/** Gives one count back: the password was right, but the login is not complete. */
export async function returnAttempt(
  tx: Transaction,
  accountId: string,
  policy: AccountPolicy,
): Promise<void> {
  await tx.run(sql`
    update account set failed_logins = greatest(failed_logins - 1, 0),
      locked_until = case when failed_logins - 1 >= ${policy.failedLogins}::int then locked_until end
    where id = ${accountId}`);
}

/** The login is complete: earlier failures are forgotten. */
export async function forgetFailures(tx: Transaction, accountId: string): Promise<void> {
  await tx.run(sql`update account set failed_logins = 0, locked_until = null where id = ${accountId}`);
}

/** Counts a login against the address, before it is tried. @returns false when the address is locked out */
export async function reserveAddress(
  tx: Transaction,
  address: string,
  policy: AccountPolicy,
  now: Date,
): Promise<boolean> {
  const since = after(now, { minutes: -policy.addressLockMinutes });
  const until = after(now, { minutes: policy.addressLockMinutes });
  const limit = policy.addressFailedLogins;
  await tx.run(
    sql`delete from address_lock where since < ${after(now, { days: -1 })} and address <> ${address}`,
  );
  const taken = await tx.run(sql`
    insert into address_lock as l (address, failed_logins, since) values (${address}, 1, ${now})
    on conflict (address) do update set
      failed_logins = case when l.since <= ${since} then 1 else l.failed_logins + 1 end,
      since = case when l.since <= ${since} then ${now} else l.since end,
      locked_until = case when l.since > ${since} and l.failed_logins + 1 >= ${limit}::int then ${until}::timestamptz end
    where l.locked_until is null or l.locked_until <= ${now}`);
  return taken === 1;
}

/** Gives the count of a successful login back; one's own successes do not wipe out failures with other names. */
export async function returnAddress(tx: Transaction, address: string, policy: AccountPolicy): Promise<void> {
  await tx.run(sql`
    update address_lock set failed_logins = greatest(failed_logins - 1, 0),
      locked_until = case when failed_logins - 1 >= ${policy.addressFailedLogins}::int then locked_until end
    where address = ${address}`);
}

/** The account a provider of single sign-on vouches for. Never made on the way: the security administrator sets it. */
export function findBySubject(tx: Transaction, subject: string): Promise<SignInAccount | null> {
  return tx.find<SignInAccount>(
    sql`select ${columns} from account where oidc_subject = ${subject} and disabled_at is null`,
  );
}
