import { expect, it } from 'vitest';
import { type Calendar, calendarDaysFrom, isWorkingDay, workingDaysFrom } from './calendar.ts';

/** National Day 2022 and Mid-Autumn 2022, as the State Council arranged them. */
const CALENDAR: Calendar = {
  offDays: new Set(
    (
      '2022-09-10 2022-09-11 2022-09-12 2022-10-01 2022-10-02 2022-10-03 2022-10-04 ' +
      '2022-10-05 2022-10-06 2022-10-07'
    ).split(' '),
  ),
  workDays: new Set(['2022-10-08', '2022-10-09']),
};
const NO_HOLIDAYS: Calendar = { offDays: new Set(), workDays: new Set() };

it('knows holidays, weekends and made-up Saturdays', () => {
  expect(isWorkingDay(CALENDAR, '2022-10-07')).toBe(false);
  expect(isWorkingDay(CALENDAR, '2022-10-08')).toBe(true);
  expect(isWorkingDay(CALENDAR, '2022-10-15')).toBe(false);
  expect(isWorkingDay(CALENDAR, '2022-09-12')).toBe(false);
  expect(isWorkingDay(CALENDAR, '2022-09-13')).toBe(true);
});

it('counts three working days over National Day: 2022-09-28 gives 2022-10-08', () => {
  expect(workingDaysFrom(CALENDAR, '2022-09-28', 1)).toBe('2022-09-29');
  expect(workingDaysFrom(CALENDAR, '2022-09-28', 2)).toBe('2022-09-30');
  expect(workingDaysFrom(CALENDAR, '2022-09-28', 3)).toBe('2022-10-08');
  expect(workingDaysFrom(NO_HOLIDAYS, '2022-09-28', 3)).toBe('2022-10-03');
  expect(workingDaysFrom(CALENDAR, '2022-09-28', 0)).toBe('2022-09-28');
});

it('ends a public notice of seven days on the seventh day after posting: 2018-07-02 gives 2018-07-09', () => {
  expect(calendarDaysFrom(NO_HOLIDAYS, '2018-07-02', 7)).toBe('2018-07-09');
});

it('moves the end of a period out of a holiday', () => {
  expect(calendarDaysFrom(CALENDAR, '2022-09-26', 7)).toBe('2022-10-08');
  expect(calendarDaysFrom(CALENDAR, '2022-10-01', 7)).toBe('2022-10-08');
});
