import { lead } from '@yangguang/contract/lead';
import { type Queue, windowOfQueue } from '@yangguang/store/lead/lead-window';
import { handle } from '../../http/call.ts';
import { noteList } from '../matter/list.ts';
import { leadFilter } from './lead-filter.ts';
import { leadLines } from './lead-lines.ts';
import { partOf } from './queue-place.ts';

export const window = handle(lead.window, async ({ filter, order, limit, ...asked }, call) => {
  const queue: Queue = { filter: leadFilter(filter, call), order };
  const part = partOf(asked, queue, limit);
  const items = await call.db.within(call.reach, async (tx) =>
    leadLines(tx, call, await windowOfQueue(tx, call.reach, queue, part)),
  );
  noteList(call, filter, items);
  return { items };
});
