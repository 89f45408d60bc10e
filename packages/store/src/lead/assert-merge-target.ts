import type { Reach, Transaction } from '../database.ts';
import { findMatter } from '../matter/lock-matter.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import { leadRefusal } from './lead-refusals.ts';

/**
 * What a duplicate is merged into is an open lead in reach, of the same household (or, of none, with the same subject in
 * the same place): somebody must go on with what it says.
 * @throws UserError LEAD-101
 */
export async function assertMergeTarget(
  tx: Transaction,
  reach: Reach,
  matterId: string,
  into: string,
): Promise<void> {
  const from = await findMatter(tx, reach, matterId);
  const to = idShape.test(into) ? await findMatter(tx, reach, into) : null;
  if (from === null || to === null || !takesIn(to) || !isAboutSame(from, to)) throw leadRefusal('LEAD-101');
}

function takesIn({ workflow, is_ended: isEnded }: MatterRow): boolean {
  return workflow === 'lead' && !isEnded;
}

function isAboutSame(from: MatterRow, to: MatterRow): boolean {
  if (from.household_id !== null) return from.household_id === to.household_id;
  return to.household_id === null && to.region === from.region && to.title === from.title;
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;
