import { endsAt, firstDue, type RunningClock } from '@yangguang/domain/workflows/clocks';
import type { Told } from '@yangguang/store/journal/room';
import type { ClockReading, NextEnd } from '@yangguang/store/journal/step-row';

/**
 * What the journal keeps of the clocks of a matter.
 * @param told ends of which the office above was told; one that was put off since counts anew
 * @returns null when none runs
 */
export function readingOf(clocks: readonly RunningClock[], told: readonly Told[]): ClockReading | null {
  const first = firstDue(clocks);
  if (first === null) return null;
  const ends = clocks.flatMap((clock) => endOf(clock));
  const isTold = (end: NextEnd): boolean => told.some((one) => isSame(one, end));
  const waiting = ends.filter((end) => !isTold(end));
  const offices = told.filter((one) => ends.some((end) => isSame(one, end))).map(({ to }) => to);
  const reminders = clocks.flatMap(({ remindOn }) => remindOn.slice(0, 1));
  return {
    ...{ clock: first.name, dueOn: first.dueOn, dueAt: first.dueAt },
    next: smallest(waiting, (end) => end.endsAt),
    remindOn: smallest(reminders, (day) => day),
    escalatedTo: smallest(offices, (office) => office),
  };
}

function endOf(clock: RunningClock): NextEnd[] {
  const end = endsAt(clock);
  return end === null
    ? []
    : [{ clock: clock.name, startedOn: clock.startedOn, endsAt: end, action: clock.then }];
}

function isSame(one: Omit<NextEnd, 'action'>, other: Omit<NextEnd, 'action'>): boolean {
  return one.clock === other.clock && one.startedOn === other.startedOn && one.endsAt === other.endsAt;
}

/** Codes of offices above one another begin alike, so the smallest is the highest. */
function smallest<T>(values: readonly T[], keyOf: (value: T) => string): T | null {
  return values.reduce<T | null>(
    (least, one) => (least === null || keyOf(one) < keyOf(least) ? one : least),
    null,
  );
}
