import { expect, it } from 'vitest';
import { columnsFor, townGrid } from './town-grid.ts';

const town = (code: string, received: number, answered: number) => ({
  ...{ town: code, name: code, received, answered },
  ...{ dueSoon: 0, overdue: 0, escalated: 0 },
});

it('stands in the order of codes, whatever the numbers', () => {
  const cells = townGrid([town('339901003', 9, 9), town('339901001', 1, 0), town('339901002', 5, 1)], 2);
  expect(cells.map(({ town: code, row, column }) => [code, row, column])).toEqual([
    ['339901001', 0, 0],
    ['339901002', 0, 1],
    ['339901003', 1, 0],
  ]);
});

it('is shaded by what is left, from none to all', () => {
  const shades = [town('a', 0, 0), town('b', 10, 10), town('c', 100, 99), town('d', 10, 5), town('e', 10, 0)];
  expect(townGrid(shades, 5).map(({ shade }) => shade)).toEqual([null, 0, 1, 2, 4]);
});

it('is wider than high', () => {
  expect([1, 3, 17, 200].map((n) => columnsFor(n))).toEqual([2, 3, 6, 8]);
});
