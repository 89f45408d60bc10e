import { expect, it } from 'vitest';
import { actsOn, checkedOf, isShut, rateText, weightsOf, withoutVisit } from './sample-rows.ts';

const item = {
  householdId: 'a',
  isReplaced: false,
  isMust: false,
  matterId: null,
  first: null,
  second: null,
};

it('a draw is shut only while it is sealed and nobody has opened it', () => {
  const at = '2026-11-21T01:00:00Z';
  expect([
    isShut({ isSealed: true, openedAt: null }),
    isShut({ isSealed: true, openedAt: at }),
    isShut({ isSealed: false, openedAt: null }),
  ]).toEqual([true, false, false]);
});

it('counts the households to be checked without those that were replaced', () => {
  const done = { ...item, second: 'keep' };
  expect(checkedOf([item, done, { ...item, isReplaced: true }])).toEqual({ checked: 1, all: 2 });
});

it('arranges a visit where there is none, and not for what is done or replaced', () => {
  const rows = [
    item,
    { ...item, householdId: 'b', matterId: 'm' },
    { ...item, householdId: 'c', isReplaced: true },
    { ...item, householdId: 'd', second: 'stop' },
  ];
  expect(withoutVisit(rows)).toEqual(['a']);
});

it('never replaces a household that must be checked, nor one with a result', () => {
  expect(actsOn(item)).toEqual(['enter', 'replace']);
  expect(actsOn({ ...item, isMust: true })).toEqual(['enter']);
  expect(actsOn({ ...item, second: 'keep' })).toEqual([]);
  expect(actsOn({ ...item, isReplaced: true })).toEqual([]);
});

it('says rates with one decimal and sends only what is heavier', () => {
  expect([rateText(0), rateText(0.1206), rateText(1)]).toEqual(['0.0%', '12.1%', '100.0%']);
  expect(weightsOf({ '371399001': 1, '371399002': 3 })).toEqual({ '371399002': 3 });
});
