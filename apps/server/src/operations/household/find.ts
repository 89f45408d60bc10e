import { household } from '@yangguang/contract/household';
import { findByNumber, foundAtMost } from '@yangguang/store/household/find-household';
import { householdRefusal } from '@yangguang/store/household/household-refusals';
import { isWholeNumber } from '@yangguang/store/household/normalise-number';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import { handle } from '../../http/call.ts';
import { householdLines } from './household-line.ts';

/** What was typed is in no log: the audit keeps the kind of number, the reason, and whose files it led to. */
export const find = handle(household.find, async ({ kind, text, reason }, call) => {
  refuseNumbers(reason);
  call.note({ by: kind }, reason);
  if (!isWholeNumber(kind, text)) throw householdRefusal('HH-105');
  const found = await call.db.within(call.reach, async (tx) => {
    const rows = await findByNumber(tx, call.vault, call.reach, { kind, text });
    const items = await householdLines(tx, call, rows.slice(0, foundAtMost));
    return { items, isMore: rows.length > foundAtMost };
  });
  const [only, ...others] = found.items;
  call.note({
    households: found.items.map(({ id }) => id),
    ...(only !== undefined && others.length === 0 ? { household: only.id, place: only.region } : {}),
  });
  return found;
});
