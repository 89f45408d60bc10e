import type { Operation } from '@yangguang/contract/operation';
import type { Reach } from '@yangguang/store/database';
import { ApiRefusal } from './api-refusal.ts';
import type { Caller, HeldAppointment, Office } from './call.ts';
import { appointmentsFor, reachOf } from './reach-of.ts';

/** What a session token stands for. */
export interface ResolvedSession {
  readonly caller: Caller;
  readonly mustChangePassword: boolean;
  /** A role held asks for a second factor, and none is set up yet. */
  readonly mustEnrolTotp: boolean;
  /** False until the second factor is given. */
  readonly isComplete: boolean;
}

/** @returns null when the token opens nothing: unknown, ended, too old */
export type ResolveSession = (office: Office, token: string) => Promise<ResolvedSession | null>;

/** Who passed, and with what. */
export interface Passed {
  readonly caller: Caller | null;
  readonly by: readonly HeldAppointment[];
  readonly reach: Reach;
}

const seesNothing: Reach = { scopes: [] };

/**
 * Lets a session through to an operation. Without a permission asked for, anybody passes and sees nothing by scope;
 * otherwise the session must be complete, its password the person's own, and one appointment in force must carry the
 * permission (`session.own` is everybody's).
 * @throws ApiRefusal API-102, API-103, API-111, API-112, API-113
 */
export function passGate(operation: Operation, session: ResolvedSession | null): Passed {
  const { may } = operation;
  if (may === null) return { caller: completeCaller(session), by: [], reach: seesNothing };
  if (session === null) throw new ApiRefusal('API-102');
  if (!session.isComplete) throw new ApiRefusal('API-112');
  if (session.mustChangePassword && may !== 'session.own') throw new ApiRefusal('API-111');
  if (session.mustEnrolTotp && may !== 'session.own') throw new ApiRefusal('API-113');
  const by = appointmentsFor(session.caller.appointments, may);
  if (by.length === 0 && may !== 'session.own') throw new ApiRefusal('API-103');
  return { caller: session.caller, by, reach: reachOf(by) };
}

function completeCaller(session: ResolvedSession | null): Caller | null {
  return session !== null && session.isComplete ? session.caller : null;
}
