import { session } from '@yangguang/contract/session';
import { changePassword as change } from '@yangguang/store/account/password';
import { newToken } from '@yangguang/store/account/secret-code';
import { endSessions, rotateToken } from '@yangguang/store/account/session';
import { handle } from '../../http/call.ts';
import { ownSession } from '../../sign-on/own-session.ts';
import { provePassword } from '../../sign-on/prove-password.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';
import { whatIsDue } from '../../sign-on/what-is-due.ts';

export const changePassword = handle(session.changePassword, async ({ present, next: wanted }, call) => {
  const { caller, db, door } = call;
  const policy = policyNow(call);
  await provePassword(call, present);
  const { secret: token, hash } = newToken();
  const { next } = await db.asOwner(async (tx) => {
    await change(tx, caller.accountId, wanted, policy, call.now());
    await endSessions(tx, caller.accountId, { except: caller.sessionId }, call.now());
    const due = whatIsDue(await ownSession(tx, call), policy, call.now());
    await rotateToken(tx, caller.sessionId, hash);
    return due;
  });
  door.keepSession(token);
  call.note({ account: caller.accountId });
  return { next };
});
