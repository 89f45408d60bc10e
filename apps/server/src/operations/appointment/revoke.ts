import { appointment } from '@yangguang/contract/appointment';
import { revokeAppointment } from '@yangguang/store/account/appointment';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const revoke = handle(appointment.revoke, async ({ id }, call) => {
  await call.db.asOwner((tx) => revokeAppointment(tx, id, keeperOf(call), call.now()));
  call.note({ appointment: id });
  return { ok: true as const };
});
