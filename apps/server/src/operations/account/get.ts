import { account } from '@yangguang/contract/account';
import { getAccount } from '@yangguang/store/account/account';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { accountLine } from './account-line.ts';

export const get = handle(account.get, async ({ id }, call) => {
  const row = await call.db.asOwner((tx) => getAccount(tx, id, areasOf(call)));
  call.note({ account: id });
  return accountLine(row, call.now());
});
