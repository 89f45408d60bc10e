import type { Bilingual } from '../errors/user-error.ts';
import type { Actor, Role } from '../people/role.ts';
import type { EvidenceKind } from './evidence.ts';
import type { Facts, Fields } from './field.ts';

/**
 * A time limit. It runs while the matter is in one of `runsIn`, stands still in `pausedIn` (the family's own time) and
 * ends when both are left. Its length is a dated, regional parameter, in the unit the parameter states; never a number here.
 */
export interface Clock<S extends string = string, A extends string = string> extends Bilingual {
  readonly runsIn: readonly S[];
  readonly pausedIn?: readonly S[];
  /** A parameter, one per value of a fact of the matter (by severity), or a date that a fact of the matter holds. */
  readonly limit:
    | { readonly parameter: string }
    | { readonly by: string; readonly parameters: Readonly<Record<string, string>> }
    | { readonly fact: string };
  /** The action the clock itself takes at the end, or `escalate`: the level above is told and it shows on its list. */
  readonly then: A | 'escalate';
  /** Days before the end at which those responsible are reminded. */
  readonly remindDays?: readonly number[];
  /** An action that gives the same time once more. */
  readonly extendedBy?: A;
}

export interface State extends Bilingual {
  readonly end?: true;
}

/** The matter must be so: the fact has one of these values. */
export interface Condition extends Bilingual {
  readonly fact: string;
  readonly in: readonly string[];
}

/**
 * How a linked matter belongs to the one at hand: it came into being with a step of it; it is another about the same
 * household (or whatever the workflow is about); or it is only mentioned.
 */
export type Tie = 'opened' | 'same' | 'other';

/** Another matter must have come so far: at least one linked matter of this kind in one of these states. */
export interface Prerequisite extends Bilingual {
  readonly workflow: string;
  readonly kind?: readonly string[];
  readonly states: readonly string[];
  /** Asked for only when the matter is so; of several, when it is all of them. */
  readonly when?: Condition | readonly Condition[];
  /** How near it must be: `same` takes what this matter opened, too. Absent: any link. */
  readonly tie?: 'opened' | 'same';
  /** Only what was opened after the last of these actions of this matter counts: a fresh start needs fresh papers. */
  readonly since?: readonly string[];
}

/** A matter that comes into being with the step, about the same subject, linked to this one. */
export interface Opening {
  readonly workflow: string;
  readonly kind?: string;
  /** Facts handed over: name there → name here. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Facts that are the same every time. */
  readonly sets?: Facts;
  /** Matters of these workflows linked to this one, about the same subject, are linked to the new one as well. */
  readonly carries?: readonly string[];
  /** Fact here that names the division it lies in, such as the inspected one; absent: where this matter lies. */
  readonly region?: string;
  readonly when?: Condition;
}

export interface Action<S extends string = string, A extends string = string> extends Bilingual {
  readonly from: readonly S[];
  readonly to: S;
  readonly by: readonly Actor[];
  /** Roles that may take it as well when the matter is so, such as a town whose county has devolved the decision. */
  readonly delegated?: { readonly to: readonly Role[]; readonly when: Condition };
  /** Documents that must be attached. */
  readonly needs?: readonly EvidenceKind[];
  /** Facts that must be stated with the step. */
  readonly asks?: Fields;
  /** A written reason is part of the act. */
  readonly reasoned?: true;
  /** Not by anyone who took part in one of these, on any side. */
  readonly apart?: readonly A[];
  /** Not by anyone who took part in one of these actions of a linked matter, such as those who made the visit. */
  readonly apartFrom?: readonly { readonly workflow: string; readonly actions: readonly string[] }[];
  /** Only by a level above whoever last took one of these (对账销号 by the upper level). */
  readonly above?: readonly A[];
  readonly when?: readonly Condition[];
  readonly after?: readonly Prerequisite[];
  readonly opens?: readonly Opening[];
  /** Document of policy/documents that this step issues. */
  readonly issues?: string;
  /** Source in law or in the notices. */
  readonly basis?: string;
}

/**
 * A workflow: one typed object from which buttons, permissions, timers, the officers' table, the diagram and the full
 * matrix test derive. The journal of steps is the truth; the present state is computed from it.
 */
export interface Workflow<S extends string = string, A extends string = string> {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: string;
  /** What a matter of this kind is about. */
  readonly subject: 'household' | 'person' | 'unit' | 'institution' | 'village' | 'document' | 'campaign';
  readonly start: S;
  readonly opening: { readonly by: readonly Actor[]; readonly asks: Fields };
  /** Kin of the subject take no step in it (recusal). */
  readonly recuseKin: boolean;
  /** Accounts that must keep out are kept out of these actions only, and only when one of these holds. Absent: of all. */
  readonly barring?: { readonly actions: readonly A[]; readonly when: readonly Condition[] };
  /** Content goes to the receiver's key only; the journal holds number, date and receipt. */
  readonly sealed?: true;
  readonly states: Readonly<Record<S, State>>;
  readonly actions: Readonly<Record<A, Action<S, A>>>;
  readonly clocks: Readonly<Record<string, Clock<S, A>>>;
}

type Checked<S extends string, A extends string> = Omit<
  Workflow<S, A>,
  'start' | 'barring' | 'actions' | 'clocks'
> & {
  readonly start: NoInfer<S>;
  readonly barring?: { readonly actions: readonly NoInfer<A>[]; readonly when: readonly Condition[] };
  readonly actions: Readonly<Record<A, Action<NoInfer<S>, NoInfer<A>>>>;
  readonly clocks: Readonly<Record<string, Clock<NoInfer<S>, NoInfer<A>>>>;
};

/** Declares a workflow; a misspelt state or action is a compile error. */
export function defineWorkflow<const S extends string, const A extends string>(
  workflow: Checked<S, A>,
): Workflow<S, A> {
  return workflow;
}

/** One entry of the journal. */
export interface Step {
  readonly action: string;
  /** Account id; 'clock' for the clock. */
  readonly by: string;
  readonly role: Actor;
  /** Area of the appointment under which it was done. */
  readonly area: string;
  /** Instant, ISO 8601 with offset. */
  readonly at: string;
  readonly facts: Facts;
  readonly evidence: readonly EvidenceKind[];
  readonly reason: string | null;
}

/** The state after these steps. Steps are as the journal holds them, oldest first. */
export function stateAfter(workflow: Workflow, steps: readonly Step[]): string {
  const last = steps.at(-1);
  if (last === undefined) return workflow.start;
  const action = workflow.actions[last.action];
  if (action === undefined) throw new Error(`workflow ${workflow.id} has no action ${last.action}`);
  return action.to;
}

/** The account itself and every colleague the step names. */
export function participants(workflow: Workflow, step: Pick<Step, 'action' | 'by' | 'facts'>): string[] {
  const asks = workflow.actions[step.action]?.asks ?? {};
  const named = Object.entries(asks).flatMap(([name, field]) => {
    const value = step.facts[name];
    return field.kind === 'accounts' && Array.isArray(value) ? (value as readonly string[]) : [];
  });
  return [step.by, ...named];
}
