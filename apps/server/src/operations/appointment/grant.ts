import { appointment } from '@yangguang/contract/appointment';
import { grantAppointment } from '@yangguang/store/account/appointment';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const grant = handle(appointment.grant, async (wanted, call) => {
  await call.db.asOwner((tx) => grantAppointment(tx, wanted, keeperOf(call), call.now()));
  call.note({ appointment: wanted.id, account: wanted.accountId, role: wanted.role, area: wanted.area });
  return { ok: true as const };
});
