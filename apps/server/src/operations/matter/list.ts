import { matter } from '@yangguang/contract/matter';
import { type ListedMatter, listMatters, type MatterFilter } from '@yangguang/store/matter/list-matters';
import { type Call, handle } from '../../http/call.ts';
import { dayShape, instantShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { filterOf } from './filter-of.ts';
import { matterLines } from './matter-line.ts';

export const list = handle(matter.list, async ({ filter, cursor, limit }, call) => {
  const cut = filterOf(filter, call);
  const after = matterKey(cursor, cut);
  const { rows, lines } = await call.db.within(call.reach, async (tx) => {
    const found = await listMatters(tx, call.reach, cut, { after, limit: limit + 1 });
    return { rows: found, lines: await matterLines(tx, call, found) };
  });
  const answer = pageOfRows(rows, limit, lines, cursorOf);
  noteList(call, filter, answer.items);
  return answer;
});

/** Where the list goes on. @throws ApiRefusal API-101 */
export function matterKey(
  cursor: string | undefined,
  { ended }: MatterFilter,
): { sort: string; id: string } | null {
  const [sort, id] = readCursor(cursor, ended === true ? instantShape : dayShape, uuidShape) ?? [];
  return sort === undefined || id === undefined ? null : { sort, id };
}

export const cursorOf = (row: ListedMatter): string => writeCursor(row.sort_key, row.id);

/** What was listed: the filter and how many; which ones, when they are people. */
export function noteList(
  call: Pick<Call, 'note'>,
  filter: readonly string[],
  items: readonly { readonly id: string }[],
): void {
  call.note({ filter, matters: items.length, ids: items.map((item) => item.id) });
}
