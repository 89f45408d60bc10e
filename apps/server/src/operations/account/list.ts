import { account } from '@yangguang/contract/account';
import { listAccounts } from '@yangguang/store/account/account';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { pageAfter, pageOf } from '../page-after.ts';
import { accountLine } from './account-line.ts';

export const list = handle(account.list, async ({ unitId, state, ...page }, call) => {
  const now = call.now();
  const asked = { ...pageAfter(page), now };
  const rows = await call.db.asOwner((tx) => listAccounts(tx, areasOf(call), { unitId, state }, asked));
  const answer = pageOf(
    rows,
    page.limit,
    ({ id }) => id,
    (row) => accountLine(row, now),
  );
  call.note({ accounts: answer.items.length });
  return answer;
});
