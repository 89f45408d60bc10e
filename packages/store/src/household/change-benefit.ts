import { registerRows } from '../audit/register-rows.ts';
import type { Transaction } from '../database.ts';
import { journalRefusal } from '../journal/journal-refusals.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';

/**
 * Lets a decision take effect: the one way by which what a family receives is changed. The database asks again for the
 * reasoned decision, its delivery and the hearing.
 * @param stepId the step `takeEffect`, taken in this transaction
 * @throws UserError MAT-109 when the database misses one of them
 */
export async function changeBenefit(
  tx: Transaction,
  vault: Vault,
  stepId: string,
  householdId: string | null,
  at: Date,
): Promise<void> {
  try {
    await tx.rows(sql`select take_effect(${stepId})`);
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'YG002') throw journalRefusal('MAT-109');
    throw fault;
  }
  const touched = await tx.rows<{ id: string }>(
    sql`select id from entitlement where household_id = ${householdId} order by id`,
  );
  const ids = touched.map((e) => e.id);
  await registerRows(tx, vault, 'entitlement', ids, at);
}
