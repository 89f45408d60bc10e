import { expect, it } from 'vitest';
import { countLines, lineAt, lineOf } from './folding.ts';

const unfolded = new Map([
  [5, 1],
  [2, 3],
]);

it('puts the leads of an unfolded household below it', () => {
  expect(countLines(8, unfolded)).toBe(12);
  const lines = Array.from({ length: 12 }, (_, n) => lineAt(n, unfolded));
  expect(lines.map(({ home, below }) => `${home}${below === null ? '' : `.${below}`}`)).toEqual([
    '0',
    '1',
    '2',
    '2.0',
    '2.1',
    '2.2',
    '3',
    '4',
    '5',
    '5.0',
    '6',
    '7',
  ]);
});

it('finds every household again', () => {
  for (let home = 0; home < 8; home++)
    expect(lineAt(lineOf(home, unfolded), unfolded)).toEqual({ home, below: null });
});

it('is the list itself while nothing is unfolded, however long', () => {
  expect(countLines(100_000, new Map())).toBe(100_000);
  expect(lineAt(77_777, new Map())).toEqual({ home: 77_777, below: null });
});

it('forgets what is unfolded beyond the end of a shorter list', () => {
  expect(countLines(3, new Map([[7, 4]]))).toBe(3);
});
