import { lead } from '@yangguang/contract/lead';
import { listMatters } from '@yangguang/store/matter/list-matters';
import { handle } from '../../http/call.ts';
import { pageOfRows } from '../cursor.ts';
import { cursorOf, matterKey, noteList } from '../matter/list.ts';
import { leadFilter } from './lead-filter.ts';
import { leadLines } from './lead-lines.ts';

export const list = handle(lead.list, async ({ filter, cursor, limit }, call) => {
  const cut = leadFilter(filter, call);
  const after = matterKey(cursor, cut);
  const { rows, lines } = await call.db.within(call.reach, async (tx) => {
    const found = await listMatters(tx, call.reach, cut, { after, limit: limit + 1 });
    return { rows: found, lines: await leadLines(tx, call, found.slice(0, limit)) };
  });
  const answer = pageOfRows(rows, limit, lines, cursorOf);
  noteList(call, filter, answer.items);
  return answer;
});
