import { session } from '@yangguang/contract/session';
import { listSessions } from '@yangguang/store/account/session';
import { handle } from '../../http/call.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';
import { sessionLines } from '../../sign-on/session-lines.ts';

export const listOwn = handle(session.listOwn, async (_input, call) => {
  const { caller, db } = call;
  const rows = await db.asOwner((tx) => listSessions(tx, caller.accountId, policyNow(call), call.now()));
  return { items: sessionLines(rows, caller.sessionId) };
});
