import type { Permission } from '@yangguang/domain/people/permission';
import type { Reach } from '@yangguang/store/database';
import type { Call } from '../../http/call.ts';
import { appointmentsFor, reachOf } from '../../http/reach-of.ts';

/**
 * How far the caller sees with another permission than the one the call was let in with: who may read a household need
 * not read its leads or matters. Nothing without such an appointment.
 */
export function reachWith(call: Pick<Call, 'caller'>, permission: Permission): Reach {
  return reachOf(appointmentsFor(call.caller.appointments, permission));
}
