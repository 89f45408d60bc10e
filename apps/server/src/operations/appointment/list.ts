import { appointment } from '@yangguang/contract/appointment';
import { listAppointments } from '@yangguang/store/account/appointment';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';
import { pageAfter, pageOf } from '../page-after.ts';

export const list = handle(appointment.list, async ({ accountId, withEnded, ...page }, call) => {
  const asked = { ...pageAfter(page), now: call.now() };
  const rows = await call.db.asOwner((tx) =>
    listAppointments(tx, areasOf(call), { accountId, withEnded }, asked),
  );
  const answer = pageOf(
    rows,
    page.limit,
    ({ id }) => id,
    ({ grantedAt, revokedAt, programmes, ...row }) => ({
      ...row,
      programmes: programmes === null ? null : programmes.filter((one) => one !== 'none'),
      grantedAt: grantedAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    }),
  );
  call.note({ appointments: answer.items.length });
  return answer;
});
