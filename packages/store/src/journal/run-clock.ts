import { UserError } from '@yangguang/domain/errors/user-error';
import { everywhere, type Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';
import type { Hand } from './open-matters.ts';
import { plainStep } from './plain-acts.ts';
import { type Entry, isOfWorkflow, plainActs } from './project.ts';
import { readJournal } from './read-journal.ts';
import { type Room, workflowOf } from './room.ts';
import type { NextEnd } from './step-row.ts';
import { clockAfter, takeStep } from './take-step.ts';

/** The clock has no account: nobody is appointed to be it. */
const clockHand: Hand = { accountId: null, role: 'clock', area: '' };

/** The last row of a page of {@link dueMatters}. */
export interface WakeKey {
  readonly wakeAt: Date;
  readonly id: string;
}

/** Matters that the clock has to look at by now, longest overdue first. Reads no further than the page. */
export async function dueMatters(
  tx: Transaction,
  now: Date,
  page: { readonly after: WakeKey | null; readonly limit: number },
): Promise<WakeKey[]> {
  const { after } = page;
  const beyond = after === null ? sql`` : sql`and (m.wake_at, m.id) > (${after.wakeAt}, ${after.id}::uuid)`;
  return tx.rows<WakeKey>(sql`select m.wake_at as "wakeAt", m.id from matter m
    where m.wake_at <= ${now} ${beyond} and ${inReach(everywhere, 'm')} order by m.wake_at, m.id limit ${page.limit}`);
}

/** What the clock did with a matter: took a step, told the office above, counted anew, or found nothing to do. */
export type ClockDeed = 'acted' | 'escalated' | 'recounted' | 'nothing';

/**
 * Does the next thing for which the time of a matter is over, once: the matter is locked and its clocks are computed from
 * its journal again, so that it makes no difference how many servers try, or how often. What the workflow refuses the
 * clock is told to the office above instead. Nothing when another server or a person has the matter in hand just now.
 * @param tx within the reach of everything
 */
export async function runClock(tx: Transaction, room: Room, matterId: string): Promise<ClockDeed> {
  const now = room.now();
  const matter = await lockDue(tx, matterId, now);
  if (matter === null) return 'nothing';
  const workflow = workflowOf(room, matter.workflow);
  const entries = await readJournal(tx, room.vault, matter.id);
  const next = clockAfter(room, workflow, matter, entries)?.next ?? null;
  if (next === null || Date.parse(next.endsAt) > now.getTime()) return recount(tx, room, matter);
  if (next.action === 'escalate' || hasActed(entries, next)) return escalate(tx, room, matter, next, null);
  return actOrEscalate(tx, room, matter, entries, next);
}

async function actOrEscalate(
  tx: Transaction,
  room: Room,
  matter: MatterRow,
  entries: readonly Entry[],
  next: NextEnd,
): Promise<ClockDeed> {
  try {
    await act(tx, room, matter, entries, next);
    return 'acted';
  } catch (error) {
    // The gate speaks before anything is written, so the transaction is as good as before.
    if (!(error instanceof UserError && error.code.startsWith('WF-'))) throw error;
    return escalate(tx, room, matter, next, error.code);
  }
}

/** A matter that somebody else holds is left to the next round: they may be taking the very step that stops its clock. */
function lockDue(tx: Transaction, id: string, now: Date): Promise<MatterRow | null> {
  return tx.find<MatterRow>(sql`select ${matterColumns} from matter m
    where m.id = ${id} and m.wake_at <= ${now} and ${inReach(everywhere, 'm')} for no key update skip locked`);
}

/** True when the clock took its step at this end already and its time runs on: once is enough. */
function hasActed(entries: readonly Entry[], { action, endsAt }: NextEnd): boolean {
  const end = Date.parse(endsAt);
  return entries.some((e) => e.accountId === null && e.action === action && e.at.getTime() >= end);
}

/** Done when the time was over, however late it is written down; never before the step before. */
async function act(
  tx: Transaction,
  room: Room,
  matter: MatterRow,
  entries: readonly Entry[],
  next: NextEnd,
): Promise<void> {
  const before = entries.findLast((e) => e.stepNo === 0 || isOfWorkflow(e.action))?.at ?? matter.opened_at;
  const end = new Date(next.endsAt);
  await takeStep(tx, room, everywhere, {
    stepId: room.newId(),
    matterId: matter.id,
    action: next.action,
    expectedVersion: null,
    facts: {},
    reason: null,
    evidence: [],
    doneAt: end > before ? end : before,
    hands: [clockHand],
  });
}

async function escalate(
  tx: Transaction,
  room: Room,
  matter: MatterRow,
  { clock, startedOn, endsAt }: NextEnd,
  refused: string | null,
): Promise<ClockDeed> {
  const facts = {
    ...{ clock, startedOn, endsAt, to: officeAbove(matter) },
    ...(refused === null ? {} : { refused }),
  };
  await plainAct(tx, room, matter, { action: plainActs.escalate, facts, evidence: [] });
  return 'escalated';
}

async function recount(tx: Transaction, room: Room, matter: MatterRow): Promise<ClockDeed> {
  await plainAct(tx, room, matter, { action: plainActs.recount, facts: {}, evidence: [] });
  return 'recounted';
}

function plainAct(
  tx: Transaction,
  room: Room,
  { id: matterId }: MatterRow,
  act: Parameters<typeof plainStep>[4],
): Promise<unknown> {
  const request = { stepId: room.newId(), matterId, expectedVersion: null, reason: null, hands: [clockHand] };
  return plainStep(tx, room, everywhere, request, act, async () => {});
}

/** Lengths of the codes of province, city, county, town and village. */
const levels = [2, 4, 6, 9, 12];

/**
 * The office a level above the one that has the matter in hand: the one it is assigned to, or that of the town (the
 * county, the city …) it lies in; a level above that when it was told of another time already and nothing came of it.
 */
export function officeAbove(matter: Pick<MatterRow, 'region' | 'assigned_area' | 'escalated_to'>): string {
  const own = matter.escalated_to ?? matter.assigned_area ?? matter.region.slice(0, 9);
  const above = levels.findLast((length) => length < own.length) ?? own.length;
  return own.slice(0, above);
}
