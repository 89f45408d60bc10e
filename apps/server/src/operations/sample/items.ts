import type { Output } from '@yangguang/contract/operation';
import { sample } from '@yangguang/contract/sample';
import { maskName } from '@yangguang/domain/people/masking';
import { type ListedItem, listItems } from '@yangguang/store/sample/sample-item';
import { assertOpen } from '@yangguang/store/sample/sample-row';
import { handle } from '../../http/call.ts';
import { countShape, pageOfRows, readCursor, writeCursor } from '../cursor.ts';
import { sampleInReach } from './sample-line.ts';

export const items = handle(sample.items, async ({ id, cursor, limit }, call) => {
  const [last] = readCursor(cursor, countShape) ?? [];
  const after = last === undefined ? 0 : Math.min(Number(last), 2_000_000_000);
  call.note({ sample: id });
  const rows = await call.db.within(call.reach, async (tx) => {
    assertOpen(await sampleInReach(tx, call, id));
    return listItems(tx, id, { after, limit: limit + 1 });
  });
  const answer = pageOfRows(rows, limit, rows.map(itemLine), (row) => writeCursor(String(row.draw_no)));
  call.note({ households: answer.items.length, ids: answer.items.map((item) => item.householdId) });
  return answer;
});

function itemLine(row: ListedItem): Output<typeof sample.items>['items'][number] {
  return {
    householdId: row.household_id,
    title: maskName(row.head_name),
    region: row.region,
    stratum: row.stratum,
    drawNo: row.draw_no,
    persons: row.persons,
    isMust: row.is_must,
    replaces: row.replaces,
    isReplaced: row.replaced_at !== null,
    reason: row.reason,
    matterId: row.matter_id,
    first: row.first_result,
    second: row.second_result,
  };
}
