import { expect, it } from 'vitest';
import { partOfWindow, WindowCache, windowsFor } from './window-cache.ts';

const outline = { step: 500, places: ['a', 'b', 'c'] };

it('asks for a window from the nearest place before it and not beyond the next', () => {
  expect(partOfWindow(0, 100, outline)).toEqual({ at: 'a', before: 'b', skip: 0, limit: 100 });
  expect(partOfWindow(7, 100, outline)).toEqual({ at: 'b', before: 'c', skip: 200, limit: 100 });
  expect(partOfWindow(10, 100, outline)).toEqual({ at: 'c', skip: 0, limit: 100 });
  expect(partOfWindow(15, 100, outline)).toBeNull();
});

it('asks for the first window before the places are known, and for no other', () => {
  expect(partOfWindow(0, 100, null)).toEqual({ skip: 0, limit: 100 });
  expect(partOfWindow(1, 100, null)).toBeNull();
  expect(partOfWindow(0, 100, { step: 500, places: [] })).toBeNull();
});

it('finds the windows of the rows in sight', () => {
  expect(windowsFor(0, 99, 100)).toEqual([0]);
  expect(windowsFor(95, 204, 100)).toEqual([0, 1, 2]);
  expect(windowsFor(-8, 3, 100)).toEqual([0]);
});

it('gives rows, or what is the matter with them', () => {
  const cache = new WindowCache<string>(3);
  expect(cache.rowAt(4)).toEqual({ kind: 'waiting' });
  cache.ask(1);
  expect(cache.rowAt(4)).toEqual({ kind: 'waiting' });
  cache.take(1, ['d', 'e']);
  expect([3, 4, 5].map((n) => cache.rowAt(n))).toEqual([
    { kind: 'row', row: 'd' },
    { kind: 'row', row: 'e' },
    { kind: 'gone' },
  ]);
  cache.ask(2);
  cache.fail(2, new Error('no'));
  expect(cache.rowAt(6)).toEqual({ kind: 'failed' });
  expect(cache.failed()).toEqual([2]);
});

it('asks once for a window, and again for what failed when told to', () => {
  const cache = new WindowCache<string>(3);
  expect(cache.missing([0, 1])).toEqual([0, 1]);
  cache.ask(0);
  cache.take(1, []);
  cache.fail(2, 'x');
  expect(cache.missing([0, 1, 2, 3])).toEqual([3]);
  cache.forgetFailures();
  expect(cache.missing([0, 1, 2, 3])).toEqual([2, 3]);
});

it('shows what an earlier time brought until the window was fetched again', () => {
  const cache = new WindowCache<string>(2);
  cache.take(0, ['a', 'b']);
  cache.age();
  expect(cache.missing([0])).toEqual([0]);
  expect(cache.rowAt(0)).toEqual({ kind: 'row', row: 'a' });
  cache.ask(0);
  expect(cache.missing([0])).toEqual([]);
  expect(cache.rowAt(0)).toEqual({ kind: 'row', row: 'a' });
  cache.fail(0, 'x');
  expect(cache.rowAt(0)).toEqual({ kind: 'row', row: 'a' });
  cache.take(0, ['b']);
  expect(cache.missing([0])).toEqual([]);
  expect([0, 1].map((n) => cache.rowAt(n).kind)).toEqual(['row', 'gone']);
});

it('keeps the windows used last and no more', () => {
  const cache = new WindowCache<string>(1, 3);
  for (const no of [0, 1, 2]) cache.take(no, [String(no)]);
  cache.touch([0]);
  cache.take(3, ['3']);
  expect([...cache.windows].sort()).toEqual([0, 2, 3]);
  expect(cache.rowAt(1)).toEqual({ kind: 'waiting' });
});
