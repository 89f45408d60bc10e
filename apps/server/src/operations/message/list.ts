import { message } from '@yangguang/contract/message';
import { findMessageMark } from '@yangguang/store/message/message-mark';
import { handle } from '../../http/call.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';
import { readDrafts } from './read-drafts.ts';

const most = 200;

export const list = handle(message.list, async ({ kind }, call) => {
  const seenTo = await call.db.asOwner((tx) => findMessageMark(tx, call.caller.accountId));
  return call.db.within(call.reach, async (tx) => {
    const drafts = (await readDrafts(tx, call, null)).filter((d) => kind === undefined || d.kind === kind);
    const shown = drafts.slice(0, most);
    const names = await namesOf(
      tx,
      shown.map((d) => d.byAccount),
    );
    return {
      items: shown.map(({ byAccount, at, ...line }) => ({
        ...line,
        at: at.toISOString(),
        by: colleague(byAccount, names),
        isSeen: seenTo !== null && at <= seenTo,
      })),
      isMore: drafts.length > most,
      seenTo: seenTo?.toISOString() ?? null,
    };
  });
});
