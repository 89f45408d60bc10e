import { expect, it } from 'vitest';
import { tilesOf } from './tiles.ts';

const count = (line: string, of: string | null, n: number) => ({
  line,
  of,
  count: n,
  title: { zh: line, en: line },
});

it('shows the first questions of a chief, each with what it is made of', () => {
  const tiles = tilesOf([
    count('tasks.closed', 'tasks', 1),
    count('leads.waiting', 'leads', 2),
    count('leads.dispatched', 'leads', 3),
    count('tasks', null, 1),
    count('leads', null, 5),
  ]);
  expect(tiles.map(({ line, parts }) => [line, parts.map((part) => part.line)])).toEqual([
    ['leads', ['leads.waiting', 'leads.dispatched']],
    ['tasks', ['tasks.closed']],
  ]);
});
