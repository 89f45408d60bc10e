import { session } from '@yangguang/contract/session';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { normalizeUserName } from '@yangguang/domain/people/user-name';
import { after, type AccountPolicy } from '@yangguang/store/account/account-policy';
import { isPassword } from '@yangguang/store/account/password-hash';
import {
  reserveAddress,
  reserveAttempt,
  returnAddress,
  type SignInAccount,
} from '@yangguang/store/account/sign-in';
import { handle, type OpenCall } from '../../http/call.ts';
import { admit } from '../../sign-on/admit.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';

/** Counted first, compared second: whatever a guesser sends at once, no more is compared than the policy allows. */
export const signIn = handle(session.signIn, async ({ userName, password }, call) => {
  const { db, address, door } = call;
  const policy = policyNow(call);
  const account = await reserve(call, normalizeUserName(userName), policy);
  const isRight = await isPassword(account?.password ?? null, password);
  if (!isRight || account === null || account.disabledAt !== null) {
    call.note({ account: account?.id ?? null });
    throw accountRefusal('ACC-101', { minutes: policy.lockMinutes });
  }
  assertFirstPasswordHolds(call, account, policy);
  const { token, next } = await db.asOwner(async (tx) => {
    await returnAddress(tx, address, policy);
    return admit(tx, call, account);
  });
  door.keepSession(token);
  return { next };
});

async function reserve(
  call: OpenCall,
  userName: string,
  policy: AccountPolicy,
): Promise<SignInAccount | null> {
  const { db, address } = call;
  const reserved = await db.asOwner(async (tx) => {
    const isOpen = await reserveAddress(tx, address, policy, call.now());
    return { isOpen, account: isOpen ? await reserveAttempt(tx, userName, policy, call.now()) : null };
  });
  if (reserved.isOpen) return reserved.account;
  call.note({ addressLocked: true });
  throw accountRefusal('ACC-102', { minutes: policy.addressLockMinutes });
}

/** A first password that lay about too long is worth nothing any more. */
function assertFirstPasswordHolds(call: OpenCall, account: SignInAccount, policy: AccountPolicy): void {
  const { mustChangePassword, passwordSetAt } = account;
  if (!mustChangePassword || passwordSetAt === null) return;
  if (passwordSetAt > after(call.now(), { days: -policy.initialDays })) return;
  call.note({ account: account.id });
  throw accountRefusal('ACC-107', { days: policy.initialDays });
}
