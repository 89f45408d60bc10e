import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the server said of a step, and said to be done. */
export interface Acknowledged {
  readonly stepId: string;
  readonly matterId: string;
  readonly version: number;
  readonly state: string;
}

/** What all writers did. */
export interface Ledger {
  /** Every id that was ever sent as a step, answered or not. */
  readonly sent: Set<string>;
  readonly acknowledged: Map<string, Acknowledged>;
  /** The newest matters, whoever opened them: others add remarks to them. */
  readonly newest: string[];
  /** Steps that were answered twice must have been answered the same. */
  readonly contradictions: string[];
  /** Answers that nobody should get: 5xx but "not just now", and refusals of what was right. */
  readonly odd: string[];
  /** Requests that had no answer, or "not just now", and were sent again. */
  repeated: number;
}

export const emptyLedger = (): Ledger => ({
  sent: new Set(),
  acknowledged: new Map(),
  newest: [],
  contradictions: [],
  odd: [],
  repeated: 0,
});

export interface WriterSettings {
  readonly origin: string;
  /** A session. */
  readonly token: string;
  readonly accountId: string;
  readonly town: string;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
}

/**
 * Works as an office does: opens a task, assigns it, says that it is put right at once, and adds a remark to one that
 * somebody else may be at. What had no answer is sent again under the same id until it has one; when the signal comes, it is let be.
 */
export async function write(settings: WriterSettings): Promise<void> {
  while (!settings.signal.aborted) {
    const matterId = randomUUID();
    const opened = await send(settings, 'open', {
      matterId,
      workflow: 'task',
      region: settings.town,
      title: '整改',
      facts: { kind: 'inspection', problem: '台账不全' },
    });
    if (opened !== null) settings.ledger.newest.unshift(matterId);
    settings.ledger.newest.length = Math.min(settings.ledger.newest.length, 12);
    const assigned =
      opened !== null &&
      (await send(settings, 'act', {
        matterId,
        expectedVersion: opened.version,
        action: 'assign',
        facts: {
          responsibleUnit: '甲县民政局',
          responsiblePerson: [settings.accountId],
          dueOn: '2027-06-30',
        },
      }));
    if (assigned)
      await send(settings, 'act', {
        matterId,
        expectedVersion: assigned.version,
        action: 'fixNow',
        facts: { fixMode: 'immediate' },
      });
    const other = settings.ledger.newest.at(-1);
    if (other !== undefined) await send(settings, 'note', { matterId: other, text: '已电话核实' });
  }
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One step, until it is answered for good. Null when it was not done. */
async function send(
  settings: WriterSettings,
  verb: string,
  content: Readonly<Record<string, unknown>>,
): Promise<Acknowledged | null> {
  const { ledger, signal } = settings;
  const stepId = randomUUID();
  ledger.sent.add(stepId);
  while (!signal.aborted) {
    const answer = await ask(settings, verb, { stepId, ...content });
    if (answer?.status === 200) {
      keep(ledger, stepId, answer.body);
      // A careful client asks again now and then, and must be told the same.
      if (ledger.sent.size % 7 === 0) {
        const again = await ask(settings, verb, { stepId, ...content });
        if (again?.status === 200) keep(ledger, stepId, again.body);
      }
      return ledger.acknowledged.get(stepId) ?? null;
    }
    if (answer !== null && answer.status !== 503) {
      ledger.odd.push(`${verb} ${answer.status} ${String(answer.body['code'])}`);
      return null;
    }
    ledger.repeated += 1;
    await sleep(100);
  }
  return null;
}

async function ask(
  { origin, token }: WriterSettings,
  verb: string,
  content: Readonly<Record<string, unknown>>,
): Promise<Answer | null> {
  try {
    const answer = await fetch(`${origin}/api/matter/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `yangguang=${token}`, 'x-yangguang': '1' },
      body: JSON.stringify(content),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  } catch {
    return null;
  }
}

function keep(ledger: Ledger, stepId: string, body: Record<string, unknown>): void {
  const told: Acknowledged = {
    stepId: String(body['stepId']),
    matterId: String(body['matterId']),
    version: Number(body['version']),
    state: String(body['state']),
  };
  const before = ledger.acknowledged.get(stepId);
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(told))
    ledger.contradictions.push(`${stepId}: ${JSON.stringify(before)} then ${JSON.stringify(told)}`);
  ledger.acknowledged.set(stepId, told);
}
