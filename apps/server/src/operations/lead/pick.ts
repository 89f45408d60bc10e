import { lead } from '@yangguang/contract/lead';
import { pickLeads } from '@yangguang/store/lead/lead-window';
import { handle } from '../../http/call.ts';
import { pageOfRows } from '../cursor.ts';
import { leadFilter } from './lead-filter.ts';
import { readPlace, writePlace } from './queue-place.ts';

export const pick = handle(lead.pick, async ({ filter, cursor, limit }, call) => {
  const cut = leadFilter(filter, call);
  const after = readPlace(cursor, { filter: cut, order: 'due' }, 'cursor');
  const rows = await call.db.within(call.reach, (tx) =>
    pickLeads(tx, call.reach, cut, { after, limit: limit + 1 }),
  );
  const items = rows.map(({ id, version }) => ({ matterId: id, version }));
  const answer = pageOfRows(rows, limit, items, writePlace);
  call.note({ filter, matters: answer.items.length });
  return answer;
});
