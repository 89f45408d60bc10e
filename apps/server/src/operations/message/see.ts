import { message } from '@yangguang/contract/message';
import { putMessageMark } from '@yangguang/store/message/message-mark';
import { handle } from '../../http/call.ts';

/** What is still to come cannot be seen: a later instant counts as now. */
export const see = handle(message.see, async ({ upTo }, call) => {
  const asked = new Date(upTo);
  const seenTo = asked > call.now() ? call.now() : asked;
  const mark = await call.db.asOwner((tx) => putMessageMark(tx, call.caller.accountId, seenTo));
  return { seenTo: mark.toISOString() };
});
