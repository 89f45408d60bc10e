import { account } from '@yangguang/contract/account';
import { getAccount } from '@yangguang/store/account/account';
import { listSessions as listThem } from '@yangguang/store/account/session';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';
import { sessionLines } from '../../sign-on/session-lines.ts';

export const listSessions = handle(account.listSessions, async ({ id }, call) => {
  const rows = await call.db.asOwner(async (tx) => {
    await getAccount(tx, id, areasOf(call));
    return listThem(tx, id, policyNow(call), call.now());
  });
  call.note({ account: id, sessions: rows.length });
  return { items: sessionLines(rows, call.caller.sessionId) };
});
