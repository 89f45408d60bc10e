import { chinaDay } from '@yangguang/domain/words/china-day';
import type { AccountPolicy } from '@yangguang/store/account/account-policy';
import { hashSecret } from '@yangguang/store/account/secret-code';
import { findSession, type OpenSession } from '@yangguang/store/account/session';
import type { HeldAppointment, Office } from '../http/call.ts';
import type { ResolvedSession } from '../http/session-gate.ts';
import { accountPolicy } from './account-policy.ts';
import { whatIsDue } from './what-is-due.ts';

/** The numbers in force today. */
export function policyNow(office: Office): AccountPolicy {
  return accountPolicy(office.policy, chinaDay(office.now()));
}

/** Whom a session token stands for, and what is still wanted of them. @returns null when it opens nothing */
export async function resolveSession(office: Office, token: string): Promise<ResolvedSession | null> {
  const now = office.now();
  const policy = policyNow(office);
  const found = await office.db.asOwner((tx) => findSession(tx, hashSecret(token), policy, now));
  if (found === null) return null;
  const { id: sessionId, accountId, fullName, isComplete } = found;
  const { mustChangePassword, mustEnrolTotp } = whatIsDue(found, policy, now);
  const caller = { accountId, fullName, sessionId, appointments: heldIn(found) };
  return { caller, mustChangePassword, mustEnrolTotp, isComplete };
}

function heldIn(session: OpenSession): HeldAppointment[] {
  return session.appointments.map(({ kind, ...appointment }) => ({
    ...appointment,
    ...(kind === 'breakGlass' ? { readsOnly: true as const } : {}),
  }));
}
