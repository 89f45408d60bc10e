import { matter } from '@yangguang/contract/matter';
import { countLimit, countMatters } from '@yangguang/store/matter/list-matters';
import { handle } from '../../http/call.ts';
import { filterOf } from './filter-of.ts';

export const count = handle(matter.count, async ({ filter }, call) => {
  const cut = filterOf(filter, call);
  const found = await call.db.within(call.reach, (tx) => countMatters(tx, call.reach, cut));
  call.note({ filter, count: Math.min(found, countLimit) });
  return { count: Math.min(found, countLimit), isMore: found > countLimit };
});
