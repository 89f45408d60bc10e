import { glass } from '@yangguang/contract/glass';
import { listGlasses } from '@yangguang/store/account/glass';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { pageAfter, pageOf } from '../page-after.ts';

export const list = handle(glass.list, async ({ onlyUnseen, ...page }, call) => {
  const rows = await call.db.asOwner((tx) => listGlasses(tx, areasOf(call), { onlyUnseen }, pageAfter(page)));
  const answer = pageOf(
    rows,
    page.limit,
    ({ id }) => id,
    ({ brokenAt, expiresAt, seenAt, ...row }) => ({
      ...row,
      brokenAt: brokenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      seenAt: seenAt?.toISOString() ?? null,
    }),
  );
  call.note({ glasses: answer.items.length });
  return answer;
});
