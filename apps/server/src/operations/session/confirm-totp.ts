import { session } from '@yangguang/contract/session';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { confirmTotp as confirm } from '@yangguang/store/account/second-factor';
import { endSessions } from '@yangguang/store/account/session';
import { handle } from '../../http/call.ts';
import { ownSession } from '../../sign-on/own-session.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';
import { whatIsDue } from '../../sign-on/what-is-due.ts';

export const confirmTotp = handle(session.confirmTotp, async ({ code }, call) => {
  const { caller, db, vault } = call;
  const { confirmed, next } = await db.asOwner(async (tx) => {
    const done = await confirm(tx, vault, caller.accountId, code, call.now());
    // Sessions opened without the second factor are not to outlive it.
    if (done?.codes != null)
      await endSessions(tx, caller.accountId, { except: caller.sessionId }, call.now());
    const own = await ownSession(tx, call);
    return { confirmed: done, next: whatIsDue(own, policyNow(call), call.now()).next };
  });
  if (confirmed === null) throw accountRefusal('ACC-111');
  if (confirmed.codes === null) throw accountRefusal('ACC-103');
  call.note({ account: caller.accountId });
  return { recoveryCodes: confirmed.codes, next };
});
