import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { Facts } from '@yangguang/domain/workflows/field';
import type { Transaction } from '../database.ts';
import { insertMatters } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';
import { chainSteps } from './chain-steps.ts';
import { journalRefusal } from './journal-refusals.ts';
import { plainActs, project, type Projection } from './project.ts';
import { entryOf, sealFacts, stepContext } from './read-journal.ts';
import { type RequestContent, requestHash } from './request-hash.ts';
import { type Room, workflowOf } from './room.ts';
import { refuseNumbers, splitFacts, withoutNul } from './split-facts.ts';
import type { Header, StepDraft } from './step-row.ts';

/** Who writes a step, and under which appointment. The clock and jobs have no account. */
export interface Hand {
  readonly accountId: string | null;
  readonly role: string;
  readonly area: string;
  /** Programmes of the appointment; null or absent is all. */
  readonly programmes?: readonly string[] | null;
}

/** A matter to open. */
export interface Opening {
  readonly matterId: string;
  readonly stepId: string;
  readonly header: Header;
  readonly facts: Facts;
  readonly reason: string | null;
  readonly hand: Hand;
  readonly at: Date;
  /** What the client sent, to know it again; null where nobody sends twice. */
  readonly sent: RequestContent | null;
}

/** A header with nothing in it but what every matter must have. */
export function plainHeader(must: Pick<Header, 'workflow' | 'region' | 'programme' | 'title'>): Header {
  return {
    householdId: null,
    campaignId: null,
    parentId: null,
    isSealed: false,
    assignedArea: null,
    assignedTo: null,
    links: [],
    byStep: null,
    finding: null,
    ...must,
  };
}

/** Opens matters, with one statement for all and one place in the chain each. For many at once: a thousand a call. */
export async function openMatters(tx: Transaction, room: Room, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return;
  await chainSteps(tx, room.vault, await prepareOpenings(tx, room, openings));
}

/** Writes the matters and returns their first steps, still to be chained. */
export async function prepareOpenings(
  tx: Transaction,
  room: Room,
  openings: readonly Opening[],
): Promise<StepDraft[]> {
  if (openings.length === 0) return [];
  const recordedAt = room.now();
  const prepared = openings.map((opening) => prepare(room, opening, recordedAt));
  await assertNew(tx, prepared);
  await insertMatters(
    tx,
    room.vault,
    prepared.map(({ draft, projection }) => ({ id: draft.matter_id, projection })),
  );
  return prepared.map(({ draft }) => draft);
}

/** Clients make the ids; one that is taken, in reach or not, is refused without a word on what took it. */
async function assertNew(tx: Transaction, prepared: readonly { draft: StepDraft }[]): Promise<void> {
  const ids = prepared.map(({ draft }) => draft.matter_id);
  const taken = await tx.rows(sql`select matter_taken(${ids}::uuid[]) as taken`);
  if ((taken[0] as { taken: boolean } | undefined)?.taken === true) throw journalRefusal('MAT-101');
}

function prepare(room: Room, sent: Opening, recordedAt: Date): { draft: StepDraft; projection: Projection } {
  const { header, hand, at } = sent;
  const workflow = workflowOf(room, header.workflow);
  const stated = room.stateOpening?.(workflow, header.region, dayOf(at.toISOString()));
  const opening = {
    ...sent,
    facts: { ...withoutNul(sent.facts), ...stated },
    reason: withoutNul(sent.reason),
  };
  const { open, hidden } = splitFacts(fieldsWithKind(workflow.opening.asks), opening.facts);
  refuseNumbers(opening.reason);
  const draft: StepDraft = {
    id: opening.stepId,
    matter_id: opening.matterId,
    step_no: 0,
    action: plainActs.open,
    from_state: null,
    to_state: workflow.start,
    account_id: hand.accountId,
    role: hand.role,
    area: hand.area,
    at,
    recorded_at: recordedAt,
    reason: opening.reason,
    header,
    facts: open,
    private: sealFacts(room.vault, hidden, stepContext(opening.stepId)),
    evidence: [],
    clock: room.readClock({
      workflow,
      steps: [],
      facts: opening.facts,
      region: header.region,
      openedAt: at,
    }),
    request_hash: requestHash(room.vault, sent.sent ?? { step: sent.stepId }),
  };
  return { draft, projection: project(workflow, [{ ...entryOf(room.vault, draft), privateFacts: hidden }]) };
}

/** Facts that say what kind of matter it is are open though no field asks for them. */
function fieldsWithKind<F extends object>(asks: F): F {
  const words = { kind: 'text', zh: '', en: '' } as const;
  return { kind: words, notBy: words, isRecheck: words, severity: words, amountFen: words, ...asks };
}
