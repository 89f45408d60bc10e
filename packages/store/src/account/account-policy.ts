import type { PasswordRules } from '@yangguang/domain/people/password-fault';
import type { Role } from '@yangguang/domain/people/role';

/** The numbers by which accounts and sessions are kept (等保), from `policy/parameters/account`. */
export interface AccountPolicy extends PasswordRules {
  readonly maxAgeDays: number;
  /** Latest passwords that may not come back, the present one included. */
  readonly historyCount: number;
  /** Days in which a first password must be used. */
  readonly initialDays: number;
  readonly failedLogins: number;
  readonly lockMinutes: number;
  readonly addressFailedLogins: number;
  readonly addressLockMinutes: number;
  readonly idleMinutes: number;
  readonly sessionHours: number;
  readonly sessionsPerPerson: number;
  readonly secondFactorMinutes: number;
  readonly secondFactorRoles: readonly Role[];
  readonly breakGlassHours: number;
}

const minuteMs = 60_000;

/** The instant so many minutes (or hours, or days) after another. */
export function after(at: Date, length: { minutes?: number; hours?: number; days?: number }): Date {
  const { minutes = 0, hours = 0, days = 0 } = length;
  return new Date(at.getTime() + (minutes + 60 * (hours + 24 * days)) * minuteMs);
}
