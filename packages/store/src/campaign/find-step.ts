import type { Facts } from '@yangguang/domain/workflows/field';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** Action and open facts of a step of the matter that is in the journal already; null when the id is new. */
export function findStep(
  tx: Transaction,
  matterId: string,
  stepId: string,
): Promise<{ action: string; facts: Facts } | null> {
  return tx.find<{ action: string; facts: Facts }>(
    sql`select action, facts from step where id = ${stepId} and matter_id = ${matterId} and step_no > 0`,
  );
}
