import { household } from '@yangguang/contract/household';
import { findHousehold } from '@yangguang/store/household/find-household';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

/** The page prints what it shows; that it was printed is in the audit before it is. */
export const print = handle(household.print, async ({ id }, call) => {
  const row = await call.db.within(call.reach, (tx) => findHousehold(tx, call.reach, id));
  if (row === null) throw notFound();
  call.note({ household: id, place: row.region });
  return { ok: true as const };
});
