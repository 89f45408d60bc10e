import { withNothing } from '@yangguang/domain/forms/visit-form';
import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { isComplete, partsLeft, partsOf, type VisitDraft, visitFaults } from './visit-entry.ts';

const ids = { form: 'a', visit: 'b', signature: 'c', witness: 'd', sign: 'e' };
const draft: VisitDraft = {
  ...{ manner: 'recordVisit', typed: {}, answers: {}, signing: 'signed', signedPaper: '', witnessPaper: '' },
  ...{ refusal: '', ids, done: {} },
};
const answers = withNothing({ isKin: 'no', stillPoor: 'yes', proposal: 'keep' });

it('every part is a step the workflow lets follow the one before', () => {
  const { actions } = workflows.verification;
  for (const manner of ['recordVisit', 'recordVisitWithVillage'] as const)
    for (const sign of ['sign', 'signWithWitness'])
      expect(actions[sign]?.from).toContain(actions[manner]?.to);
  expect(partsOf('later')).toEqual(['form', 'visit']);
  expect(partsOf('signed')).toEqual(['form', 'visit', 'signature', 'sign']);
  expect(partsOf('witnessed')).toEqual(['form', 'visit', 'signature', 'witness', 'sign']);
});

it('goes on after what went through', () => {
  expect(partsLeft({ signing: 'signed', done: { form: 'x', visit: '' } })).toEqual(['signature', 'sign']);
});

it('is complete with people, day, every answer and the numbers of the papers', () => {
  const typed = { visitors: ['p', 'q'], visitedOn: '2026-11-20', present: '户主' };
  const full = { ...draft, typed, answers, signedPaper: '核查-01' };
  expect(isComplete(visitFaults(workflows.verification, full))).toBe(true);
  expect(
    visitFaults(workflows.verification, { ...full, typed: { ...typed, visitors: ['p'] } }).facts,
  ).toEqual({
    visitors: 'few',
  });
  const refused = visitFaults(workflows.verification, { ...full, signing: 'witnessed' });
  expect([refused.witnessPaper, refused.refusal, refused.signedPaper]).toEqual([true, true, false]);
  const one = { ...full, manner: 'recordVisitWithVillage' as const, typed: { ...typed, visitors: ['p'] } };
  expect(visitFaults(workflows.verification, one).facts).toEqual({ companion: 'missing' });
});
