import { lead } from '@yangguang/contract/lead';
import { outlineQueue, placeStep, type Queue } from '@yangguang/store/lead/lead-window';
import { handle } from '../../http/call.ts';
import { leadFilter } from './lead-filter.ts';
import { writePlace } from './queue-place.ts';

export const outline = handle(lead.outline, async ({ filter, order, by }, call) => {
  const cut = leadFilter(filter, call);
  const queue: Queue =
    by === 'household'
      ? { filter: { ...cut, firstOfHousehold: true }, order: 'due' }
      : { filter: cut, order };
  const { total, isMore, places } = await call.db.within(call.reach, (tx) =>
    outlineQueue(tx, call.reach, queue),
  );
  call.note({ filter, count: total });
  return { total, isMore, step: placeStep, places: places.map(writePlace) };
});
