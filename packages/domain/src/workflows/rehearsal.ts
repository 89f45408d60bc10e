import type { Actor } from '../people/role.ts';
import type { EvidenceKind } from './evidence.ts';
import type { Facts } from './field.ts';
import { findRefusal, type LinkedMatter, type Refusal } from './refusal.ts';
import { stateAfter, type Step, type Workflow } from './workflow.ts';

/** Somebody in a role, in an area. */
export interface Player {
  readonly by: string;
  readonly role: Actor;
  readonly area: string;
}

/** What a step brings with it. */
export interface Props {
  readonly facts?: Facts;
  readonly evidence?: readonly EvidenceKind[];
  readonly reason?: string;
}

/** A matter played through in memory by the same gate the server asks; for tests and for showing a workflow. */
export interface Rehearsal {
  /** Takes the step if the gate lets it; the refusal otherwise, and nothing has happened. */
  readonly play: (player: Player, action: string, props?: Props) => Refusal | null;
  /** Facts only the server can state. */
  readonly setFacts: (facts: Facts) => void;
  /** A link that says no more is only mentioned, and nobody took part in it. */
  readonly link: (matter: Pick<LinkedMatter, 'workflow' | 'kind' | 'state'> & Partial<LinkedMatter>) => void;
  readonly state: () => string;
  readonly facts: () => Facts;
}

/**
 * @param opened facts the matter was opened with
 * @param keepOut accounts related to the subject, and accounts barred from it
 */
export function rehearse(
  workflow: Workflow,
  opened: Facts,
  keepOut: { readonly kin?: readonly string[]; readonly barred?: readonly string[] } = {},
): Rehearsal {
  const steps: Step[] = [];
  const links: LinkedMatter[] = [];
  let facts = opened;
  const play = (player: Player, action: string, props: Props = {}): Refusal | null => {
    const attempt = {
      ...player,
      action,
      facts: props.facts ?? {},
      evidence: props.evidence ?? [],
      reason: props.reason ?? null,
    };
    const refusal = findRefusal(workflow, steps, attempt, {
      facts,
      links,
      kin: new Set(keepOut.kin),
      barred: new Set(keepOut.barred),
    });
    if (refusal !== null) return refusal;
    steps.push({ ...attempt, at: '2026-11-21T08:00:00+08:00' });
    facts = { ...facts, ...attempt.facts };
    return null;
  };
  return {
    play,
    setFacts: (more) => {
      facts = { ...facts, ...more };
    },
    link: (matter) => {
      links.push({ tie: 'other', openedAt: '2026-11-21T08:00:00+08:00', took: [], ...matter });
    },
    state: () => stateAfter(workflow, steps),
    facts: () => facts,
  };
}
