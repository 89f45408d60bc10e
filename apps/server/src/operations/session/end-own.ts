import { session } from '@yangguang/contract/session';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { endSessions } from '@yangguang/store/account/session';
import { handle } from '../../http/call.ts';

export const endOwn = handle(session.endOwn, async ({ id }, call) => {
  const { caller, db, door } = call;
  const which = id === undefined ? { except: caller.sessionId } : { only: id };
  const ended = await db.asOwner((tx) => endSessions(tx, caller.accountId, which, call.now()));
  if (id !== undefined && ended === 0) throw accountRefusal('ACC-116');
  if (id === caller.sessionId) door.dropSession();
  call.note({ account: caller.accountId, ended });
  return { ended };
});
