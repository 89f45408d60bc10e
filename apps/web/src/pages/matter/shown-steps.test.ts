import { expect, it } from 'vitest';
import type { StepOfMatter } from './fact-words.ts';
import { shownSteps } from './shown-steps.ts';

const step = (id: string, action: string, ...papers: string[]): StepOfMatter =>
  ({
    id,
    action,
    evidence: papers.map((paper) => ({ id: paper, kind: 'proof', paperNo: null })),
  }) as unknown as StepOfMatter;

it('shows a document with the step that cites it, and by itself only while none does; newest first', () => {
  const steps = [
    step('1', 'matter.open'),
    step('2', 'matter.evidence', 'a'),
    step('3', 'submit', 'a'),
    step('4', 'matter.evidence', 'b'),
    step('5', 'matter.recount'),
    step('6', 'matter.note'),
  ];
  expect(shownSteps(steps).map(({ id }) => id)).toEqual(['6', '4', '3', '1']);
});
