import { expect, it } from 'vitest';
import { flowOf } from './flow.ts';
import { layOut } from './flow-layout.ts';

it('stands in columns from found to decided, inside the canvas, taller where more leads pass', () => {
  const { nodes, links } = flowOf([
    { path: 'waiting', count: 10 },
    { path: 'toVisit', count: 30 },
    { path: 'confirmed/stopped', count: 20 },
    { path: 'innocent', count: 40 },
  ]);
  const placed = layOut(nodes, links, { width: 900, height: 300, room: 140 });
  const at = new Map(placed.nodes.map((node) => [node.id, node]));
  const x = (id: 'found' | 'dispatched' | 'visited' | 'confirmed' | 'stopped') => at.get(id)?.x0 ?? -1;
  expect([x('found'), x('dispatched'), x('visited'), x('confirmed'), x('stopped')]).toEqual(
    [x('found'), x('dispatched'), x('visited'), x('confirmed'), x('stopped')].sort((a, b) => a - b),
  );
  for (const node of placed.nodes) {
    expect(node.x1).toBeLessThanOrEqual(760);
    expect(node.y1).toBeLessThanOrEqual(300);
  }
  const high = (id: 'innocent' | 'waiting') => (at.get(id)?.y1 ?? 0) - (at.get(id)?.y0 ?? 0);
  expect(high('innocent') / high('waiting')).toBeCloseTo(4);
  expect(placed.links).toHaveLength(links.length);
  expect(placed.links.every(({ d }) => d.startsWith('M'))).toBe(true);
});
