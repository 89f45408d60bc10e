import { session } from '@yangguang/contract/session';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { useRecoveryCode, useTotp } from '@yangguang/store/account/second-factor';
import { newToken } from '@yangguang/store/account/secret-code';
import { completeSession, type OpenSession } from '@yangguang/store/account/session';
import { forgetFailures, reserveProof } from '@yangguang/store/account/sign-in';
import type { Transaction } from '@yangguang/store/database';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { handle, type OpenCall } from '../../http/call.ts';
import { ownSession } from '../../sign-on/own-session.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';
import { whatIsDue } from '../../sign-on/what-is-due.ts';

/** Completes a login; the session goes on under another token. A wrong code counts as a failed login. */
export const giveSecondFactor = handle(session.giveSecondFactor, async ({ code }, call) => {
  const policy = policyNow(call);
  const { secret: token, hash } = newToken();
  const open = await call.db.asOwner(async (tx) => {
    const found = await ownSession(tx, call);
    if (found.isComplete) throw new ApiRefusal('API-102');
    call.note({ account: found.accountId, session: found.id });
    if (!(await isRight(tx, call, found, code))) return null;
    await completeSession(tx, found, hash, policy, call.now());
    await forgetFailures(tx, found.accountId);
    return found;
  });
  if (open === null) throw accountRefusal('ACC-103');
  call.door.keepSession(token);
  return { next: whatIsDue({ ...open, isComplete: true }, policy, call.now()).next };
});

async function isRight(tx: Transaction, call: OpenCall, open: OpenSession, typed: string): Promise<boolean> {
  const account = await reserveProof(tx, open.accountId, policyNow(call), call.now());
  if (account === null) return false;
  const code = typed.normalize('NFKC').replace(/\s/gu, '');
  if (!/^\d{6}$/.test(code)) return useRecoveryCode(tx, open.accountId, code, call.now());
  if (account.totpSecret === null) return false;
  return useTotp(tx, call.vault, open.accountId, account.totpSecret, code, call.now());
}
