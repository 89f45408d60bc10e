import { message } from '@yangguang/contract/message';
import { findMessageMark } from '@yangguang/store/message/message-mark';
import { handle } from '../../http/call.ts';
import { readDrafts } from './read-drafts.ts';

const most = 99;

export const count = handle(message.count, async (_input, call) => {
  const seenTo = await call.db.asOwner((tx) => findMessageMark(tx, call.caller.accountId));
  const found = await call.db.within(call.reach, async (tx) => (await readDrafts(tx, call, seenTo)).length);
  return { unseen: Math.min(found, most), isMore: found > most };
});
