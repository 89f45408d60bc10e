import { unit } from '@yangguang/contract/unit';
import { listUnits } from '@yangguang/store/account/unit';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { pageAfter, pageOf } from '../page-after.ts';

export const list = handle(unit.list, async (page, call) => {
  const rows = await call.db.asOwner((tx) => listUnits(tx, areasOf(call), pageAfter(page)));
  const answer = pageOf(
    rows,
    page.limit,
    ({ id }) => id,
    (row) => row,
  );
  call.note({ units: answer.items.length });
  return answer;
});
