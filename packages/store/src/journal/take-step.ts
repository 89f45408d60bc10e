import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Reach, Transaction } from '../database.ts';
import { changeBenefit } from '../household/change-benefit.ts';
import { judgeByStep } from '../identity/judge-by-step.ts';
import { lockMatter } from '../matter/lock-matter.ts';
import { insertLinks, type MatterRow, updateMatter } from '../matter/matter-row.ts';
import { chainSteps } from './chain-steps.ts';
import { childrenOf, openedBy } from './children.ts';
import { journalRefusal } from './journal-refusals.ts';
import { prepareOpenings } from './open-matters.ts';
import { type Entry, factsOf, plainActs, project, stepsOf } from './project.ts';
import { entryOf, sealFacts, stepContext } from './read-journal.ts';
import { type Ready, readyStep, type StepRequest, timed } from './ready-step.ts';
import { findStored, lockStepId, requestHash, type StoredStep } from './request-hash.ts';
import type { Room, Told } from './room.ts';
import type { StepDraft } from './step-row.ts';

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
  const request = timed(room, sent);
  const content = contentOf(sent);
  await lockStepId(tx, request.stepId);
  const stored = await findStored(tx, room.vault, request.stepId, content);
  if (stored !== null) return resultOf(tx, request.stepId, stored);
  const matter = await lockMatter(tx, reach, request.matterId);
  if (matter === null) throw journalRefusal('API-104');
  const ready = await readyStep(tx, room, reach, matter, request);
  return write(tx, room, ready, requestHash(room.vault, content));
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
  await judgeByStep(tx, room.vault, matter, draft);
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
  const { open, hidden } = ready.split;
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
    told: toldOf(entries),
  });
}

/** Ends of clocks of which the office above was told. */
function toldOf(entries: readonly Entry[]): Told[] {
  return entries
    .filter((e) => e.action === plainActs.escalate)
    .map(({ facts }) => ({
      clock: String(facts['clock']),
      startedOn: String(facts['startedOn']),
      endsAt: String(facts['endsAt']),
      to: String(facts['to']),
    }));
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
