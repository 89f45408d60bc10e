import { allows, type Permission, seesRestricted } from '@yangguang/domain/people/permission';
import { isWithin, type Scope } from '@yangguang/domain/people/scope';
import type { Reach } from '@yangguang/store/database';
import type { HeldAppointment } from './call.ts';

/** Appointments that carry the permission. */
export function appointmentsFor(
  appointments: readonly HeldAppointment[],
  permission: Permission,
): HeldAppointment[] {
  return appointments.filter((appointment) => allows(appointment, permission));
}

/**
 * How far a call may see with these appointments. Sealed matters and restricted leads open only when every appointment
 * used either opens them itself or lies wholly inside one that does: an appointment elsewhere lends nothing.
 */
export function reachOf(by: readonly HeldAppointment[]): Reach {
  const allInside = (opens: (appointment: HeldAppointment) => boolean): boolean => {
    const openers = by.filter(opens);
    return by.length > 0 && by.every((one) => openers.some((opener) => holds(opener, one)));
  };
  return {
    scopes: by.map(({ area, programmes }) => ({ area, programmes })),
    sealed: allInside((one) => allows(one, 'sealed.read')),
    restricted: allInside(({ role, readsOnly }) => readsOnly !== true && seesRestricted(role)),
  };
}

/** True when everything in the inner scope is in the outer one too. */
function holds(outer: Scope, inner: Scope): boolean {
  if (!isWithin(outer.area, inner.area)) return false;
  if (outer.programmes === null) return true;
  return inner.programmes?.every((programme) => outer.programmes?.includes(programme)) ?? false;
}
