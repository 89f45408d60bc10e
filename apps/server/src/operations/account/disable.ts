import { account } from '@yangguang/contract/account';
import { disableAccount } from '@yangguang/store/account/manage-account';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const disable = handle(account.disable, async ({ id }, call) => {
  await call.db.asOwner((tx) => disableAccount(tx, id, keeperOf(call), call.now()));
  call.note({ account: id });
  return { ok: true as const };
});
