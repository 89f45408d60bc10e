import {
  type Calendar,
  calendarDaysFrom,
  firstWorkingDayFrom,
  isWorkingDay,
  workingDaysFrom,
} from '../words/calendar.ts';
import { addDays, dateOf, daysBetween, daysInMonth } from '../words/date.ts';
import { addMonths, monthOf } from '../words/month.ts';
import type { Facts } from './field.ts';
import type { Clock, Step, Workflow } from './workflow.ts';

/** The length of a time limit. */
export interface Limit {
  readonly n: number;
  readonly unit: 'workingDays' | 'days' | 'hours' | 'months' | 'years';
}

/** Policy as the clocks need it, for one region. */
export interface LimitLookup {
  readonly calendar: Calendar;
  /** The value in force on that day ('YYYY-MM-DD'); null when none is, and then nothing runs. */
  readonly limit: (parameter: string, on: string) => Limit | null;
}

/** A clock that runs or stands still. Dates are days in Asia/Shanghai. */
export interface RunningClock {
  /** Its name in the workflow. */
  readonly name: string;
  readonly startedOn: string;
  /** The last day; the clock acts when it is over. Null while the clock stands still. */
  readonly dueOn: string | null;
  /** For a limit of hours, the instant (ISO 8601, UTC). */
  readonly dueAt: string | null;
  /** Days to remind on, earliest first. Empty while the clock stands still, and for hours. */
  readonly remindOn: readonly string[];
  /** The action the clock takes at the end, or 'escalate'. */
  readonly then: string;
}

const HOUR_MS = 3_600_000;
const SHANGHAI_MS = 8 * HOUR_MS;

/** The day in Asia/Shanghai of an instant (ISO 8601 with offset). */
export function dayOf(at: string): string {
  return new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 10);
}

/**
 * The clocks of a matter after these steps (oldest first). A clock starts when the matter comes into one of its states and
 * ends when it has left them and those in which it stands still; coming back later starts it anew. The limit is the one
 * in force on the day it started. The first day does not count; calendar days, months and years that end on a day of
 * rest run on to the next working day (Civil Code art. 201–203); hours run from the event. The time it stood still is
 * added to the end: in working days for a limit of working days, in calendar days otherwise, to the millisecond for hours.
 * A limit that is a date of the matter is that date, as it stands.
 * @param openedAt instant of the opening, ISO 8601 with offset
 * @param facts of the matter, with those of its steps
 */
export function clocksOf(
  workflow: Workflow,
  openedAt: string,
  steps: readonly Step[],
  facts: Facts,
  lookup: LimitLookup,
): readonly RunningClock[] {
  const stays = staysOf(workflow, openedAt, steps);
  return Object.entries(workflow.clocks).flatMap(([name, clock]) => {
    const run = findRun(clock, stays);
    const due = run === null ? null : dueOf(clock, run, facts, lookup);
    if (run === null || due === null) return [];
    const isStill = run.at(-1)?.isStill === true;
    return [reading(name, clock, dayOf(startOf(run)), isStill ? null : due, isStill)];
  });
}

/** The clock that ends first of those that run; null when none does. */
export function firstDue(clocks: readonly RunningClock[]): RunningClock | null {
  const running = clocks.filter((clock) => clock.dueOn !== null);
  return running.reduce<RunningClock | null>(
    (first, clock) => (first === null || endOf(clock) < endOf(first) ? clock : first),
    null,
  );
}

/** True when the clock's time is over at that instant: the hour has come, or the last day is past. */
export function isOver(clock: RunningClock, at: string): boolean {
  return clock.dueOn !== null && Date.parse(at) >= endOf(clock);
}

/** The instant at which the clock's time is over (ISO 8601, UTC); null while it stands still. */
export function endsAt(clock: RunningClock): string | null {
  return clock.dueOn === null ? null : new Date(endOf(clock)).toISOString();
}

/** The instant at which the time is over, in milliseconds. */
function endOf({ dueOn, dueAt }: RunningClock): number {
  return dueAt !== null ? Date.parse(dueAt) : Date.parse(`${addDays(dueOn ?? '', 1)}T00:00:00+08:00`);
}

/** A time the matter spent in one state. `to` is null for the present one. */
interface Stay {
  readonly state: string;
  readonly from: string;
  readonly to: string | null;
  /** The action that ended in it. */
  readonly by: string | null;
}

function staysOf(workflow: Workflow, openedAt: string, steps: readonly Step[]): Stay[] {
  const entries = [
    { state: workflow.start, from: openedAt, by: null },
    ...steps.map((step) => ({
      state: stateOf(workflow, step),
      from: step.at,
      by: step.action,
    })),
  ];
  return entries.map((entry, i) => ({ ...entry, to: entries[i + 1]?.from ?? null }));
}

function stateOf(workflow: Workflow, step: Step): string {
  const action = workflow.actions[step.action];
  if (action === undefined) throw new Error(`workflow ${workflow.id} has no action ${step.action}`);
  return action.to;
}

type RunStay = Stay & { readonly isStill: boolean };

/** The stays of the run that goes on now, from the first in which the clock ran; null when it does not go on. */
function findRun({ runsIn, pausedIn = [] }: Clock, stays: readonly Stay[]): RunStay[] | null {
  const runs = (stay: Stay): boolean => runsIn.includes(stay.state);
  const isIn = (stay: Stay): boolean => runs(stay) || pausedIn.includes(stay.state);
  const leftAt = stays.findLastIndex((stay) => !isIn(stay));
  const present = stays.slice(leftAt + 1);
  const begin = present.findIndex(runs);
  if (begin === -1) return null;
  return present.slice(begin).map((stay) => ({ ...stay, isStill: !runs(stay) }));
}

const startOf = (run: readonly RunStay[]): string => run[0]?.from ?? '';

interface Due {
  readonly on: string;
  readonly at: string | null;
}

function dueOf(clock: Clock, run: readonly RunStay[], facts: Facts, lookup: LimitLookup): Due | null {
  const { limit } = clock;
  if ('fact' in limit) {
    const on = facts[limit.fact];
    return typeof on === 'string' && on !== '' ? { on, at: null } : null;
  }
  const parameter =
    'parameter' in limit ? limit.parameter : findOwn(limit.parameters, String(facts[limit.by]));
  const length = parameter === undefined ? null : lookup.limit(parameter, dayOf(startOf(run)));
  if (length === null) return null;
  const times = 1 + run.filter((stay) => stay.by !== null && stay.by === clock.extendedBy).length;
  return endAfter({ ...length, n: length.n * times }, run, lookup.calendar);
}

function findOwn(parameters: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.hasOwn(parameters, value) ? parameters[value] : undefined;
}

function endAfter({ n, unit }: Limit, run: readonly RunStay[], calendar: Calendar): Due {
  const startAt = startOf(run);
  const startOn = dayOf(startAt);
  if (unit === 'hours') {
    const at = new Date(Date.parse(startAt) + n * HOUR_MS + stillMs(run)).toISOString();
    return { on: dayOf(at), at };
  }
  const still = stillDays(run, unit === 'workingDays' ? (on) => isWorkingDay(calendar, on) : () => true);
  if (unit === 'workingDays') return { on: workingDaysFrom(calendar, startOn, n + still), at: null };
  if (unit === 'days') return { on: calendarDaysFrom(calendar, startOn, n + still), at: null };
  const monthEnd = sameDayLater(startOn, unit === 'years' ? 12 * n : n);
  return { on: firstWorkingDayFrom(calendar, addDays(monthEnd, still)), at: null };
}

/** The same day of a later month, or its last day where it has no such day (Civil Code art. 202). */
function sameDayLater(on: string, months: number): string {
  const month = addMonths(monthOf(on), months);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return dateOf(year, number, Math.min(Number(on.slice(8, 10)), daysInMonth(year, number)));
}

const pauses = (run: readonly RunStay[]): { from: string; to: string }[] =>
  run.flatMap(({ isStill, from, to }) => (isStill && to !== null ? [{ from, to }] : []));

/** Days of the pauses for which `counts` holds; the day a pause begins is not one of them, the day it ends is. */
function stillDays(run: readonly RunStay[], counts: (on: string) => boolean): number {
  let days = 0;
  for (const { from, to } of pauses(run)) {
    const first = dayOf(from);
    for (let i = 1; i <= daysBetween(first, dayOf(to)); i += 1) if (counts(addDays(first, i))) days += 1;
  }
  return days;
}

function stillMs(run: readonly RunStay[]): number {
  return pauses(run).reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
}

function reading(
  name: string,
  clock: Clock,
  startedOn: string,
  due: Due | null,
  isStill: boolean,
): RunningClock {
  const { remindDays = [], then } = clock;
  const on = due?.on ?? null;
  const remindOn =
    isStill || on === null || due?.at != null
      ? []
      : [...new Set(remindDays.map((days) => addDays(on, -days)))].filter((day) => day >= startedOn).sort();
  return { name, startedOn, dueOn: on, dueAt: due?.at ?? null, remindOn, then };
}
