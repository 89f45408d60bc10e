import { expect, it } from 'vitest';
import { flowOf, lineOfNode } from './flow.ts';

const paths = [
  { path: 'waiting', count: 5 },
  { path: 'setAside/dataWrong', count: 2 },
  { path: 'setAside/other', count: 1 },
  { path: 'toVisit', count: 4 },
  { path: 'awaitingAnswer', count: 3 },
  { path: 'innocent', count: 6 },
  { path: 'confirmed/stopped', count: 7 },
  { path: 'confirmed/none', count: 1 },
  { path: 'partly/stopped', count: 2 },
];

it('what flows into a place is what the place holds, and nothing is lost on the way', () => {
  const { nodes, links } = flowOf(paths);
  const total = paths.reduce((sum, one) => sum + one.count, 0);
  expect(nodes[0]).toEqual({ id: 'found', line: 'leads', count: total });
  const sum = (of: typeof links): number => of.reduce((all, one) => all + one.value, 0);
  const into = nodes.slice(1).map(({ id }) => sum(links.filter(({ target }) => target === id)));
  expect(into).toEqual(nodes.slice(1).map(({ count }) => count));
  const passed = nodes.filter(({ id }) => links.some(({ source }) => source === id));
  const out = passed.map(({ id }) => sum(links.filter(({ source }) => source === id)));
  expect(out).toEqual(passed.map(({ count }) => count));
});

it('joins what was stopped after full and after partial confirmation', () => {
  const { nodes } = flowOf(paths);
  expect(nodes.find(({ id }) => id === 'stopped')).toEqual({
    id: 'stopped',
    line: 'decided:stopped',
    count: 9,
  });
  expect(nodes.find(({ id }) => id === 'setAside')).toEqual({
    id: 'setAside',
    line: 'path:setAside',
    count: 3,
  });
  expect(nodes.some(({ id }) => id === 'converted')).toBe(false);
});

it('every place opens its cases by a line of its own', () => {
  expect(
    ['found', 'dispatched', 'visited', 'innocent', 'none'].map((id) => lineOfNode(id as 'found')),
  ).toEqual(['leads', 'path.dispatched', 'path.visited', 'path:innocent', 'decided:none']);
});
