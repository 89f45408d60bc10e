import { campaign } from '@yangguang/contract/campaign';
import { campaignRefusal } from '@yangguang/store/campaign/campaign-refusals';
import { casesOf } from '@yangguang/store/campaign/count-cases';
import { isCountLine } from '@yangguang/store/campaign/count-lines';
import { handle } from '../../http/call.ts';
import { pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { matterLines } from '../matter/matter-line.ts';
import { campaignInReach } from './campaign-in-reach.ts';

export const cases = handle(campaign.cases, async ({ id, line, cursor, limit }, call) => {
  if (!isCountLine(line)) throw campaignRefusal('CAM-105');
  const [after = null] = readCursor(cursor, uuidShape) ?? [];
  const { rows, lines } = await call.db.within(call.reach, async (tx) => {
    await campaignInReach(tx, call, id);
    const found = await casesOf(tx, call.reach, { campaignId: id, line }, { after, limit: limit + 1 });
    return { rows: found, lines: await matterLines(tx, call, found) };
  });
  const answer = pageOfRows(rows, limit, lines, (row) => writeCursor(row.id));
  call.note({ campaign: id, line, matters: answer.items.length, ids: answer.items.map((item) => item.id) });
  return answer;
});
