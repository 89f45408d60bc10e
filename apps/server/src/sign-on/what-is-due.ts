import { isPasswordOld } from '@yangguang/store/account/password';
import type { AccountPolicy } from '@yangguang/store/account/account-policy';
import type { OpenSession } from '@yangguang/store/account/session';

/** What a session still lacks before any work; `next` is the first of it. */
export interface Due {
  readonly mustChangePassword: boolean;
  readonly mustEnrolTotp: boolean;
  readonly next: 'secondFactor' | 'newPassword' | 'enrolTotp' | 'none';
}

/** A person of single sign-on only has no password to change; a second factor is asked of the roles the policy names. */
export function whatIsDue(session: OpenSession, policy: AccountPolicy, now: Date): Due {
  const mustChangePassword =
    session.hasPassword && (session.mustChangePassword || isPasswordOld(session.passwordSetAt, policy, now));
  const mustEnrolTotp =
    !session.hasTotp && session.appointments.some(({ role }) => policy.secondFactorRoles.includes(role));
  const due = mustChangePassword ? 'newPassword' : mustEnrolTotp ? 'enrolTotp' : 'none';
  return { mustChangePassword, mustEnrolTotp, next: session.isComplete ? due : 'secondFactor' };
}
