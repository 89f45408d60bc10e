import type { Role } from '@yangguang/domain/people/role';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { listedWorkflows } from '../matters/columns.ts';

/** States of one workflow from which one of the roles leads on. */
export interface Awaited {
  readonly workflow: string;
  readonly states: readonly string[];
}

/**
 * What waits for a step of these roles: states from which an action of theirs leads to another state. Whether the very
 * matter can be taken on is for the gate; this is where to look.
 */
export function waitingFor(
  workflows: Readonly<Record<string, Workflow>>,
  roles: readonly Role[],
): readonly Awaited[] {
  return listedWorkflows.flatMap((id) => {
    const workflow = workflows[id];
    if (workflow === undefined) return [];
    const from = Object.values(workflow.actions)
      .filter(
        ({ by, from: states, to }) => by.some((role) => roles.includes(role as Role)) && !states.includes(to),
      )
      .flatMap(({ from: states }) => states);
    const states = Object.keys(workflow.states).filter(
      (state) => from.includes(state) && workflow.states[state]?.end !== true,
    );
    return states.length === 0 ? [] : [{ workflow: id, states }];
  });
}
