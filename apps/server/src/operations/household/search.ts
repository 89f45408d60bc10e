import { household } from '@yangguang/contract/household';
import type { Transaction } from '@yangguang/store/database';
import { findByName, findHousehold, type NameKey } from '@yangguang/store/household/find-household';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { householdLines } from './household-line.ts';

export const search = handle(household.search, async ({ name, area, reason, cursor, limit }, call) => {
  refuseNumbers(reason);
  const { rows, lines } = await call.db.within(call.reach, async (tx) => {
    const after = await keyOf(tx, call, cursor);
    const found = await findByName(tx, call.reach, area, name, { after, limit: limit + 1 });
    return { rows: found, lines: await householdLines(tx, call, found.slice(0, limit)) };
  });
  const answer = pageOfRows(rows, limit, lines, (row) => writeCursor(row.id));
  call.note({ area, households: answer.items.map((one) => one.id) }, reason);
  return answer;
});

/** The list is in the order of names, but a cursor names nobody: the name is read again. @throws ApiRefusal API-101 */
async function keyOf(
  tx: Transaction,
  { reach }: Pick<Call, 'reach'>,
  cursor: string | undefined,
): Promise<NameKey | null> {
  const [id] = readCursor(cursor, uuidShape) ?? [];
  if (id === undefined) return null;
  const last = await findHousehold(tx, reach, id);
  if (last === null) throw new ApiRefusal('API-101', { fields: ['cursor'] });
  return { name: last.head_name, id };
}
