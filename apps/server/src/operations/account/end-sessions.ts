import { account } from '@yangguang/contract/account';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { getAccount } from '@yangguang/store/account/account';
import { endSessions as endThem } from '@yangguang/store/account/session';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';

export const endSessions = handle(account.endSessions, async ({ id, sessionId }, call) => {
  const ended = await call.db.asOwner(async (tx) => {
    await getAccount(tx, id, areasOf(call));
    return endThem(tx, id, sessionId === undefined ? { except: null } : { only: sessionId }, call.now());
  });
  if (sessionId !== undefined && ended === 0) throw accountRefusal('ACC-116');
  call.note({ account: id, ended });
  return { ended };
});
