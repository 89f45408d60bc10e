import { describe, expect, it } from 'vitest';
import type { Calendar } from '../words/calendar.ts';
import { clocksOf, dayOf, firstDue, isOver, type Limit, type LimitLookup } from './clocks.ts';
import { decision } from './decision.ts';
import { lead } from './lead.ts';
import { notice } from './notice.ts';
import { phaseOut } from './phase-out.ts';
import { publicNotice } from './public-notice.ts';
import type { Facts } from './field.ts';
import type { Step, Workflow } from './workflow.ts';

const plain: Calendar = { offDays: new Set(), workDays: new Set() };
const nationalDay: Calendar = {
  offDays: new Set(['01', '02', '03', '04', '05', '06', '07'].map((d) => `2022-10-${d}`)),
  workDays: new Set(['2022-10-08', '2022-10-09']),
};

function lookup(limits: Record<string, Limit>, calendar = plain): LimitLookup {
  return { calendar, limit: (parameter) => limits[parameter] ?? null };
}

const step = (action: string, at: string, facts: Facts = {}): Step => ({
  ...{ action, by: 'a', role: 'townCaseworker', area: '37', evidence: [], reason: null },
  ...{ at, facts },
});

function clock(
  workflow: Workflow,
  name: string,
  from: Parameters<typeof clocksOf> extends [unknown, ...infer R] ? R : never,
) {
  return clocksOf(workflow, ...from).find((one) => one.name === name);
}

describe('F-H7: on the workflows', () => {
  it('counts three working days over National Day: a decision of 2022-09-28 is delivered by 2022-10-08', () => {
    const decided = step('decide', '2022-09-28T09:00:00+08:00');
    const limits = { 'notice.decisionDeliverDays': { n: 3, unit: 'workingDays' } } as const;
    expect(
      clock(decision, 'delivery', ['2022-09-01T00:00:00+08:00', [decided], {}, lookup(limits, nationalDay)]),
    ).toEqual({
      ...{ name: 'delivery', startedOn: '2022-09-28', dueOn: '2022-10-08', dueAt: null, then: 'escalate' },
      remindOn: ['2022-10-07', '2022-10-08'],
    });
  });

  it('keeps a public notice posted on 2018-07-02 on the board through 2018-07-09', () => {
    const steps = [
      step('post', '2018-07-02T08:00:00+08:00'),
      step('recordPosting', '2018-07-02T09:00:00+08:00'),
    ];
    const period = clock(publicNotice, 'period', [
      ...(['2018-07-01T08:00:00+08:00', steps, {}] as const),
      lookup({ 'clock.publicNotice': { n: 7, unit: 'days' } }),
    ]);
    expect(period).toMatchObject({ dueOn: '2018-07-09', then: 'endPeriod' });
    expect(isOver(period!, '2018-07-09T23:59:59+08:00')).toBe(false);
    expect(isOver(period!, '2018-07-10T00:00:00+08:00')).toBe(true);
  });

  it('lets the rest of a public notice run after an objection is rejected, and none of it twice', () => {
    const limits = lookup({ 'clock.publicNotice': { n: 7, unit: 'days' } });
    const posted = [
      step('post', '2018-07-02T08:00:00+08:00'),
      step('recordPosting', '2018-07-02T09:00:00+08:00'),
    ];
    const objected = [...posted, step('recordObjection', '2018-07-04T09:00:00+08:00')];
    const opened = '2018-07-01T08:00:00+08:00';
    expect(clock(publicNotice, 'period', [opened, objected, {}, limits])).toMatchObject({
      ...{ startedOn: '2018-07-02', dueOn: null, remindOn: [] },
    });
    const again = [...objected, step('goOn', '2018-07-14T09:00:00+08:00')];
    expect(clock(publicNotice, 'period', [opened, again, {}, limits])?.dueOn).toBe('2018-07-19');
    const late = [
      ...posted,
      step('endPeriod', '2018-07-10T00:00:00+08:00'),
      step('recordObjection', '2018-07-11T09:00:00+08:00'),
      step('goOn', '2018-07-20T09:00:00+08:00'),
    ];
    const over = clock(publicNotice, 'period', [opened, late, {}, limits]);
    expect(isOver(over!, '2018-07-20T10:00:00+08:00')).toBe(true);
  });

  it('gives urgent relief 24 hours from the event, whatever the day of the week', () => {
    const limits = lookup({ 'clock.urgentRelief': { n: 24, unit: 'hours' } }, nationalDay);
    const opened = '2022-10-01T20:30:00+08:00';
    const urgent = clock(decision, 'urgent', [opened, [], { urgent: true }, limits]);
    expect(urgent).toMatchObject({
      startedOn: '2022-10-01',
      dueAt: '2022-10-02T12:30:00.000Z',
      dueOn: '2022-10-02',
    });
    expect(isOver(urgent!, '2022-10-02T20:29:59+08:00')).toBe(false);
    expect(isOver(urgent!, '2022-10-02T20:30:00+08:00')).toBe(true);
    expect(clock(decision, 'urgent', [opened, [], {}, limits])).toBeUndefined();
  });

  it('gives a serious lead ten working days to the visit and thirty to conclude, and pauses for the family', () => {
    const limits = lookup({
      'lead.seriousDays': { n: 10, unit: 'workingDays' },
      'lead.seriousConclude': { n: 30, unit: 'workingDays' },
    });
    const opened = '2026-03-02T09:00:00+08:00'; // a Monday
    const facts = { severity: 'serious' };
    expect(clock(lead, 'firstVisit', [opened, [], facts, limits])?.dueOn).toBe('2026-03-16');
    expect(clock(lead, 'conclude', [opened, [], facts, limits])?.dueOn).toBe('2026-04-13');
    expect(clock(lead, 'firstVisit', [opened, [], { severity: 'suspect' }, limits])).toBeUndefined();
    const asked = [
      step('dispatch', '2026-03-02T10:00:00+08:00'),
      step('startVerifying', '2026-03-03T10:00:00+08:00'),
      step('requestEvidence', '2026-03-06T10:00:00+08:00'),
    ];
    expect(clock(lead, 'conclude', [opened, asked, facts, limits])).toMatchObject({
      dueOn: null,
      remindOn: [],
    });
    expect(clock(lead, 'firstVisit', [opened, asked, facts, limits])).toBeUndefined();
    // Friday to the Monday after next: six working days stood still.
    const resumed = [...asked, step('escalate', '2026-03-16T10:00:00+08:00')];
    expect(clock(lead, 'conclude', [opened, resumed, facts, limits])?.dueOn).toBe('2026-04-21');
  });

  it('doubles the time to answer once when it is extended', () => {
    const limits = lookup({ 'clock.noticeReply': { n: 7, unit: 'workingDays' } });
    const served = [step('serve', '2026-03-02T09:00:00+08:00')];
    const facts = { kind: 'evidenceRequest' };
    const opened = '2026-03-01T09:00:00+08:00';
    expect(clock(notice, 'reply', [opened, served, facts, limits])?.dueOn).toBe('2026-03-11');
    const extended = [...served, step('extend', '2026-03-10T09:00:00+08:00')];
    expect(clock(notice, 'reply', [opened, extended, facts, limits])).toMatchObject({
      ...{ startedOn: '2026-03-02', dueOn: '2026-03-20' },
    });
  });

  it('ends a phase-out of three months on the same day, or the last of a shorter month', () => {
    const limits = lookup({ 'phaseOut.minMonths': { n: 3, unit: 'months' } });
    const started = [step('start', '2025-11-30T09:00:00+08:00')];
    // 2026-02-28 is a Saturday.
    const term = clock(phaseOut, 'term', [
      '2025-11-01T09:00:00+08:00',
      started,
      { length: 'shortest' },
      limits,
    ]);
    expect(term).toMatchObject({ dueOn: '2026-03-02', then: 'reachEnd' });
  });

  it('takes the date a matter holds as it stands', () => {
    const facts = { severity: 'info', campaignEndOn: '2026-12-06' };
    const read = clocksOf(lead, '2026-11-21T09:00:00+08:00', [], facts, lookup({}));
    expect(read).toEqual([
      {
        ...{ name: 'campaign', startedOn: '2026-11-21', dueOn: '2026-12-06', dueAt: null, then: 'escalate' },
        remindOn: ['2026-11-29', '2026-12-03', '2026-12-06'],
      },
    ]);
  });

  it('asks for the limit of the day the clock started, in Shanghai', () => {
    const asked: string[] = [];
    clocksOf(
      notice,
      '2021-12-31T17:00:00Z',
      [],
      { kind: 'decision' },
      {
        calendar: plain,
        limit: (_, on) => {
          asked.push(on);
          return null;
        },
      },
    );
    expect(asked).toEqual(['2022-01-01']);
  });
});

it('says which clock ends first: an hour today before a day, a day before a later one', () => {
  const base = { startedOn: '2026-01-01', remindOn: [], then: 'escalate' };
  const late = { ...base, name: 'late', dueOn: '2026-01-05', dueAt: null };
  const day = { ...base, name: 'day', dueOn: '2026-01-03', dueAt: null };
  const hour = { ...base, name: 'hour', dueOn: '2026-01-03', dueAt: '2026-01-03T10:00:00.000Z' };
  const still = { ...base, name: 'still', dueOn: null, dueAt: null };
  expect(firstDue([late, still, day, hour])?.name).toBe('hour');
  expect(firstDue([late, still, day])?.name).toBe('day');
  expect(firstDue([still])).toBeNull();
});

it('knows the day in Shanghai', () => {
  expect(dayOf('2026-11-20T15:59:59Z')).toBe('2026-11-20');
  expect(dayOf('2026-11-20T16:00:00Z')).toBe('2026-11-21');
  expect(dayOf('2026-11-21T00:30:00+08:00')).toBe('2026-11-21');
});
