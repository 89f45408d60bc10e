import { Secret, TOTP } from 'otpauth';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { hashSecret, newPaperCode, normalizePaperCode } from './secret-code.ts';

/** RFC 6238 as every authenticator app has it: six digits, thirty seconds, SHA-1. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const contextOf = (accountId: string): string => `account.totp_secret ${accountId}`;
const recoveryCodes = 10;

/** Begins an enrolment; the present authenticator goes on until the new one is confirmed. */
export async function beginTotp(
  tx: Transaction,
  vault: Vault,
  account: { readonly id: string; readonly userName: string },
): Promise<{ readonly secret: string; readonly uri: string }> {
  const secret = new Secret({ size: 20 });
  await tx.run(sql`
    update account set totp_pending = ${vault.seal(secret.base32, contextOf(account.id))} where id = ${account.id}`);
  const uri = new TOTP({ ...shape, secret, issuer: '阳光救助', label: account.userName }).toString();
  return { secret: secret.base32, uri };
}

/**
 * Confirms an enrolment with a first code, which counts as used, and gives recovery codes in place of all earlier ones.
 * @returns null when no enrolment is under way; `codes: null` when the code is wrong
 */
export async function confirmTotp(
  tx: Transaction,
  vault: Vault,
  accountId: string,
  code: string,
  now: Date,
): Promise<{ readonly codes: string[] | null } | null> {
  const row = await tx.find<{ pending: Buffer | null }>(
    sql`select totp_pending as pending from account where id = ${accountId} for update`,
  );
  if (row?.pending == null) return null;
  const step = findStep(vault, accountId, row.pending, code, now);
  if (step === null) return { codes: null };
  await tx.run(sql`
    update account set totp_secret = totp_pending, totp_pending = null, totp_confirmed_at = ${now},
      totp_last_step = ${step}, version = version + 1 where id = ${accountId}`);
  await tx.run(sql`delete from recovery_code where account_id = ${accountId}`);
  const codes = Array.from({ length: recoveryCodes }, newPaperCode);
  for (const { hash } of codes)
    await tx.run(sql`insert into recovery_code (account_id, code_hash) values (${accountId}, ${hash})`);
  return { codes: codes.map(({ secret }) => secret) };
}

/** Uses a code of the authenticator up: true at most once for each thirty seconds, one step of drift either way. */
export async function useTotp(
  tx: Transaction,
  vault: Vault,
  accountId: string,
  sealed: Buffer,
  code: string,
  now: Date,
): Promise<boolean> {
  const step = findStep(vault, accountId, sealed, code, now);
  if (step === null) return false;
  const used = await tx.run(sql`
    update account set totp_last_step = ${step}
    where id = ${accountId} and (totp_last_step is null or totp_last_step < ${step}::bigint)`);
  return used === 1;
}

/** Uses a recovery code up. */
export async function useRecoveryCode(
  tx: Transaction,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const used = await tx.run(sql`
    update recovery_code set used_at = ${now} where account_id = ${accountId}
      and code_hash = ${hashSecret(normalizePaperCode(typed))} and used_at is null`);
  return used === 1;
}

/** Takes authenticator and recovery codes away, when the telephone is lost. */
export async function removeTotp(tx: Transaction, accountId: string): Promise<void> {
  await tx.run(sql`
    update account set totp_secret = null, totp_pending = null, totp_confirmed_at = null, totp_last_step = null,
      version = version + 1 where id = ${accountId}`);
  await tx.run(sql`delete from recovery_code where account_id = ${accountId}`);
}

function findStep(vault: Vault, accountId: string, sealed: Buffer, code: string, now: Date): number | null {
  const secret = Secret.fromBase32(String(vault.open(sealed, contextOf(accountId))));
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...shape, token: code, secret, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period: shape.period, timestamp }) + delta;
}
