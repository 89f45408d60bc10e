import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { Facts } from '@yangguang/domain/workflows/field';
import type { Reach, Transaction } from '../database.ts';
import { lockMatter } from '../matter/lock-matter.ts';
import { insertLinks, type MatterRow, updateMatter } from '../matter/matter-row.ts';
import { assertMayWork } from './assert-colleagues.ts';
import { assertNoKin } from './assert-no-kin.ts';
import { assertVersion } from './assert-version.ts';
import { chainSteps } from './chain-steps.ts';
import { journalRefusal } from './journal-refusals.ts';
import { assertMattersSeen } from './linked-matters.ts';
import type { Hand } from './open-matters.ts';
import { type Entry, plainActs, project } from './project.ts';
import { entryOf, readJournal } from './read-journal.ts';
import { findStored, lockStepId, requestHash } from './request-hash.ts';
import { type Room, workflowOf } from './room.ts';
import { refuseNumbers, withoutNul } from './split-facts.ts';
import type { CitedEvidence, StepDraft } from './step-row.ts';
import { handsFor } from './ready-step.ts';
import { clockAfter, type StepResult } from './take-step.ts';

/** An act that every matter knows, whatever its workflow. */
export interface PlainRequest {
  readonly stepId: string;
  readonly matterId: string;
  readonly expectedVersion: number | null;
  readonly reason: string | null;
  /** Appointments under which it may be done; the first that reaches the matter is taken. */
  readonly hands: readonly Hand[];
  /** What else makes the request the same when it is sent again. */
  readonly sent?: Readonly<Record<string, unknown>>;
}

/** Whom a matter is given to. */
export interface AssignRequest extends PlainRequest {
  /** Division whose office is to act; null leaves it with the account alone. */
  readonly area: string | null;
  readonly account: string | null;
  readonly dueOn: string | null;
}

/**
 * Gives the matter to an office, a person, or both, with a day.
 * @throws UserError MAT-105 when the office or person cannot work on it, MAT-108 when it has ended, MAT-111 for a day that is past,
 *   WF-105 for kin
 */
export function assignMatter(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: AssignRequest,
): Promise<StepResult> {
  const { area, account, dueOn } = request;
  const facts = { area: area ?? '', account: account ?? '', dueOn: dueOn ?? '' };
  return plainStep(
    tx,
    room,
    reach,
    request,
    { action: plainActs.assign, facts, evidence: [] },
    async (matter) => {
      if (matter.is_ended) throw journalRefusal('MAT-108');
      if (area !== null && !matter.region.startsWith(area)) throw journalRefusal('MAT-105');
      if (dueOn !== null && dueOn < dayOf(room.now().toISOString())) throw journalRefusal('MAT-111');
      if (account !== null) await assertMayWork(tx, [account], matter, room.now());
    },
  );
}

/**
 * Gives it back to where it came from; the reason is part of the act. Kin of the family may: it is how they keep out.
 * @throws UserError MAT-108 when it has ended, MAT-110 when it is assigned to nobody or to somebody else
 */
export function returnMatter(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: PlainRequest & { readonly reason: string },
): Promise<StepResult> {
  const act = { action: plainActs.giveBack, facts: {}, evidence: [] };
  return plainStep(tx, room, reach, request, act, async (matter) => {
    if (matter.is_ended) throw journalRefusal('MAT-108');
    if (!handsFor(request.hands, matter).some((hand) => holds(hand, matter))) throw journalRefusal('MAT-110');
  });
}

/** True when the matter lies with this person, or with this person's office and nobody in it. */
function holds({ accountId, area }: Hand, { assigned_to, assigned_area }: MatterRow): boolean {
  return assigned_to === null ? assigned_area === area : assigned_to === accountId;
}

/** Says that two matters belong together. @throws UserError MAT-106 */
export function linkMatter(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: PlainRequest & { readonly to: string },
): Promise<StepResult> {
  const act = { action: plainActs.link, facts: { to: [request.to] }, evidence: [] };
  return plainStep(tx, room, reach, request, act, async () => {
    if (request.to === request.matterId) throw journalRefusal('MAT-106');
    await assertMattersSeen(tx, reach, [request.to]);
    await insertLinks(tx, [{ id: request.matterId, to: request.to }]);
  });
}

/** Writes a remark into the journal; it changes nothing, and nobody needs to have seen it before acting. */
export function noteMatter(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: PlainRequest & { readonly reason: string },
): Promise<StepResult> {
  const act = { action: plainActs.note, facts: {}, evidence: [] };
  return plainStep(tx, room, reach, request, act, async () => {});
}

/** Enters a document into the journal, so that its hash is chained. `addRow` writes the row and says how it is cited. */
export function enterEvidence(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: PlainRequest,
  addRow: (matter: MatterRow, hand: Hand) => Promise<CitedEvidence>,
): Promise<StepResult> {
  const act = { action: plainActs.evidence, facts: {}, evidence: [] };
  return plainStep(tx, room, reach, request, act, async (matter, hand) => [await addRow(matter, hand)]);
}

/** An act of the journal's own, with what it says. */
export interface Act {
  readonly action: string;
  readonly facts: Facts;
  readonly evidence: readonly CitedEvidence[];
}

/** Writes an act that changes no state; `prepare` may refuse it, and gives the documents it cites. */
export async function plainStep(
  tx: Transaction,
  room: Room,
  reach: Reach,
  request: PlainRequest,
  act: Act,
  prepare: (matter: MatterRow, hand: Hand) => Promise<readonly CitedEvidence[] | void>,
): Promise<StepResult> {
  const { matterId, reason, hands, sent = {} } = request;
  const content = { matterId, reason, by: hands[0]?.accountId ?? null, ...act, sent };
  await lockStepId(tx, request.stepId);
  const stored = await findStored(tx, room.vault, request.stepId, content);
  if (stored !== null)
    return {
      stepId: request.stepId,
      matterId: stored.matter_id,
      version: stored.step_no,
      state: stored.to_state,
      at: stored.at,
      opened: [],
    };
  const matter = await lockMatter(tx, reach, matterId);
  const [hand] = matter === null ? [] : handsFor(hands, matter);
  if (matter === null || hand === undefined) throw journalRefusal('API-104');
  const entries = await readJournal(tx, room.vault, matter.id);
  const workflow = workflowOf(room, matter.workflow);
  await assertVersion(tx, workflow, entries, { ...request, ...act });
  if (act.action !== plainActs.giveBack) await assertNoKin(tx, room, matter, hand.accountId);
  const evidence = (await prepare(matter, hand)) ?? act.evidence;
  const made = { ...request, hand };
  const draft = plainDraft(
    room,
    matter,
    entries,
    made,
    { ...act, evidence },
    requestHash(room.vault, content),
  );
  const projection = project(workflow, [...entries, entryOf(room.vault, draft)]);
  await updateMatter(tx, room.vault, matter.id, projection);
  await chainSteps(tx, room.vault, [draft]);
  return {
    stepId: draft.id,
    matterId: matter.id,
    version: draft.step_no,
    state: draft.to_state,
    at: draft.at,
    opened: [],
  };
}

function plainDraft(
  room: Room,
  matter: MatterRow,
  entries: readonly Entry[],
  request: PlainRequest & { readonly hand: Hand },
  act: Act,
  hash: Buffer,
): StepDraft {
  refuseNumbers(request.reason);
  const at = room.now();
  const draft = {
    ...act,
    id: request.stepId,
    matter_id: matter.id,
    step_no: matter.version + 1,
    from_state: matter.state,
    to_state: matter.state,
    account_id: request.hand.accountId,
    role: request.hand.role,
    area: request.hand.area,
    at,
    recorded_at: at,
    reason: withoutNul(request.reason),
    header: null,
    private: null,
    clock: null,
    request_hash: hash,
  };
  const all = [...entries, entryOf(room.vault, draft)];
  return { ...draft, clock: clockAfter(room, workflowOf(room, matter.workflow), matter, all) };
}
