import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Matter } from './fact-words.ts';

/** One state on the way of a matter. */
export interface PathState {
  readonly state: string;
  /** Come through, standing at, or what may come next. */
  readonly place: 'past' | 'now' | 'next';
  /** When it came there; null for what may come. */
  readonly at: string | null;
}

/** The states a matter has come through, in order, where it stands, and where actions lead from there. */
export function statePath(
  workflow: Workflow,
  matter: Pick<Matter, 'steps' | 'state' | 'openedAt'>,
): PathState[] {
  const past: PathState[] = [{ state: workflow.start, place: 'past', at: matter.openedAt }];
  for (const { action, toState, at } of matter.steps) {
    if (action.includes('.') || toState === past.at(-1)?.state) continue;
    past.push({ state: toState, place: 'past', at });
  }
  const last = past.at(-1);
  const way = past.map((one): PathState => (one === last ? { ...one, place: 'now' } : one));
  return [
    ...way,
    ...nextStates(workflow, matter.state).map((state): PathState => ({ state, place: 'next', at: null })),
  ];
}

/** States to which actions lead from here, in the order of the workflow; none from an end nobody leaves. */
function nextStates(workflow: Workflow, state: string): string[] {
  const reached = new Set(
    Object.values(workflow.actions)
      .filter(({ from, to }) => from.includes(state) && to !== state)
      .map(({ to }) => to),
  );
  return Object.keys(workflow.states).filter((one) => reached.has(one));
}
