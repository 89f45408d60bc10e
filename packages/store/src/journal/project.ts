import type { Facts } from '@yangguang/domain/workflows/field';
import type { Step, Workflow } from '@yangguang/domain/workflows/workflow';
import type { EvidenceKind } from '@yangguang/domain/workflows/evidence';
import type { Actor } from '@yangguang/domain/people/role';
import type { CitedEvidence, ClockReading, Header } from './step-row.ts';

/** A step with its private facts opened. */
export interface Entry {
  readonly id: string;
  readonly stepNo: number;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly accountId: string | null;
  readonly role: string;
  readonly area: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly reason: string | null;
  readonly header: Header | null;
  readonly facts: Facts;
  readonly privateFacts: Facts;
  readonly evidence: readonly CitedEvidence[];
  readonly clock: ClockReading | null;
}

/** Acts about a matter that no workflow declares: they hold for all and change no state. */
export const plainActs = {
  open: 'matter.open',
  assign: 'matter.assign',
  giveBack: 'matter.return',
  link: 'matter.link',
  evidence: 'matter.evidence',
  /** The clock tells the office above that a time is over. */
  escalate: 'matter.escalate',
  /** The clock counts anew: the calendar or a limit of policy has changed. */
  recount: 'matter.recount',
  note: 'matter.note',
} as const;

/** Acts that nobody needs to have seen before acting: they take nothing away from what the caller read. */
const quiet: ReadonlySet<string> = new Set([
  ...[plainActs.link, plainActs.evidence, plainActs.note],
  ...[plainActs.escalate, plainActs.recount],
]);

export function isQuiet(action: string): boolean {
  return quiet.has(action);
}

/** True for the acts that a workflow declares. */
export function isOfWorkflow(action: string): boolean {
  return !action.includes('.');
}

/** The row of `matter`, but for its key: nothing in it that the journal does not hold. */
export interface Projection extends Omit<Header, 'links' | 'byStep' | 'finding'> {
  readonly kind: string | null;
  readonly state: string;
  readonly isEnded: boolean;
  readonly version: number;
  readonly severity: string | null;
  readonly amountFen: bigint | null;
  readonly facts: Facts;
  readonly privateFacts: Facts;
  readonly clock: string | null;
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  /** When the clock has to look at it next, ISO instant. */
  readonly wakeAt: string | null;
  readonly remindOn: string | null;
  readonly escalatedTo: string | null;
  readonly openedAt: Date;
  readonly openedBy: string | null;
  readonly changedAt: Date;
  /** Linked from this matter. Kept in matter_link. */
  readonly links: readonly string[];
}

/**
 * The present of a matter, computed from its journal (oldest first, the opening first of all). Written with every step;
 * verify computes it again and compares.
 * @throws when the journal does not begin with an opening
 */
export function project(workflow: Workflow, entries: readonly Entry[]): Projection {
  const [opening] = entries;
  const last = entries.at(-1);
  if (opening === undefined || last === undefined || opening.header === null)
    throw new Error('a journal begins with an opening');
  const { links: _, byStep: __, finding: ___, ...header } = opening.header;
  const { open, hidden } = overlay(entries);
  const state = entries.findLast((e) => isOfWorkflow(e.action))?.toState ?? workflow.start;
  const isEnded = workflow.states[state]?.end === true;
  return {
    ...header,
    ...assignmentOf(workflow, entries, header),
    ...dueOf(entries, isEnded),
    kind: textOf(open['kind']),
    state,
    isEnded,
    version: last.stepNo,
    severity: textOf(open['severity']),
    amountFen: amountOf(open['amountFen']),
    facts: open,
    privateFacts: hidden,
    openedAt: opening.at,
    openedBy: opening.accountId,
    changedAt: last.recordedAt,
    links: linksOf(opening.header, entries),
  };
}

/** All facts of a matter: those it was opened with, overlaid by those of its steps. */
export function factsOf(entries: readonly Entry[]): Facts {
  const { open, hidden } = overlay(entries);
  return { ...open, ...hidden };
}

/** The steps as the gate reads them. */
export function stepsOf(entries: readonly Entry[]): Step[] {
  return entries
    .filter((e) => isOfWorkflow(e.action))
    .map((e) => ({
      action: e.action,
      by: e.accountId ?? 'clock',
      role: e.role as Actor,
      area: e.area,
      at: e.at.toISOString(),
      facts: { ...e.facts, ...e.privateFacts },
      evidence: e.evidence.map((one) => one.kind as EvidenceKind),
      reason: e.reason,
    }));
}

/** A fact stated again in another privacy class lives in the newer place only. */
function overlay(entries: readonly Entry[]): { open: Facts; hidden: Facts } {
  const open: Record<string, Facts[string]> = {};
  const hidden: Record<string, Facts[string]> = {};
  for (const entry of entries.filter((e) => isOfWorkflow(e.action) || e.action === plainActs.open)) {
    for (const [name, value] of Object.entries(entry.facts)) {
      open[name] = value;
      delete hidden[name];
    }
    for (const [name, value] of Object.entries(entry.privateFacts)) {
      hidden[name] = value;
      delete open[name];
    }
  }
  return { open, hidden };
}

type Assignment = Pick<Header, 'assignedArea' | 'assignedTo'>;

/** Who has it in hand: as assigned, or the first colleague that the newest step names. */
function assignmentOf(workflow: Workflow, entries: readonly Entry[], start: Assignment): Assignment {
  let now: Assignment = { assignedArea: start.assignedArea, assignedTo: start.assignedTo };
  for (const { action, facts } of entries) {
    if (action === plainActs.assign)
      now = { assignedArea: textOf(facts['area']), assignedTo: textOf(facts['account']) };
    if (action === plainActs.giveBack) now = { assignedArea: null, assignedTo: null };
    const named = firstNamed(workflow, action, facts);
    if (named !== undefined) now = { ...now, assignedTo: named };
  }
  return now;
}

function firstNamed(workflow: Workflow, action: string, facts: Facts): string | undefined {
  for (const [name, field] of Object.entries(workflow.actions[action]?.asks ?? {})) {
    const value = facts[name];
    if (field.kind === 'accounts' && Array.isArray(value)) return (value as readonly string[])[0];
  }
  return undefined;
}

type Due = Pick<Projection, 'clock' | 'dueOn' | 'dueAt' | 'wakeAt' | 'remindOn' | 'escalatedTo'>;

/** The clock as it stood after the newest step, or the day given with the assignment when that is earlier. */
function dueOf(entries: readonly Entry[], isEnded: boolean): Due {
  const reading = entries.at(-1)?.clock ?? null;
  if (isEnded) return { ...readingNow(null), ...noneDue };
  const set = entries.findLast((e) => e.action === plainActs.assign || e.action === plainActs.giveBack);
  const dueOn = textOf(set?.facts['dueOn']);
  if (dueOn === null || dueOn >= (reading?.dueOn ?? '9999-12-31'))
    return { ...readingNow(reading), ...(reading === null ? noneDue : firstOf(reading)) };
  return { ...readingNow(reading), clock: 'assigned', dueOn, dueAt: null };
}

const noneDue = { clock: null, dueOn: null, dueAt: null } as const;

function firstOf({ clock, dueOn, dueAt }: ClockReading): Pick<Due, 'clock' | 'dueOn' | 'dueAt'> {
  return { clock, dueOn, dueAt };
}

function readingNow(reading: ClockReading | null): Pick<Due, 'wakeAt' | 'remindOn' | 'escalatedTo'> {
  if (reading === null) return { wakeAt: null, remindOn: null, escalatedTo: null };
  const { next, remindOn = null, escalatedTo = null } = reading;
  return { wakeAt: next?.endsAt ?? null, remindOn, escalatedTo };
}

function linksOf(header: Header, entries: readonly Entry[]): string[] {
  const added = entries
    .filter((e) => e.action === plainActs.link)
    .flatMap((e) => (Array.isArray(e.facts['to']) ? (e.facts['to'] as readonly string[]) : []));
  return [...new Set([...header.links, ...added])].sort();
}

function textOf(value: Facts[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function amountOf(value: Facts[string] | undefined): bigint | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null;
}
