import { newToken, hashSecret } from '@yangguang/store/account/secret-code';
import { endSessionOf, findSession, openSession } from '@yangguang/store/account/session';
import { forgetFailures, returnAttempt, type SignInAccount } from '@yangguang/store/account/sign-in';
import type { Transaction } from '@yangguang/store/database';
import type { OpenCall } from '../http/call.ts';
import { policyNow } from './resolve-session.ts';
import { type Due, whatIsDue } from './what-is-due.ts';

/**
 * Opens a session for somebody who proved who they are, under a token made here and now: one the browser brought along
 * opens nothing, and its session ends. The cookie is to be set once the transaction is through.
 */
export async function admit(
  tx: Transaction,
  call: OpenCall,
  account: SignInAccount,
): Promise<{ readonly token: string; readonly next: Due['next'] }> {
  const now = call.now();
  const policy = policyNow(call);
  const { door, address } = call;
  const { secret: token, hash: tokenHash } = newToken();
  const isComplete = !account.hasTotp;
  if (door.token !== null) await endSessionOf(tx, hashSecret(door.token), now);
  if (isComplete) await forgetFailures(tx, account.id);
  else await returnAttempt(tx, account.id, policy);
  const id = call.newId();
  await openSession(
    tx,
    { id, accountId: account.id, tokenHash, isComplete, address, agent: door.agent },
    policy,
    now,
  );
  const opened = await findSession(tx, tokenHash, policy, now);
  if (opened === null) throw new Error('a session that was opened is not there');
  call.note({ account: account.id, session: id });
  return { token, next: whatIsDue(opened, policy, now).next };
}
