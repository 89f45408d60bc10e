import { account } from '@yangguang/contract/account';
import { createAccount } from '@yangguang/store/account/create-account';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const create = handle(account.create, async ({ oidcSubject = null, ...wanted }, call) => {
  const firstPassword = await call.db.asOwner((tx) =>
    createAccount(tx, { ...wanted, oidcSubject }, keeperOf(call), call.now()),
  );
  call.note({ account: wanted.id, unit: wanted.unitId });
  return { firstPassword };
});
