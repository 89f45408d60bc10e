import { account } from '@yangguang/contract/account';
import { resetPassword as reset } from '@yangguang/store/account/manage-account';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const resetPassword = handle(account.resetPassword, async ({ id }, call) => {
  const firstPassword = await call.db.asOwner((tx) => reset(tx, id, keeperOf(call), call.now()));
  call.note({ account: id });
  return { firstPassword };
});
