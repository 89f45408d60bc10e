import { campaign } from '@yangguang/contract/campaign';
import { campaignRefusal } from '@yangguang/store/campaign/campaign-refusals';
import { casesOf } from '@yangguang/store/campaign/count-cases';
import { handle } from '../../http/call.ts';
import { pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { matterLines } from '../matter/matter-line.ts';
import { boardDays } from '../statistics/board-days.ts';
import { campaignInReach } from './campaign-in-reach.ts';

export const cases = handle(campaign.cases, async ({ id, line, town, county, cursor, limit }, call) => {
  const [after = null] = readCursor(cursor, uuidShape) ?? [];
  const { rows, lines } = await call.db.within(call.reach, async (tx) => {
    await campaignInReach(tx, call, id);
    const of = { campaignId: id, line, town, county, days: boardDays(call) };
    const found = await casesOf(tx, call.reach, of, { after, limit: limit + 1 });
    if (found === null) throw campaignRefusal('CAM-105');
    return { rows: found, lines: await matterLines(tx, call, found) };
  });
  const answer = pageOfRows(rows, limit, lines, (row) => writeCursor(row.id));
  call.note({ campaign: id, line, matters: answer.items.length, ids: answer.items.map((item) => item.id) });
  return answer;
});
