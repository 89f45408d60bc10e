import { view } from '@yangguang/contract/view';
import { removeView } from '@yangguang/store/view/saved-view';
import { handle } from '../../http/call.ts';

export const remove = handle(view.remove, async ({ id }, call) => {
  await call.db.within(call.reach, (tx) => removeView(tx, call.caller.accountId, id));
  call.note({ view: id });
  return { id };
});
