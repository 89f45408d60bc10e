import { type Calendar, isWorkingDay, workingDaysFrom } from '@yangguang/domain/words/calendar';
import { addDays } from '@yangguang/domain/words/date';

/** The day itself if offices work on it, otherwise the last before it on which they do: a plan is never late by it. */
export function lastWorkingDayBy(calendar: Calendar, on: string): string {
  let day = on;
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}

/** Working days after `fromOn` up to and with `untilOn`; 0 when it is over. */
export function workingDaysLeft(calendar: Calendar, fromOn: string, untilOn: string): number {
  let left = 0;
  for (let on = workingDaysFrom(calendar, fromOn, 1); on <= untilOn; on = workingDaysFrom(calendar, on, 1))
    left += 1;
  return left;
}
