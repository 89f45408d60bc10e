import { randomBytes } from 'node:crypto';
import type { Facts } from '@yangguang/domain/workflows/field';
import type { Transaction } from '../database.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Entry } from './project.ts';
import type { StepRow } from './step-row.ts';

/** Columns of a step, in the order of {@link StepRow}. */
export const stepColumns: Sql = sql`seq, id, matter_id, step_no, action, from_state, to_state, account_id, role, area, at,
  recorded_at, reason, header, facts, private, private_hash, evidence, clock, request_hash, prev_hash, hash`;

/** The whole journal of a matter, oldest first. */
export async function readJournal(tx: Transaction, vault: Vault, matterId: string): Promise<Entry[]> {
  const rows = await tx.rows<StepRow>(
    sql`select ${stepColumns} from step where matter_id = ${matterId} order by step_no`,
  );
  return rows.map((row) => entryOf(vault, row));
}

export function entryOf(
  vault: Vault,
  row: Omit<StepRow, 'seq' | 'prev_hash' | 'hash' | 'private_hash'>,
): Entry {
  return {
    id: row.id,
    stepNo: row.step_no,
    action: row.action,
    fromState: row.from_state,
    toState: row.to_state,
    accountId: row.account_id,
    role: row.role,
    area: row.area,
    at: row.at,
    recordedAt: row.recorded_at,
    reason: row.reason,
    header: row.header,
    facts: row.facts,
    privateFacts: openFacts(vault, row.private, stepContext(row.id)),
    evidence: row.evidence,
    clock: row.clock,
  };
}

export const stepContext = (stepId: string): string => `step.private:${stepId}`;
export const matterContext = (matterId: string): string => `matter.private:${matterId}`;

/**
 * What is encrypted of a step or a matter. The salt lets the hash of it stand in the open, where it would otherwise let
 * whoever reads the table try out identity numbers.
 */
interface SealedFacts {
  readonly salt: string;
  readonly facts: Facts;
}

/** Nothing encrypted when there is nothing to hide. */
export function sealFacts(vault: Vault, facts: Facts, context: string): Buffer | null {
  if (Object.keys(facts).length === 0) return null;
  const document: SealedFacts = { salt: randomBytes(16).toString('base64url'), facts };
  return vault.seal(document, context);
}

/** @throws when the bytes were changed or belong to another row */
export function openFacts(vault: Vault, sealed: Buffer | null, context: string): Facts {
  return sealed === null ? {} : (vault.open(sealed, context) as SealedFacts).facts;
}

/**
 * Hash of the private part of a step as the chain keeps it: of what is inside, so that it holds when the bytes are
 * encrypted anew with a newer key.
 * @throws when the bytes were changed or belong to another row
 */
export function privateHash(vault: Vault, sealed: Buffer, stepId: string): Buffer {
  return vault.digest(canonicalJson(vault.open(sealed, stepContext(stepId))));
}
