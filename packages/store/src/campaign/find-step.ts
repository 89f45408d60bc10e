import type { Facts } from '@yangguang/domain/workflows/field';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** A step of a matter that is in the journal already: its action, its open facts, the documents it cites. */
export interface FoundStep {
  readonly action: string;
  readonly facts: Facts;
  readonly evidence: readonly string[];
}

/** Null when the id is new. */
export async function findStep(tx: Transaction, matterId: string, stepId: string): Promise<FoundStep | null> {
  const row = await tx.find<{ action: string; facts: Facts; evidence: readonly { id: string }[] }>(
    sql`select action, facts, evidence from step where id = ${stepId} and matter_id = ${matterId} and step_no > 0`,
  );
  return row === null ? null : { ...row, evidence: row.evidence.map((one) => one.id) };
}
