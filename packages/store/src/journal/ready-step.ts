import type { Actor } from '@yangguang/domain/people/role';
import type { EvidenceKind } from '@yangguang/domain/workflows/evidence';
import type { Facts } from '@yangguang/domain/workflows/field';
import { type Circumstances, findRefusal, type Refusal } from '@yangguang/domain/workflows/refusal';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Reach, Transaction } from '../database.ts';
import { citeEvidence } from '../evidence/cite-evidence.ts';
import { circumstancesOf, type KnownCircumstances } from '../matter/circumstances.ts';
import { findMatter } from '../matter/lock-matter.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import { assertColleagues } from './assert-colleagues.ts';
import { assertTime, assertVersion } from './assert-version.ts';
import { findFaultyRegions } from './find-faulty-regions.ts';
import { journalRefusal } from './journal-refusals.ts';
import { linkedMatters } from './linked-matters.ts';
import type { Hand } from './open-matters.ts';
import { type Entry, factsOf, stepsOf } from './project.ts';
import { readJournal } from './read-journal.ts';
import { type Room, workflowOf } from './room.ts';
import { refuseNumbers, type SplitFacts, splitFacts, withoutNul } from './split-facts.ts';
import type { CitedEvidence } from './step-row.ts';

/** What somebody wants to do with a matter. */
export interface StepRequest {
  /** Made by the client: sending twice changes nothing. */
  readonly stepId: string;
  readonly matterId: string;
  readonly action: string;
  /** The version the client saw; null for the clock, which takes what it finds. */
  readonly expectedVersion: number | null;
  readonly facts: Facts;
  readonly reason: string | null;
  /** Ids of evidence added to the matter before. */
  readonly evidence: readonly string[];
  /** When it was done, for what was done offline; null is now. */
  readonly doneAt: Date | null;
  /** Appointments under which it may be done; the first the workflow lets through is taken. */
  readonly hands: readonly Hand[];
}

/** A request with the time it is done. */
export type Timed = StepRequest & { readonly at: Date };

/** Everything a step is written from, once nothing speaks against it. */
export interface Ready {
  readonly matter: MatterRow;
  readonly workflow: Workflow;
  readonly entries: readonly Entry[];
  readonly request: Timed;
  readonly evidence: readonly CitedEvidence[];
  readonly hand: Hand;
  /** Matters that the step names and links. */
  readonly links: readonly string[];
  readonly now: KnownCircumstances;
  readonly split: SplitFacts;
}

/** The request as it is written down: without NUL, done now unless it says when. */
export function timed(room: Room, sent: StepRequest): Timed {
  return {
    ...sent,
    facts: withoutNul(sent.facts),
    reason: withoutNul(sent.reason),
    at: sent.doneAt ?? room.now(),
  };
}

/**
 * Asks everything that may speak against a step, and gathers what it is written from. Writes nothing.
 * @throws UserError WF-… (the gate), API-104, API-105 (with both texts), MAT-102 … MAT-106
 */
export async function readyStep(
  tx: Transaction,
  room: Room,
  reach: Reach,
  matter: MatterRow,
  request: Timed,
): Promise<Ready> {
  const entries = await readJournal(tx, room.vault, matter.id);
  const workflow = workflowOf(room, matter.workflow);
  await assertVersion(tx, workflow, entries, request);
  assertTime(entries, request.at, room.now());
  const evidence = await citeEvidence(tx, matter.id, request.evidence);
  const links = await linkedMatters(tx, reach, workflow, request);
  const facts = await allFacts(tx, room, matter, entries);
  const now = await circumstancesOf(tx, room.workflows, matter, facts, links);
  const hands = handsFor(request.hands, matter);
  const hand = chooseHand(room, workflow, entries, { ...request, hands }, evidence, now);
  await assertColleagues(tx, workflow, request, matter);
  const asks = workflow.actions[request.action]?.asks ?? {};
  const fields = await findFaultyRegions(tx, reach, asks, request.facts);
  if (fields.length > 0) throw room.refuse(workflow, request.action, { code: 'WF-106', fields });
  refuseNumbers(request.reason);
  const split = splitFacts(asks, request.facts);
  return { matter, workflow, entries, request, evidence, hand, links, now, split };
}

/**
 * What {@link readyStep} would say of the step, without taking it.
 * @throws UserError as that
 */
export async function rehearseStep(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: StepRequest,
): Promise<MatterRow> {
  const matter = await findMatter(tx, reach, request.matterId);
  if (matter === null) throw journalRefusal('API-104');
  await readyStep(tx, room, reach, matter, timed(room, request));
  return matter;
}

/** Facts of the matter, with those that only the server can state. */
export async function allFacts(
  tx: Transaction,
  room: Room,
  matter: MatterRow,
  entries: readonly Entry[],
): Promise<Facts> {
  const facts = factsOf(entries);
  return { ...facts, ...(await room.stateFacts?.(tx, matter, facts)) };
}

/** The appointments that reach the place of the matter. */
export function handsFor(
  hands: readonly Hand[],
  { region, programme }: { readonly region: string; readonly programme: string },
): Hand[] {
  return hands.filter(
    ({ area, programmes = null }) =>
      region.startsWith(area) &&
      (programmes === null || programme === 'none' || programmes.includes(programme)),
  );
}

/** The first appointment that the gate lets through. @throws the refusal that came furthest */
function chooseHand(
  room: Room,
  workflow: Workflow,
  entries: readonly Entry[],
  request: StepRequest,
  evidence: readonly CitedEvidence[],
  now: Circumstances,
): Hand {
  const steps = stepsOf(entries);
  let worst: Refusal | null = null;
  for (const hand of request.hands) {
    const refusal = findRefusal(
      workflow,
      steps,
      {
        action: request.action,
        by: hand.accountId ?? 'clock',
        role: hand.role as Actor,
        area: hand.area,
        facts: request.facts,
        evidence: evidence.map((e) => e.kind as EvidenceKind),
        reason: request.reason,
      },
      now,
    );
    if (refusal === null) return hand;
    if (worst === null || worst.code === 'WF-102') worst = refusal;
  }
  if (worst === null) throw journalRefusal('API-104');
  throw room.refuse(workflow, request.action, worst);
}
