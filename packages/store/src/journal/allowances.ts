import type { Actor } from '@yangguang/domain/people/role';
import type { Facts } from '@yangguang/domain/workflows/field';
import { type Attempt, findRefusal, type Refusal } from '@yangguang/domain/workflows/refusal';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Reach, Transaction } from '../database.ts';
import { circumstancesOf, type KnownCircumstances } from '../matter/circumstances.ts';
import { findMatter } from '../matter/lock-matter.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import type { Hand } from './open-matters.ts';
import { type Entry, stepsOf } from './project.ts';
import { readJournal } from './read-journal.ts';
import { type Room, workflowOf } from './room.ts';
import { allFacts, handsFor } from './ready-step.ts';

/** A matter with everything its page shows. */
export interface WholeMatter {
  readonly matter: MatterRow;
  readonly workflow: Workflow;
  readonly entries: readonly Entry[];
  /** All facts, private ones opened. */
  readonly facts: Facts;
  readonly now: KnownCircumstances;
}

/** The matter with its journal and circumstances, or null when it is not there or out of reach. */
export async function findWholeMatter(
  tx: Transaction,
  room: Room,
  reach: Reach,
  id: string,
): Promise<WholeMatter | null> {
  const matter = await findMatter(tx, reach, id);
  if (matter === null) return null;
  const entries = await readJournal(tx, room.vault, id);
  const facts = await allFacts(tx, room, matter, entries);
  const now = await circumstancesOf(tx, room.workflows, matter, facts);
  return { matter, workflow: workflowOf(room, matter.workflow), entries, facts, now };
}

/** What is tried. Without facts, evidence and reason it is the question whether the step could be begun. */
export interface Trial {
  readonly action: string;
  readonly facts?: Facts;
  readonly reason?: string | null;
}

/** Refusals that the caller can do away with by giving what the step asks for. */
const answerable: ReadonlySet<Refusal['code']> = new Set(['WF-104', 'WF-106', 'WF-109']);

/**
 * Why the step may not be taken now under any of the hands; null when it may. A question without facts lets pass what is
 * only still to be given.
 */
export function refusalOf(whole: WholeMatter, hands: readonly Hand[], trial: Trial): Refusal | null {
  const { workflow, matter, entries, now } = whole;
  const steps = stepsOf(entries);
  let worst: Refusal | null = null;
  for (const hand of handsFor(hands, matter)) {
    const refusal = findRefusal(workflow, steps, attemptBy(hand, trial), now);
    if (refusal === null || (trial.facts === undefined && answerable.has(refusal.code))) return null;
    if (worst === null || worst.code === 'WF-102') worst = refusal;
  }
  return worst ?? { code: 'WF-102', roles: workflow.actions[trial.action]?.by ?? [] };
}

function attemptBy(hand: Hand, { action, facts = {}, reason = null }: Trial): Attempt {
  return {
    ...{ action, facts, reason, evidence: [] },
    ...{ by: hand.accountId ?? 'clock', role: hand.role as Actor, area: hand.area },
  };
}
