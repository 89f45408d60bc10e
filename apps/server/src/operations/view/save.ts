import { view } from '@yangguang/contract/view';
import { saveView } from '@yangguang/store/view/saved-view';
import { viewRefusal } from '@yangguang/store/view/view-refusals';
import { handle } from '../../http/call.ts';
import { leadFilter } from '../lead/lead-filter.ts';
import { officesOf } from './office-of.ts';

export const save = handle(view.save, async ({ id, title, filter, order, by, isShared }, call) => {
  // What does not open as a filter is not kept as one.
  leadFilter(filter, call);
  const [region] = officesOf(call);
  // Only looking in from outside: there is no office here to keep it for.
  if (region === undefined) throw viewRefusal('VIEW-101');
  const row = { id, title, filter, region, is_shared: isShared, sort: order, grouping: by };
  await call.db.within(call.reach, (tx) =>
    saveView(tx, { ...row, account_id: call.caller.accountId }, call.now()),
  );
  call.note({ view: id, filter, isShared });
  return { id };
});
