import type { Reach, Transaction } from '../database.ts';
import { findMatter } from '../matter/lock-matter.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';
import { leadRefusal } from './lead-refusals.ts';

/**
 * What a duplicate is merged into is an open lead in reach, of the same household (or, of none, with the same subject in
 * the same place). A step that was taken already is not asked again: what it merged into may have ended since.
 * @throws UserError LEAD-101
 */
export async function assertMergeTarget(
  tx: Transaction,
  reach: Reach,
  sent: { readonly stepId: string; readonly matterId: string; readonly into: string },
): Promise<void> {
  const taken = await tx.rows(sql`select 1 from step where id = ${sent.stepId}`);
  if (taken.length > 0) return;
  const from = await findMatter(tx, reach, sent.matterId);
  // What is out of reach is refused by the step itself.
  if (from === null) return;
  const into = await findMatter(tx, reach, sent.into);
  if (
    into === null ||
    into.id === from.id ||
    into.workflow !== 'lead' ||
    into.is_ended ||
    !isAboutSame(from, into)
  )
    throw leadRefusal('LEAD-101');
}

function isAboutSame(from: MatterRow, into: MatterRow): boolean {
  if (from.household_id !== null) return from.household_id === into.household_id;
  return into.household_id === null && into.region === from.region && into.title === from.title;
}
