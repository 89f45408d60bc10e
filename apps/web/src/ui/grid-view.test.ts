import { expect, it } from 'vitest';
import { rowAfterKey, rowsInSight, scrollToRow } from './grid-view.ts';

it('draws what is in sight and a few rows beyond, within the list', () => {
  expect(rowsInSight(0, 400, 40, 100_000)).toEqual({ first: 0, last: 16 });
  expect(rowsInSight(400_000, 400, 40, 100_000)).toEqual({ first: 9994, last: 10_016 });
  expect(rowsInSight(3_999_800, 400, 40, 100_000)).toEqual({ first: 99_989, last: 99_999 });
  expect(rowsInSight(0, 400, 40, 0)).toEqual({ first: 0, last: -1 });
  expect(rowsInSight(9000, 400, 40, 3)).toEqual({ first: 2, last: 2 });
});

it('scrolls no further than it takes to see the whole row', () => {
  expect(scrollToRow(10, 0, 440, 40, 40)).toBe(40);
  expect(scrollToRow(3, 0, 440, 40, 40)).toBe(0);
  expect(scrollToRow(3, 400, 440, 40, 40)).toBe(120);
});

it('goes by keys and stays in the list', () => {
  expect(rowAfterKey('ArrowDown', 4, 10, 5)).toBe(5);
  expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0);
  expect(rowAfterKey('PageDown', 7, 10, 5)).toBe(9);
  expect(rowAfterKey('PageUp', 7, 10, 5)).toBe(2);
  expect(rowAfterKey('End', 0, 100_000, 5)).toBe(99_999);
  expect(rowAfterKey('Home', 9, 10, 5)).toBe(0);
  expect(rowAfterKey('x', 9, 10, 5)).toBeNull();
  expect(rowAfterKey('End', 0, 0, 5)).toBeNull();
});
