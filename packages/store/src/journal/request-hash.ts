import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { canonicalJson } from './canonical-json.ts';
import { journalRefusal } from './journal-refusals.ts';

/** What makes a repeated request the same. The version seen is not part of it: it may be corrected after a conflict. */
export type RequestContent = Readonly<Record<string, unknown>>;

/**
 * Keyed hash of what the client sent: a plain one would let whoever reads the table try out identity numbers. One for
 * each key version in use, the newest first.
 */
export function requestHashes(vault: Vault, content: RequestContent): Buffer[] {
  return vault.blind('id', canonicalJson(content)).map((one) => one.hash);
}

/** The newest hash: what a new row keeps. */
export function requestHash(vault: Vault, content: RequestContent): Buffer {
  const [newest] = requestHashes(vault, content);
  if (newest === undefined) throw new Error('the vault has no key');
  return newest;
}

/** A step that is in the journal already. */
export interface StoredStep {
  readonly matter_id: string;
  readonly step_no: number;
  readonly to_state: string;
  readonly at: Date;
}

/**
 * The stored step of this id, or null when the id is new.
 * @throws UserError MAT-101 when the id stands for another content
 */
export async function findStored(
  tx: Transaction,
  vault: Vault,
  stepId: string,
  content: RequestContent,
): Promise<StoredStep | null> {
  const row = await tx.find<StoredStep & { request_hash: Buffer }>(
    sql`select matter_id, step_no, to_state, at, request_hash from step where id = ${stepId}`,
  );
  if (row === null) return null;
  if (!requestHashes(vault, content).some((hash) => hash.equals(row.request_hash)))
    throw journalRefusal('MAT-101');
  return row;
}

/** Lets one of several transactions with the same step id through at a time. */
export async function lockStepId(tx: Transaction, stepId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${stepId}, 0))`);
}
