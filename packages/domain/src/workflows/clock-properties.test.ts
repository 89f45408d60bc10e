import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, isWorkingDay } from '../words/calendar.ts';
import { addDays, daysBetween } from '../words/date.ts';
import { clocksOf, type Limit, type LimitLookup } from './clocks.ts';
import type { Facts } from './field.ts';
import { defineWorkflow, type Step } from './workflow.ts';

const nationalDay: Calendar = {
  offDays: new Set(['01', '02', '03', '04', '05', '06', '07'].map((d) => `2022-10-${d}`)),
  workDays: new Set(['2022-10-08', '2022-10-09']),
};

function lookup(limits: Record<string, Limit>, calendar: Calendar): LimitLookup {
  return { calendar, limit: (parameter) => limits[parameter] ?? null };
}

const step = (action: string, at: string, facts: Facts = {}): Step => ({
  ...{ action, by: 'a', role: 'townCaseworker', area: '37', evidence: [], reason: null },
  ...{ at, facts },
});

/** Runs, stands still, is over; `more` gives the time once more. */
const model = defineWorkflow({
  id: 'model',
  title: { zh: '', en: '' },
  source: '',
  subject: 'person',
  start: 'before',
  recuseKin: false,
  opening: { by: ['clock'], asks: {} },
  states: {
    before: { zh: '', en: '' },
    runs: { zh: '', en: '' },
    still: { zh: '', en: '' },
    over: { zh: '', en: '' },
  },
  actions: {
    run: { zh: '', en: '', from: ['before', 'still', 'over'], to: 'runs', by: ['clock'] },
    rest: { zh: '', en: '', from: ['runs'], to: 'still', by: ['clock'] },
    more: { zh: '', en: '', from: ['runs'], to: 'runs', by: ['clock'] },
    end: { zh: '', en: '', from: ['runs', 'still'], to: 'over', by: ['clock'] },
  },
  clocks: {
    c: {
      ...{ zh: '', en: '', runsIn: ['runs'], pausedIn: ['still'], limit: { parameter: 'p' } },
      ...{ then: 'end', remindDays: [3, 0], extendedBy: 'more' },
    },
  },
});

const days = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2021-12-01', n));
const units = fc.constantFrom('days', 'workingDays', 'months', 'years') as fc.Arbitrary<Limit['unit']>;
const noon = (on: string): string => `${on}T12:00:00+08:00`;
const read = (steps: readonly Step[], n: number, unit: Limit['unit']) =>
  clocksOf(model, noon('2021-01-01'), steps, {}, lookup({ p: { n, unit } }, nationalDay))[0];

const workedIn = (from: string, count: number): number =>
  Array.from({ length: count }, (_, i) => addDays(from, i)).filter((on) => isWorkingDay(nationalDay, on))
    .length;
const lengths = fc.integer({ min: 1, max: 60 });
const gaps = fc.integer({ min: 0, max: 40 });

describe('properties', () => {
  it('a limit ends on a working day, whatever its unit', () => {
    fc.assert(
      fc.property(days, lengths, units, (on, n, unit) => {
        const due = read([step('run', noon(on))], n, unit)?.dueOn ?? '';
        expect(isWorkingDay(nationalDay, due)).toBe(true);
      }),
    );
  });

  it('a working-day limit has exactly so many working days after the first', () => {
    fc.assert(
      fc.property(days, lengths, (on, n) => {
        const due = read([step('run', noon(on))], n, 'workingDays')?.dueOn ?? '';
        expect(workedIn(addDays(on, 1), daysBetween(on, due))).toBe(n);
      }),
    );
  });

  it('a calendar limit runs its days, and on over days of rest only', () => {
    fc.assert(
      fc.property(days, lengths, (on, n) => {
        const due = read([step('run', noon(on))], n, 'days')?.dueOn ?? '';
        expect(daysBetween(on, due)).toBeGreaterThanOrEqual(n);
        expect(workedIn(addDays(on, n), daysBetween(on, due) - n)).toBe(0);
      }),
    );
  });

  const paused = (on: string, after: number, pause: number): Step[][] => {
    const run = [step('run', noon(on))];
    const rest = [...run, step('rest', noon(addDays(on, after)))];
    return [run, rest, [...rest, step('run', noon(addDays(on, after + pause)))]];
  };

  it('nothing is due while it stands still, and the start stays', () => {
    fc.assert(
      fc.property(days, gaps, gaps, lengths, units, (on, after, pause, n, unit) => {
        const [plain, still, resumed] = paused(on, after, pause).map((steps) => read(steps, n, unit));
        expect([still?.dueOn, still?.startedOn, resumed?.startedOn]).toEqual([null, on, on]);
        expect([plain?.dueOn, resumed?.dueOn].sort()).toEqual([plain?.dueOn, resumed?.dueOn]);
      }),
    );
  });

  it('a pause moves the end by its calendar days, or by its working days', () => {
    fc.assert(
      fc.property(days, gaps, gaps, lengths, (on, after, pause, n) => {
        const [run = [], , resumed = []] = paused(on, after, pause);
        const worked = workedIn(addDays(on, after + 1), pause);
        expect(read(resumed, n, 'days')?.dueOn).toBe(read(run, n + pause, 'days')?.dueOn);
        expect(read(resumed, n, 'workingDays')?.dueOn).toBe(read(run, n + worked, 'workingDays')?.dueOn);
      }),
    );
  });

  it('hours run from the event to the millisecond, pauses added', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e8), fc.nat(1e8), fc.integer({ min: 1, max: 72 }), (a, b, c, n) => {
        const at = (ms: number): string => new Date(1.65e12 + ms).toISOString();
        const steps = [step('run', at(a)), step('rest', at(a + b)), step('run', at(a + b + c))];
        expect(read(steps, n, 'hours')?.dueAt).toBe(at(a + c + n * 3_600_000));
      }),
    );
  });

  it('each extension gives the time once more; leaving ends the clock and coming back starts it anew', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 20 }), (on, times, n) => {
        const run = step('run', noon(on));
        const more = Array.from({ length: times }, () => step('more', noon(on)));
        expect(read([run, ...more], n, 'workingDays')?.dueOn).toBe(
          read([run], n * (times + 1), 'workingDays')?.dueOn,
        );
        const ended = [run, ...more, step('end', noon(on))];
        expect(read(ended, n, 'days')).toBeUndefined();
        const later = addDays(on, 9);
        expect(read([...ended, step('run', noon(later))], n, 'days')).toEqual(
          read([step('run', noon(later))], n, 'days'),
        );
      }),
    );
  });

  it('reminds between the first day and the last, earliest first', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 10 }), (on, n) => {
        const one = read([step('run', noon(on))], n, 'days');
        const remindOn = [...(one?.remindOn ?? [])];
        expect(remindOn).toEqual([...remindOn].sort());
        expect(remindOn.every((day) => day >= on && day <= (one?.dueOn ?? ''))).toBe(true);
      }),
    );
  });
});
