import { addMonths } from '@yangguang/domain/words/month';
import type { Matter } from '../fact-words.ts';

/** One month of a phase-out. */
export interface PhaseOutMonth {
  readonly month: string;
  readonly monthlyFen: number;
  /** What the check-in of the month said; null when there was none. */
  readonly stillEarning: boolean | null;
  readonly isToCome: boolean;
}

const most = 24;

/**
 * The months from the first one on, as far as check-ins or the calendar have come, and on to the end of the term where it
 * is known. @param today 'YYYY-MM-DD' @param termEndOn last day of the term, or null
 */
export function phaseOutMonths(
  { facts, steps }: Pick<Matter, 'facts' | 'steps'>,
  today: string,
  termEndOn: string | null,
): PhaseOutMonth[] {
  const from = facts['fromMonth'];
  const monthlyFen = typeof facts['monthlyFen'] === 'number' ? facts['monthlyFen'] : 0;
  if (typeof from !== 'string') return [];
  const checks = checkIns(steps);
  const last =
    [...checks.keys(), today.slice(0, 7), (termEndOn ?? '').slice(0, 7), from].sort().at(-1) ?? from;
  const months: PhaseOutMonth[] = [];
  for (let month = from; month <= last && months.length < most; month = addMonths(month, 1))
    months.push({
      ...{ month, monthlyFen, stillEarning: checks.get(month) ?? null },
      isToCome: month > today.slice(0, 7),
    });
  return months;
}

/** What was said of each month; of several the newest. */
function checkIns(steps: Matter['steps']): ReadonlyMap<string, boolean> {
  const told = steps.filter(
    ({ action, facts }) => action.startsWith('checkIn') && typeof facts['month'] === 'string',
  );
  return new Map(told.map(({ facts }) => [String(facts['month']), facts['stillEarning'] === true]));
}
