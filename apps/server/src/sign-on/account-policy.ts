import type { Role } from '@yangguang/domain/people/role';
import type { AccountPolicy } from '@yangguang/store/account/account-policy';
import type { PolicyView } from '../policy/policy-view.ts';

/** The numbers by which accounts and sessions are kept, as in force on a day ('YYYY-MM-DD'). */
export function accountPolicy(policy: PolicyView, on: string): AccountPolicy {
  const number = (name: string): number => Number(policy.get(`account.${name}`, '', on).value);
  return {
    minLength: number('minLength'),
    minClasses: number('minClasses'),
    maxAgeDays: number('maxAgeDays'),
    historyCount: number('historyCount'),
    initialDays: number('initialDays'),
    failedLogins: number('failedLogins'),
    lockMinutes: number('lockMinutes'),
    addressFailedLogins: number('addressFailedLogins'),
    addressLockMinutes: number('addressLockMinutes'),
    idleMinutes: number('idleMinutes'),
    sessionHours: number('sessionHours'),
    sessionsPerPerson: number('sessionsPerPerson'),
    secondFactorMinutes: number('secondFactorMinutes'),
    secondFactorRoles: policy.get('account.secondFactorRoles', '', on).value as readonly Role[],
    breakGlassHours: number('breakGlassHours'),
  };
}
