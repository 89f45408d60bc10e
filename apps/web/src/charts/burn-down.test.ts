import { expect, it } from 'vitest';
import {
  burnDown,
  linePath,
  monthTicks,
  placeIn,
  shareOn,
  stepPath,
  ticksTo,
  withOpen,
} from './burn-down.ts';

const plan = [
  { on: '2026-06-01', share: 1 },
  { on: '2026-06-11', share: 1 },
  { on: '2026-07-01', share: 0 },
  { on: '2026-08-01', share: 0 },
];
const days = [
  { on: '2026-06-05', found: 100, answered: 0 },
  { on: '2026-06-15', found: 0, answered: 30 },
  { on: '2026-06-18', found: 0, answered: 10 },
];

it('leads unanswered at the end of each day stay until they change, and today stands at the end', () => {
  const chart = burnDown(days, plan, '2026-06-21');
  expect(chart?.open).toEqual([
    { on: '2026-06-05', open: 100 },
    { on: '2026-06-15', open: 70 },
    { on: '2026-06-18', open: 60 },
    { on: '2026-06-21', open: 60 },
  ]);
  expect(chart).toMatchObject({ openToday: 60, planToday: 50, most: 100, fromOn: '2026-06-01' });
});

it('before the plan begins everything may wait', () => {
  const early = [{ on: '2026-05-20', found: 10, answered: 0 }];
  expect(burnDown(early, plan, '2026-06-01')?.plan.slice(0, 2)).toEqual([
    { on: '2026-05-20', open: 10 },
    { on: '2026-06-01', open: 10 },
  ]);
});

it('says how many days the work is behind the plan or ahead of it', () => {
  // Sixty of a hundred are left; the plan had sixty on 19 June.
  expect(burnDown(days, plan, '2026-06-21')?.daysBehind).toBe(2);
  expect(burnDown(days, plan, '2026-06-19')?.daysBehind).toBe(0);
  expect(burnDown(days, plan, '2026-06-18')?.daysBehind).toBe(-1);
  expect(burnDown([], plan, '2026-06-18')?.daysBehind).toBeNull();
  expect(burnDown(days, [], '2026-06-18')).toBeNull();
});

it('the table says what was left at the end of each day', () => {
  expect(withOpen(days).map(({ open }) => open)).toEqual([100, 70, 60]);
});

it('what has not happened yet is not drawn', () => {
  const later = [...days, { on: '2026-06-30', found: 5, answered: 0 }];
  expect(burnDown(later, plan, '2026-06-21')?.open.at(-1)).toEqual({ on: '2026-06-21', open: 60 });
});

it('the plan between its corners is straight, before and after them level', () => {
  expect(shareOn(plan, '2026-05-01')).toBe(1);
  expect(shareOn(plan, '2026-06-21')).toBeCloseTo(0.5);
  expect(shareOn(plan, '2026-09-01')).toBe(0);
});

it('places days from left to right and numbers from the bottom up', () => {
  const box = { width: 120, height: 60, left: 10, right: 10, top: 10, bottom: 10 };
  const place = placeIn(box, { fromOn: '2026-06-01', untilOn: '2026-06-11', most: 100 });
  expect([place.x('2026-06-01'), place.x('2026-06-06'), place.x('2026-06-11')]).toEqual([10, 60, 110]);
  expect([place.y(0), place.y(50), place.y(100)]).toEqual([50, 30, 10]);
  const points = [
    { on: '2026-06-01', open: 100 },
    { on: '2026-06-06', open: 50 },
  ];
  expect(stepPath(points, place)).toBe('M10 10H60V30');
  expect(linePath(points, place)).toBe('M10 10L60 30');
});

it('takes round numbers and first days of months for its axes', () => {
  expect(ticksTo(100)).toEqual([0, 50, 100]);
  expect(ticksTo(1840)).toEqual([0, 500, 1000, 1500]);
  expect(ticksTo(1)).toEqual([0, 1]);
  expect(monthTicks({ fromOn: '2026-06-02', untilOn: '2026-08-01' })).toEqual(['2026-07-01', '2026-08-01']);
});
