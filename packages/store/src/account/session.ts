import type { Role } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { Transaction } from '../database.ts';
import { type Sql, sql } from '../sql.ts';
import { type AccountPolicy, after } from './account-policy.ts';

/** An open session and all that must be known at every request. */
export interface OpenSession {
  readonly id: string;
  readonly accountId: string;
  readonly fullName: string;
  readonly userName: string;
  /** False until the second factor is given. */
  readonly isComplete: boolean;
  readonly lastSeenAt: Date;
  readonly mustChangePassword: boolean;
  readonly passwordSetAt: Date | null;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly appointments: readonly SessionAppointment[];
}

export interface SessionAppointment {
  readonly role: Role;
  readonly area: string;
  readonly programmes: readonly Programme[] | null;
  readonly kind: 'regular' | 'breakGlass';
}

/** One line of the list of somebody's sessions. */
export interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
  readonly isComplete: boolean;
}

export interface NewSession {
  readonly id: string;
  readonly accountId: string;
  readonly tokenHash: Buffer;
  readonly isComplete: boolean;
  readonly address: string;
  readonly agent: string | null;
}

/** Appointments that count now: begun, not ended, not revoked, and for a broken glass the hours not over. */
export function inForce(now: Date): Sql {
  const today = chinaDay(now);
  return sql`(p.revoked_at is null and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)
    and (p.expires_at is null or p.expires_at > ${now}::timestamptz))`;
}

/** Opens a session under a token never seen before; a complete one ends those beyond the number a person may have. */
export async function openSession(
  tx: Transaction,
  session: NewSession,
  policy: AccountPolicy,
  now: Date,
): Promise<void> {
  const length = session.isComplete
    ? { hours: policy.sessionHours }
    : { minutes: policy.secondFactorMinutes };
  await tx.run(sql`
    insert into session (token_hash, id, account_id, created_at, last_seen_at, expires_at, is_complete, address, agent)
    values (${session.tokenHash}, ${session.id}, ${session.accountId}, ${now}, ${now}, ${after(now, length)},
      ${session.isComplete}, ${session.address}, ${session.agent})`);
  if (session.isComplete) await endSurplus(tx, session.accountId, session.id, policy, now);
}

/** The second factor was given: the session gets a new token and its full length. */
export async function completeSession(
  tx: Transaction,
  session: { readonly id: string; readonly accountId: string },
  tokenHash: Buffer,
  policy: AccountPolicy,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    update session set token_hash = ${tokenHash}, is_complete = true, last_seen_at = ${now},
      expires_at = ${after(now, { hours: policy.sessionHours })} where id = ${session.id} and ended_at is null`);
  await endSurplus(tx, session.accountId, session.id, policy, now);
}

/** Gives a session another token: what was known before opens nothing. */
export async function rotateToken(tx: Transaction, sessionId: string, tokenHash: Buffer): Promise<void> {
  await tx.run(
    sql`update session set token_hash = ${tokenHash} where id = ${sessionId} and ended_at is null`,
  );
}

async function endSurplus(
  tx: Transaction,
  accountId: string,
  keep: string,
  policy: AccountPolicy,
  now: Date,
): Promise<void> {
  // Two logins of one person at the same moment must see each other.
  await tx.run(sql`select 1 from account where id = ${accountId} for update`);
  await tx.run(sql`
    update session set ended_at = ${now} where id in (
      select id from session where account_id = ${accountId} and ended_at is null and is_complete and id <> ${keep}
      order by created_at desc, id offset ${policy.sessionsPerPerson - 1})`);
}

/** @returns null when the token opens nothing: unknown, ended, too old, unused too long, or the account is disabled */
export async function findSession(
  tx: Transaction,
  tokenHash: Buffer,
  policy: AccountPolicy,
  now: Date,
): Promise<OpenSession | null> {
  const found = await tx.find<OpenSession>(sql`
    select s.id, s.account_id as "accountId", a.full_name as "fullName", a.user_name as "userName",
      s.is_complete as "isComplete", s.last_seen_at as "lastSeenAt",
      a.must_change_password as "mustChangePassword", a.password_set_at as "passwordSetAt",
      a.password is not null as "hasPassword", a.totp_confirmed_at is not null as "hasTotp",
      coalesce((select json_agg(json_build_object('role', p.role, 'area', p.area, 'programmes', p.programmes,
          'kind', p.kind) order by p.granted_at, p.id)
        from appointment p where p.account_id = a.id and ${inForce(now)}), '[]'::json) as appointments
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${tokenHash} and s.ended_at is null and s.expires_at > ${now}
      and s.last_seen_at > ${after(now, { minutes: -policy.idleMinutes })} and a.disabled_at is null`);
  if (found === null) return null;
  // Once a minute is enough to know that somebody is there, and spares a write at every request.
  if (found.lastSeenAt <= after(now, { minutes: -1 }))
    await tx.run(sql`update session set last_seen_at = ${now} where id = ${found.id} and ended_at is null`);
  return found;
}

/** Sessions still open, the newest first. */
export function listSessions(
  tx: Transaction,
  accountId: string,
  policy: AccountPolicy,
  now: Date,
): Promise<SessionRow[]> {
  return tx.rows<SessionRow>(sql`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", address, agent, is_complete as "isComplete"
    from session where account_id = ${accountId} and ended_at is null and expires_at > ${now}
      and last_seen_at > ${after(now, { minutes: -policy.idleMinutes })} order by created_at desc, id limit 100`);
}

/** Ends one session of an account, or all but `except`. @returns how many ended */
export function endSessions(
  tx: Transaction,
  accountId: string,
  which: { readonly only: string } | { readonly except: string | null },
  now: Date,
): Promise<number> {
  const chosen =
    'only' in which
      ? sql`id = ${which.only}`
      : which.except === null
        ? sql`true`
        : sql`id <> ${which.except}`;
  return tx.run(
    sql`update session set ended_at = ${now} where account_id = ${accountId} and ended_at is null and ${chosen}`,
  );
}

/** Ends the session of a token, whatever its state: signing out, and before another one is opened in the same browser. */
export function endSessionOf(tx: Transaction, tokenHash: Buffer, now: Date): Promise<number> {
  return tx.run(
    sql`update session set ended_at = ${now} where token_hash = ${tokenHash} and ended_at is null`,
  );
}
