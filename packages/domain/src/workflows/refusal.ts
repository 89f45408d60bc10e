import type { Actor } from '../people/role.ts';
import { isAbove } from '../people/scope.ts';
import { findFaultyFacts, type Facts } from './field.ts';
import {
  type Action,
  type Condition,
  participants,
  type Prerequisite,
  stateAfter,
  type Step,
  type Tie,
  type Workflow,
} from './workflow.ts';

/** What somebody wants to do. */
export type Attempt = Omit<Step, 'at'>;

/** A matter linked to the one at hand, in either direction. */
export interface LinkedMatter {
  readonly workflow: string;
  readonly kind: string | null;
  readonly state: string;
  /** How it belongs to the matter at hand. */
  readonly tie: Tie;
  /** When it was opened, ISO 8601 with offset. */
  readonly openedAt: string;
  /** Who took part in which of its steps. */
  readonly took: readonly { readonly action: string; readonly people: readonly string[] }[];
}

/** What must be known beside the journal. */
export interface Circumstances {
  /** Facts of the matter: those it was opened with, overlaid by those of its steps. */
  readonly facts: Facts;
  readonly links: readonly LinkedMatter[];
  /** Accounts related to the subject. */
  readonly kin: ReadonlySet<string>;
  /** Accounts that must keep out of this matter, such as the first investigators of a re-check. */
  readonly barred: ReadonlySet<string>;
}

/** Why a step may not be taken. Codes are permanent; `refusal-words.ts` says each in words. */
export type Refusal =
  | { readonly code: 'WF-101'; readonly state: string }
  | { readonly code: 'WF-102'; readonly roles: readonly string[] }
  | { readonly code: 'WF-103'; readonly actions: readonly string[]; readonly workflow?: string }
  | { readonly code: 'WF-104'; readonly missing: readonly string[] }
  | { readonly code: 'WF-105' }
  | { readonly code: 'WF-106'; readonly fields: readonly string[] }
  | { readonly code: 'WF-107'; readonly prerequisite: Prerequisite }
  | { readonly code: 'WF-108'; readonly condition: Condition }
  | { readonly code: 'WF-109' }
  | { readonly code: 'WF-110'; readonly actions: readonly string[] }
  | { readonly code: 'WF-111' };

type Check = (job: Job) => Refusal | null;

interface Job {
  readonly workflow: Workflow;
  readonly steps: readonly Step[];
  readonly action: Action;
  readonly attempt: Attempt;
  readonly now: Circumstances;
}

/**
 * Why this step may not follow those steps, or null. Server, screen and phone all ask here; there is no other gate.
 * The first reason in the order below is given: state, role, people, conditions, linked matters, facts, evidence.
 */
export function findRefusal(
  workflow: Workflow,
  steps: readonly Step[],
  attempt: Attempt,
  now: Circumstances,
): Refusal | null {
  const action = Object.hasOwn(workflow.actions, attempt.action)
    ? workflow.actions[attempt.action]
    : undefined;
  if (action === undefined) return { code: 'WF-111' };
  const job = { workflow, steps, action, attempt, now };
  for (const check of checks) {
    const refusal = check(job);
    if (refusal !== null) return refusal;
  }
  return null;
}

const checkState: Check = ({ workflow, steps, action }) => {
  const state = stateAfter(workflow, steps);
  return action.from.includes(state) ? null : { code: 'WF-101', state };
};

const checkRole: Check = ({ action, attempt, now }) => {
  const roles = rolesOf(action, now.facts);
  return roles.includes(attempt.role) ? null : { code: 'WF-102', roles };
};

const checkKin: Check = ({ workflow, attempt, now }) =>
  workflow.recuseKin && people(workflow, attempt).some((id) => now.kin.has(id)) ? { code: 'WF-105' } : null;

const checkBarred: Check = ({ workflow, attempt, now }) =>
  findBarred(workflow, attempt, now).length > 0 && mustKeepOut(workflow, attempt.action, now.facts)
    ? { code: 'WF-103', actions: [] }
    : null;

const checkApart: Check = ({ workflow, steps, action, attempt }) => {
  const { apart = [] } = action;
  const took = new Set(
    steps.filter((s) => apart.includes(s.action)).flatMap((step) => people(workflow, step)),
  );
  return people(workflow, attempt).some((id) => took.has(id)) ? { code: 'WF-103', actions: apart } : null;
};

const checkApartFrom: Check = ({ workflow, action, attempt, now }) => {
  const mine = people(workflow, attempt);
  for (const { workflow: other, actions } of action.apartFrom ?? []) {
    const took = now.links
      .filter((link) => link.workflow === other)
      .flatMap((link) => link.took.filter((one) => actions.includes(one.action)))
      .flatMap((one) => one.people);
    if (mine.some((id) => took.includes(id))) return { code: 'WF-103', actions, workflow: other };
  }
  return null;
};

const checkAbove: Check = ({ steps, action, attempt }) => {
  const { above } = action;
  if (above === undefined || attempt.role === 'clock') return null;
  const below = steps.findLast((s) => above.includes(s.action));
  if (below === undefined || isAbove(attempt.area, below.area)) return null;
  return { code: 'WF-110', actions: above };
};

const checkConditions: Check = ({ action, now }) => {
  const condition = action.when?.find((c) => !holds(c, now.facts));
  return condition === undefined ? null : { code: 'WF-108', condition };
};

const checkLinks: Check = ({ steps, action, now }) => {
  const prerequisite = action.after?.find((rule) => !isMet(rule, steps, now));
  return prerequisite === undefined ? null : { code: 'WF-107', prerequisite };
};

const checkFacts: Check = ({ action, attempt }) => {
  const fields = findFaultyFacts(action.asks ?? {}, attempt.facts);
  return fields.length > 0 ? { code: 'WF-106', fields } : null;
};

const checkReason: Check = ({ action, attempt }) =>
  action.reasoned && (attempt.reason ?? '').trim() === '' ? { code: 'WF-109' } : null;

const checkEvidence: Check = ({ action, attempt }) => {
  const missing = (action.needs ?? []).filter((kind) => !attempt.evidence.includes(kind));
  return missing.length > 0 ? { code: 'WF-104', missing } : null;
};

const checks: readonly Check[] = [
  checkState,
  checkRole,
  checkKin,
  checkBarred,
  checkApart,
  checkApartFrom,
  checkAbove,
  checkConditions,
  checkLinks,
  checkFacts,
  checkReason,
  checkEvidence,
];

/** Roles that may take the action as the matter stands. */
export function rolesOf({ by, delegated }: Action, facts: Facts): readonly Actor[] {
  return delegated !== undefined && holds(delegated.when, facts) ? [...by, ...delegated.to] : by;
}

/** Accounts of the attempt that ought to keep out, whether or not they must: where it is no refusal it is a warning. */
export function findBarred(
  workflow: Workflow,
  attempt: Pick<Attempt, 'action' | 'by' | 'facts'>,
  now: Pick<Circumstances, 'barred'>,
): string[] {
  return people(workflow, attempt).filter((id) => now.barred.has(id));
}

function mustKeepOut({ barring }: Workflow, action: string, facts: Facts): boolean {
  return (
    barring === undefined || (barring.actions.includes(action) && barring.when.some((c) => holds(c, facts)))
  );
}

/** Everyone the step involves; the clock is nobody. */
function people(workflow: Workflow, step: Pick<Step, 'action' | 'by' | 'facts'>): string[] {
  return participants(workflow, step).filter((id) => id !== 'clock');
}

function holds({ fact, in: allowed }: Condition, facts: Facts): boolean {
  const value = facts[fact];
  return value !== undefined && !Array.isArray(value) && allowed.includes(String(value));
}

const near: Record<Tie, readonly Tie[]> = { opened: ['opened'], same: ['opened', 'same'], other: [] };

function isMet(rule: Prerequisite, steps: readonly Step[], { links, facts }: Circumstances): boolean {
  if (![rule.when ?? []].flat().every((c) => holds(c, facts))) return true;
  const since = steps.findLast((s) => rule.since?.includes(s.action))?.at;
  return links.some(
    (link) =>
      link.workflow === rule.workflow &&
      (rule.kind === undefined || (link.kind !== null && rule.kind.includes(link.kind))) &&
      (rule.tie === undefined || near[rule.tie].includes(link.tie)) &&
      (since === undefined || Date.parse(link.openedAt) >= Date.parse(since)) &&
      rule.states.includes(link.state),
  );
}
