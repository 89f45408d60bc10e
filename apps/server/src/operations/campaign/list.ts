import { campaign } from '@yangguang/contract/campaign';
import { listCampaigns } from '@yangguang/store/campaign/campaign-row';
import { handle } from '../../http/call.ts';
import { dayShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { campaignLine } from './campaign-line.ts';

export const list = handle(campaign.list, async ({ cursor, limit }, call) => {
  const [fromOn, id] = readCursor(cursor, dayShape, uuidShape) ?? [];
  const after = fromOn === undefined || id === undefined ? null : { fromOn, id };
  const rows = await call.db.within(call.reach, (tx) =>
    listCampaigns(tx, call.reach, { after, limit: limit + 1 }),
  );
  const answer = pageOfRows(rows, limit, rows.map(campaignLine), (row) => writeCursor(row.from_on, row.id));
  call.note({ campaigns: answer.items.length });
  return answer;
});
