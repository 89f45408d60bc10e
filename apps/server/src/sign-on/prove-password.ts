import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { isPassword } from '@yangguang/store/account/password-hash';
import { reserveProof, returnAttempt } from '@yangguang/store/account/sign-in';
import type { Call } from '../http/call.ts';
import { policyNow } from './resolve-session.ts';

/**
 * Has the person at the keyboard prove that it is still the one who signed in. Wrong attempts count as failed logins:
 * a screen left open is no place to guess at.
 * @throws UserError ACC-108
 */
export async function provePassword(call: Call, password: string): Promise<void> {
  const { db, caller } = call;
  const policy = policyNow(call);
  const stored = await db.asOwner((tx) => reserveProof(tx, caller.accountId, policy, call.now()));
  if (!(await isPassword(stored?.password ?? null, password))) {
    call.note({ account: caller.accountId });
    throw accountRefusal('ACC-108');
  }
  await db.asOwner((tx) => returnAttempt(tx, caller.accountId, policy));
}
