import { account } from '@yangguang/contract/account';
import { resetTotp as reset } from '@yangguang/store/account/manage-account';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const resetTotp = handle(account.resetTotp, async ({ id }, call) => {
  await call.db.asOwner((tx) => reset(tx, id, keeperOf(call), call.now()));
  call.note({ account: id });
  return { ok: true as const };
});
