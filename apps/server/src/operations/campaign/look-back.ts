import { campaign } from '@yangguang/contract/campaign';
import { listCarried } from '@yangguang/store/campaign/look-back';
import { handle } from '../../http/call.ts';
import { pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { matterLines } from '../matter/matter-line.ts';
import { campaignInReach } from './campaign-in-reach.ts';

export const lookBack = handle(campaign.lookBack, async ({ id, cursor, limit }, call) => {
  const [after = null] = readCursor(cursor, uuidShape) ?? [];
  const { rows, lines } = await call.db.within(call.reach, async (tx) => {
    await campaignInReach(tx, call, id);
    const found = await listCarried(tx, call.reach, id, { after, limit: limit + 1 });
    const known = await matterLines(tx, call, found);
    return {
      rows: found,
      lines: known.map((line, i) => ({
        ...line,
        carriedState: found[i]?.carried_state ?? '',
        carriedAt: found[i]?.carried_at.toISOString() ?? '',
      })),
    };
  });
  const answer = pageOfRows(rows, limit, lines, (row) => writeCursor(row.id));
  call.note({ campaign: id, matters: answer.items.length, ids: answer.items.map((item) => item.id) });
  return answer;
});
