import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** True when the account is on record as kin of somebody in the household. */
export async function isKin(
  tx: Transaction,
  accountId: string,
  householdId: string | null,
): Promise<boolean> {
  if (householdId === null) return false;
  const found = await tx.rows(
    sql`select 1 from kinship where account_id = ${accountId} and household_id = ${householdId}`,
  );
  return found.length > 0;
}
