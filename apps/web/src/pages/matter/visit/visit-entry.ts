import { type Answers, unanswered } from '@yangguang/domain/forms/visit-form';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { readTyped, type TypedFacts } from '../action-form.ts';

/** How the family signed. */
export type Signing = 'signed' | 'witnessed' | 'later';
/** Action that records the visit: two colleagues, or one with a companion. */
export type Manner = 'recordVisit' | 'recordVisitWithVillage';

/** A visit as it is typed from paper. */
export interface VisitDraft {
  readonly manner: Manner;
  readonly typed: TypedFacts;
  readonly answers: Answers;
  readonly signing: Signing;
  readonly signedPaper: string;
  readonly witnessPaper: string;
  readonly refusal: string;
  /** Made once for each part: what went through is not done twice. */
  readonly ids: Readonly<Record<Part, string>>;
  /** Parts that went through, with the id of the document where it is one. */
  readonly done: Readonly<Partial<Record<Part, string>>>;
}

/** What is done, in this order. */
export const parts = ['form', 'visit', 'signature', 'witness', 'sign'] as const;
export type Part = (typeof parts)[number];

/** The parts of this entry: without signatures the visit only; a witness where signing was refused. */
export function partsOf(signing: Signing): readonly Part[] {
  if (signing === 'later') return ['form', 'visit'];
  return signing === 'witnessed' ? parts : parts.filter((part) => part !== 'witness');
}

/** What is still to be done, in order. */
export function partsLeft(draft: Pick<VisitDraft, 'signing' | 'done'>): readonly Part[] {
  return partsOf(draft.signing).filter((part) => draft.done[part] === undefined);
}

/** Names of everything that is missing: facts, questions, papers. */
export interface VisitFaults {
  readonly facts: ReturnType<typeof readTyped>['faults'];
  readonly answers: readonly string[];
  readonly signedPaper: boolean;
  readonly witnessPaper: boolean;
  readonly refusal: boolean;
}

export function visitFaults(workflow: Workflow, draft: VisitDraft): VisitFaults {
  const isBlank = (text: string): boolean => text.trim() === '';
  const { faults } = readTyped(workflow.actions[draft.manner]?.asks ?? {}, draft.typed);
  return {
    facts: faults,
    answers: unanswered(draft.answers),
    signedPaper: draft.signing !== 'later' && isBlank(draft.signedPaper),
    witnessPaper: draft.signing === 'witnessed' && isBlank(draft.witnessPaper),
    refusal: draft.signing === 'witnessed' && isBlank(draft.refusal),
  };
}

export function isComplete({ facts, answers, signedPaper, witnessPaper, refusal }: VisitFaults): boolean {
  return Object.keys(facts).length === 0 && answers.length === 0 && !signedPaper && !witnessPaper && !refusal;
}
