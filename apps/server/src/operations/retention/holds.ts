import { retention } from '@yangguang/contract/retention';
import { listHolds } from '@yangguang/store/retention/hold';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { pageAfter, pageOf } from '../page-after.ts';

export const holds = handle(retention.holds, async ({ onlyInForce, ...page }, call) => {
  const rows = await call.db.asOwner((tx) => listHolds(tx, areasOf(call), { onlyInForce }, pageAfter(page)));
  const answer = pageOf(
    rows,
    page.limit,
    ({ id }) => id,
    ({ setBy: _, setAt, releasedAt, ...row }) => ({
      ...row,
      setAt: setAt.toISOString(),
      releasedAt: releasedAt?.toISOString() ?? null,
    }),
  );
  call.note({ holds: answer.items.length });
  return answer;
});
