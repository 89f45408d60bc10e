import type { Operation } from '@yangguang/contract/operation';
import type { UserError } from '@yangguang/domain/errors/user-error';
import type { Caller, Office } from './call.ts';
import type { ReadEntry } from './read-log.ts';
import type { Passed } from './session-gate.ts';

/** What the handler said it looked at. */
export interface Noted {
  readonly subject: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** Whom and what an entry of the read log is about. */
export interface Asked {
  readonly name: string;
  readonly operation: Operation;
  readonly passed: Passed | null;
  readonly noted: Noted | null;
  readonly address: string;
}

/** Writes what was given to the read log; resolves when it is on disk. Acts log themselves and may note as well. */
export async function noteGiven(office: Office, asked: Asked): Promise<void> {
  const { logs } = asked.operation;
  if (asked.noted === null && (logs === 'none' || logs === 'act')) return;
  await office.readLog.write({
    ...baseEntry(office, asked),
    kind: logs === 'none' ? 'act' : logs,
    outcome: 'given',
    code: null,
  });
}

/** Refusals that say nothing about who may see what: misspelt, too many, too large, too slow, no JSON, not ready. */
const unremarkable = new Set('API-101 API-106 API-107 API-108 API-109 API-503 DB-110 DB-111'.split(' '));

/** Writes a refusal to the read log, failed sign-ins among them. */
export async function noteRefused(office: Office, asked: Asked, error: UserError): Promise<void> {
  if (unremarkable.has(error.code)) return;
  const isSignIn = asked.name.startsWith('session.') && asked.operation.may === null;
  await office.readLog.write({
    ...baseEntry(office, asked),
    kind: isSignIn ? 'signIn' : 'refusal',
    outcome: 'refused',
    code: error.code,
  });
}

function baseEntry(
  office: Office,
  { name, passed, noted, address }: Asked,
): Omit<ReadEntry, 'kind' | 'outcome' | 'code'> {
  const { caller, by } = passed ?? { caller: null, by: [] };
  const { subject, reason } = noted ?? { subject: {}, reason: null };
  return {
    at: office.now(),
    ...whoIs(caller),
    role: joined(by.map(({ role }) => role)),
    operation: name,
    subject,
    reason,
    address,
    region: joined(by.map(({ area }) => area)),
  };
}

function whoIs(caller: Caller | null): Pick<ReadEntry, 'accountId' | 'sessionId'> {
  return caller === null
    ? { accountId: null, sessionId: null }
    : { accountId: caller.accountId, sessionId: caller.sessionId };
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : [...new Set(parts)].sort().join(',');
}
