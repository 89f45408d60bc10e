import { workingDaysFrom } from '@yangguang/domain/words/calendar';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { BoardDays } from '@yangguang/store/statistics/board-lines';
import type { Call } from '../../http/call.ts';

/** What is due within three working days is due soon. */
const soonWorkingDays = 3;

/** Today and the last day of what is due soon, by the calendar of the offices. */
export function boardDays({ now, policy }: Pick<Call, 'now' | 'policy'>): BoardDays {
  const today = dayOf(now().toISOString());
  return { today, soonOn: workingDaysFrom(policy.calendar, today, soonWorkingDays) };
}
