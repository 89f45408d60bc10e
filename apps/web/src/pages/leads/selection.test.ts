import { expect, it } from 'vitest';
import { choose, chosenOf, countChosen, everything, isChosen, nothing } from './selection.ts';

it('chooses leads one by one, and no longer', () => {
  const two = choose(choose(nothing, ['a'], true), ['b', 'a'], true);
  expect(countChosen(two, 100)).toBe(2);
  expect([isChosen(two, 'a'), isChosen(two, 'c')]).toEqual([true, false]);
  expect(countChosen(choose(two, ['a', 'b'], false), 100)).toBe(0);
  expect(countChosen(nothing, 100)).toBe(0);
});

it('of all that a filter gives some are left out and come back', () => {
  const most = choose(everything, ['a', 'b'], false);
  expect([isChosen(most, 'a'), isChosen(most, 'z')]).toEqual([false, true]);
  expect(countChosen(most, 100)).toBe(98);
  expect(countChosen(choose(most, ['a'], true), 100)).toBe(99);
  expect(countChosen(most, 1)).toBe(0);
});

it('says of the leads of a household whether all, some or none are chosen', () => {
  const one = choose(nothing, ['a'], true);
  expect(chosenOf(one, ['a', 'b'])).toBe('some');
  expect(chosenOf(choose(one, ['b'], true), ['a', 'b'])).toBe('all');
  expect(chosenOf(one, ['c'])).toBe('none');
  expect(chosenOf(one, [])).toBe('none');
  expect(chosenOf(everything, ['a'])).toBe('all');
});
