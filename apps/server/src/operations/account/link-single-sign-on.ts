import { account } from '@yangguang/contract/account';
import { linkSubject } from '@yangguang/store/account/manage-account';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const linkSingleSignOn = handle(account.linkSingleSignOn, async ({ id, oidcSubject }, call) => {
  await call.db.asOwner((tx) => linkSubject(tx, id, oidcSubject, keeperOf(call), call.now()));
  call.note({ account: id, isTied: oidcSubject !== null });
  return { ok: true as const };
});
