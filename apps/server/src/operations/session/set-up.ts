import { session } from '@yangguang/contract/session';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { createAdministrators, useSetUpCode } from '@yangguang/store/account/set-up';
import { reserveAddress, returnAddress } from '@yangguang/store/account/sign-in';
import { handle } from '../../http/call.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';

export const setUp = handle(session.setUp, async ({ code, ...people }, call) => {
  const { db, address } = call;
  const policy = policyNow(call);
  if (!(await db.asOwner((tx) => reserveAddress(tx, address, policy, call.now()))))
    throw accountRefusal('ACC-102', { minutes: policy.addressLockMinutes });
  const passwords = await db.asOwner(async (tx) => {
    await useSetUpCode(tx, code, call.now());
    const made = await createAdministrators(tx, people, call.now(), call.newId);
    await returnAddress(tx, address, policy);
    return made;
  });
  call.note({ administrators: 3 });
  return passwords;
});
