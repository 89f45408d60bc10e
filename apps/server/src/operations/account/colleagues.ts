import { account } from '@yangguang/contract/account';
import { listColleagues } from '@yangguang/store/account/account';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { pageAfter, pageOf } from '../page-after.ts';

export const colleagues = handle(account.colleagues, async ({ role, area, ...page }, call) => {
  const asked = { ...pageAfter(page), now: call.now() };
  const rows = await call.db.asOwner((tx) => listColleagues(tx, areasOf(call), { role, area }, asked));
  const answer = pageOf(
    rows,
    page.limit,
    ({ appointmentId }) => appointmentId,
    ({ id: accountId, fullName, unitName, role: held, area: where, programmes }) => ({
      accountId,
      fullName,
      unitName,
      role: held,
      area: where,
      programmes: programmes === null ? null : programmes.filter((one) => one !== 'none'),
    }),
  );
  call.note({ colleagues: answer.items.length });
  return answer;
});
