import { session } from '@yangguang/contract/session';
import { hashSecret } from '@yangguang/store/account/secret-code';
import { endSessionOf } from '@yangguang/store/account/session';
import { handle } from '../../http/call.ts';

export const signOut = handle(session.signOut, async (_input, call) => {
  const { db, door } = call;
  const { token } = door;
  if (token !== null) {
    const ended = await db.asOwner((tx) => endSessionOf(tx, hashSecret(token), call.now()));
    if (ended > 0) call.note({ account: call.caller?.accountId ?? null });
    door.dropSession();
  }
  return { ok: true as const };
});
