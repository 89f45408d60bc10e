import { account } from '@yangguang/contract/account';
import { enableAccount } from '@yangguang/store/account/manage-account';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const enable = handle(account.enable, async ({ id }, call) => {
  await call.db.asOwner((tx) => enableAccount(tx, id, keeperOf(call)));
  call.note({ account: id });
  return { ok: true as const };
});
