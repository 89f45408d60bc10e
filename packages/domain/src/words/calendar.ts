import { addDays } from './date.ts';

/** The State Council's holiday arrangement. Dates 'YYYY-MM-DD' that differ from the ordinary week. */
export interface Calendar {
  /** Holidays; weekends need not be listed. */
  offDays: ReadonlySet<string>;
  /** Saturdays and Sundays worked instead. */
  workDays: ReadonlySet<string>;
}

function isWeekend(on: string): boolean {
  const day = new Date(`${on}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}

/** True on a day offices work: not a holiday, and not a weekend unless it is made up for. */
export function isWorkingDay(calendar: Calendar, on: string): boolean {
  if (calendar.workDays.has(on)) return true;
  return !calendar.offDays.has(on) && !isWeekend(on);
}

/** The n-th working day after `startOn`; the first day is not counted (Civil Code art. 201). n = 0 gives `startOn`. */
export function workingDaysFrom(calendar: Calendar, startOn: string, n: number): string {
  let on = startOn;
  for (let left = n; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(calendar, on)) left -= 1;
  }
  return on;
}

/**
 * The last day of a period of n calendar days after `startOn`: the first day is not counted, and a period that would
 * end on a day of rest ends on the next working day (Civil Code art. 201, 203).
 */
export function calendarDaysFrom(calendar: Calendar, startOn: string, n: number): string {
  return firstWorkingDayFrom(calendar, addDays(startOn, n));
}

/** The day itself if offices work on it, otherwise the next on which they do. */
export function firstWorkingDayFrom(calendar: Calendar, on: string): string {
  let day = on;
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}
