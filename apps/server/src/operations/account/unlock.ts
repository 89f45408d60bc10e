import { account } from '@yangguang/contract/account';
import { unlockAccount } from '@yangguang/store/account/manage-account';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const unlock = handle(account.unlock, async ({ id }, call) => {
  await call.db.asOwner((tx) => unlockAccount(tx, id, keeperOf(call)));
  call.note({ account: id });
  return { ok: true as const };
});
