import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { statePath } from './state-path.ts';

const step = (action: string, toState: string, at: string) =>
  ({ action, toState, at }) as unknown as Parameters<typeof statePath>[1]['steps'][number];

it('shows what was come through, where it stands, and where it may go; remarks are no stations', () => {
  const steps = [
    step('matter.open', 'planned', '2026-11-01T00:00:00Z'),
    step('schedule', 'scheduled', '2026-11-02T00:00:00Z'),
    step('matter.note', 'scheduled', '2026-11-03T00:00:00Z'),
    step('schedule', 'scheduled', '2026-11-04T00:00:00Z'),
  ];
  const path = statePath(workflows.verification, {
    steps,
    state: 'scheduled',
    openedAt: '2026-11-01T00:00:00Z',
  });
  expect(path.map(({ state, place }) => `${place} ${state}`)).toEqual([
    ...[
      'past planned',
      'now scheduled',
      'next noOneHome',
      'next refused',
      'next visited',
      'next unsuccessful',
    ],
  ]);
  expect(path[1]?.at).toBe('2026-11-02T00:00:00Z');
});

it('coming back to a state is a station of its own, and an end has nothing after it', () => {
  const steps = [
    step('submit', 'submitted', 'b'),
    step('sendBack', 'returned', 'c'),
    step('submit', 'submitted', 'd'),
  ];
  const path = statePath(workflows.task, { steps, state: 'submitted', openedAt: 'a' });
  expect(path.filter(({ place }) => place !== 'next').map(({ state }) => state)).toEqual([
    ...['todo', 'submitted', 'returned', 'submitted'],
  ]);
  const end = statePath(workflows.task, { steps: [], state: 'withdrawn', openedAt: 'a' });
  expect(end.filter(({ place }) => place === 'next')).toEqual([]);
});
