import type { Entry } from '../journal/project.ts';
import { type Sql, sql } from '../sql.ts';

/** What was found out about a finding. `partly` counts as confirmed in a rule's record. */
export type Verdict = 'confirmed' | 'partly' | 'innocent' | 'dataWrong' | 'identityWrong';

/** Actions of workflow `lead` that say how it is, and the one that takes it back. */
export const verdictActions: readonly string[] = [
  ...['confirm', 'confirmPartly', 'confirmOmission', 'clear', 'dismissData', 'dismissIdentity'],
  'reopen',
];

/**
 * The newest step of matter m that found out how it is: its action, and of a clearing the cause. Nothing while it is
 * open, or opened again.
 */
export const newestVerdict: Sql = sql`(select s.action, s.facts ->> 'innocentCause' as cause from step s
  where s.matter_id = m.id and s.action = any(${verdictActions}::text[]) order by s.step_no desc limit 1)`;

/** The verdict that a step of {@link newestVerdict} says; null for none. */
export function verdictOf(step: {
  readonly action: string | null;
  readonly cause: string | null;
}): Verdict | null {
  if (step.action === 'clear') return causes[step.cause ?? ''] ?? 'innocent';
  return verdicts[step.action ?? ''] ?? null;
}

const verdicts: Readonly<Record<string, Verdict>> = {
  confirm: 'confirmed',
  confirmOmission: 'confirmed',
  confirmPartly: 'partly',
  dismissData: 'dataWrong',
  dismissIdentity: 'identityWrong',
};

const causes: Readonly<Record<string, Verdict>> = { dataWrong: 'dataWrong', otherPerson: 'identityWrong' };

/** True when nothing was wrong: the same facts need not be looked at again. */
export function isCleared(verdict: Verdict | null): boolean {
  return verdict !== null && verdict !== 'confirmed' && verdict !== 'partly';
}

/** What the journal of a lead says became of it: what the database keeps beside it, computed again. */
export function outcomeOf(entries: readonly Entry[]): {
  readonly is_dispatched: boolean;
  readonly verdict: Verdict | null;
} {
  const newest = entries.findLast(({ action }) => verdictActions.includes(action));
  const cause = newest?.facts['innocentCause'];
  return {
    is_dispatched: entries.some(({ toState }) => toState === 'toVerify' || toState === 'verifying'),
    verdict: verdictOf({
      action: newest?.action ?? null,
      cause: typeof cause === 'string' ? cause : null,
    }),
  };
}
