import type { Actor } from '@yangguang/domain/people/role';
import type { EvidenceKind } from '@yangguang/domain/workflows/evidence';
import type { Facts } from '@yangguang/domain/workflows/field';
import { type Circumstances, findRefusal, type Refusal } from '@yangguang/domain/workflows/refusal';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Reach, Transaction } from '../database.ts';
import { citeEvidence } from '../evidence/cite-evidence.ts';
import { circumstancesOf, type KnownCircumstances } from '../matter/circumstances.ts';
import { lockMatter } from '../matter/lock-matter.ts';
import { insertLinks, type MatterRow, updateMatter } from '../matter/matter-row.ts';
import { assertColleagues } from './assert-colleagues.ts';
import { assertTime, assertVersion } from './assert-version.ts';
import { chainSteps } from './chain-steps.ts';
import { changeBenefit } from '../household/change-benefit.ts';
import { childrenOf, openedBy } from './children.ts';
import { journalRefusal } from './journal-refusals.ts';
import { type Hand, prepareOpenings } from './open-matters.ts';
import { type Entry, factsOf, project, stepsOf } from './project.ts';
import { entryOf, readJournal, sealFacts, stepContext } from './read-journal.ts';
import { findStored, lockStepId, requestHash, type StoredStep } from './request-hash.ts';
import { type Room, workflowOf } from './room.ts';
import { refuseNumbers, splitFacts, withoutNul } from './split-facts.ts';
import { linkedMatters } from './linked-matters.ts';
import type { CitedEvidence, StepDraft } from './step-row.ts';

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

/** What the journal says of a step that was taken. Sending the request again gives the same. */
export interface StepResult {
  readonly stepId: string;
  readonly matterId: string;
  readonly version: number;
  readonly state: string;
  readonly at: Date;
  /** Matters that came into being with it. */
  readonly opened: readonly { readonly id: string; readonly workflow: string }[];
}

/**
 * Takes one step: locks the matter, compares the version, asks the gate, and writes step, projection, links and opened
 * matters in the caller's transaction; the chain's head is locked last.
 * @throws UserError WF-… (the gate), API-104, API-105 (with both texts), MAT-101 … MAT-106
 */
export async function takeStep(
  tx: Transaction,
  room: Room,
  reach: Reach,
  sent: StepRequest,
): Promise<StepResult> {
  const request: Timed = {
    ...sent,
    facts: withoutNul(sent.facts),
    reason: withoutNul(sent.reason),
    at: sent.doneAt ?? room.now(),
  };
  const content = contentOf(sent);
  await lockStepId(tx, request.stepId);
  const stored = await findStored(tx, room.vault, request.stepId, content);
  if (stored !== null) return resultOf(tx, request.stepId, stored);
  const matter = await lockMatter(tx, reach, request.matterId);
  if (matter === null) throw journalRefusal('API-104');
  const entries = await readJournal(tx, room.vault, matter.id);
  const workflow = workflowOf(room, matter.workflow);
  await assertVersion(tx, workflow, entries, request);
  assertTime(entries, request.at, room.now());
  const evidence = await citeEvidence(tx, matter.id, request.evidence);
  const links = await linkedMatters(tx, workflow, request);
  const now = await circumstancesOf(
    tx,
    room.workflows,
    matter,
    await allFacts(tx, room, matter, entries),
    links,
  );
  const hand = chooseHand(
    room,
    workflow,
    entries,
    { ...request, hands: handsFor(request.hands, matter) },
    evidence,
    now,
  );
  await assertColleagues(tx, workflow, request, matter);
  const ready = { matter, workflow, entries, request, evidence, hand, links, now };
  return write(tx, room, ready, requestHash(room.vault, content));
}

type Timed = StepRequest & { readonly at: Date };

interface Ready {
  readonly matter: MatterRow;
  readonly workflow: Workflow;
  readonly entries: readonly Entry[];
  readonly request: Timed;
  readonly evidence: readonly CitedEvidence[];
  readonly hand: Hand;
  /** Matters that the step names and links. */
  readonly links: readonly string[];
  readonly now: KnownCircumstances;
}

async function write(tx: Transaction, room: Room, ready: Ready, hash: Buffer): Promise<StepResult> {
  const { matter, workflow, entries, request, hand, links } = ready;
  const draft = draftOf(room, ready, hash);
  const newest = entryOf(room.vault, draft);
  const all = [...entries, newest];
  const linkDraft = links.length === 0 ? [] : [linkStep(room, draft, links)];
  const projection = project(workflow, [...all, ...linkDraft.map((d) => entryOf(room.vault, d))]);
  await updateMatter(tx, room.vault, matter.id, projection);
  await insertLinks(
    tx,
    links.map((to) => ({ id: matter.id, to })),
  );
  const children = childrenOf(room, workflow, request, {
    matter,
    facts: factsOf(all),
    hand,
    links: ready.now.links,
  });
  const openings = await prepareOpenings(tx, room, children);
  await chainSteps(tx, room.vault, [draft, ...linkDraft, ...openings]);
  if (workflow.id === 'decision' && request.action === 'takeEffect')
    await changeBenefit(tx, room.vault, draft.id, matter.household_id, draft.recorded_at);
  return {
    stepId: draft.id,
    matterId: matter.id,
    version: draft.step_no,
    state: draft.to_state,
    at: draft.at,
    opened: children.map((c) => ({ id: c.matterId, workflow: c.header.workflow })),
  };
}

function draftOf(room: Room, ready: Ready, hash: Buffer): StepDraft {
  const { matter, workflow, entries, request, evidence, hand } = ready;
  const action = workflow.actions[request.action];
  if (action === undefined) throw new Error('the gate let an unknown action through');
  const { open, hidden } = splitFacts(action.asks ?? {}, request.facts);
  refuseNumbers(request.reason);
  const draft: StepDraft = {
    id: request.stepId,
    matter_id: matter.id,
    step_no: matter.version + 1,
    action: request.action,
    from_state: matter.state,
    to_state: action.to,
    account_id: hand.accountId,
    role: hand.role,
    area: hand.area,
    at: request.at,
    recorded_at: room.now(),
    reason: request.reason,
    header: null,
    facts: open,
    private: sealFacts(room.vault, hidden, stepContext(request.stepId)),
    evidence,
    clock: null,
    request_hash: hash,
  };
  const all = [...entries, { ...entryOf(room.vault, draft), privateFacts: hidden }];
  return { ...draft, clock: clockAfter(room, workflow, matter, all) };
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

/** The clock that ends first after these steps. */
export function clockAfter(
  room: Room,
  workflow: Workflow,
  matter: Pick<MatterRow, 'region' | 'opened_at'>,
  entries: readonly Entry[],
): StepDraft['clock'] {
  return room.readClock({
    workflow,
    steps: stepsOf(entries),
    facts: factsOf(entries),
    region: matter.region,
    openedAt: matter.opened_at,
  });
}

function linkStep(room: Room, after: StepDraft, to: readonly string[]): StepDraft {
  return {
    ...after,
    id: room.newId(),
    step_no: after.step_no + 1,
    action: 'matter.link',
    from_state: after.to_state,
    reason: null,
    facts: { to: [...to] },
    private: null,
    evidence: [],
  };
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

function contentOf({
  stepId: _,
  expectedVersion: __,
  hands,
  ...content
}: StepRequest): Record<string, unknown> {
  return { ...content, by: hands[0]?.accountId ?? null };
}

async function resultOf(tx: Transaction, stepId: string, stored: StoredStep): Promise<StepResult> {
  return {
    stepId,
    matterId: stored.matter_id,
    version: stored.step_no,
    state: stored.to_state,
    at: stored.at,
    opened: await openedBy(tx, stored.matter_id, stepId),
  };
}
