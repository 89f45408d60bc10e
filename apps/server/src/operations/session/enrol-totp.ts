import { session } from '@yangguang/contract/session';
import { beginTotp } from '@yangguang/store/account/second-factor';
import { handle } from '../../http/call.ts';
import { ownSession } from '../../sign-on/own-session.ts';
import { provePassword } from '../../sign-on/prove-password.ts';

export const enrolTotp = handle(session.enrolTotp, async ({ password = '' }, call) => {
  const { caller, db, vault } = call;
  const own = await db.asOwner((tx) => ownSession(tx, call));
  // Of single sign-on only: the provider has just vouched, and there is no password to ask for.
  if (own.hasPassword) await provePassword(call, password);
  call.note({ account: caller.accountId });
  return db.asOwner((tx) => beginTotp(tx, vault, { id: caller.accountId, userName: own.userName }));
});
