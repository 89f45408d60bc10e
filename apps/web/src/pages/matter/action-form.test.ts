import { badValues, goodValue } from '@yangguang/domain/workflows/field-samples';
import { findFaultyFacts, type Fields, openToPeople } from '@yangguang/domain/workflows/field';
import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import {
  actInput,
  type ActionDraft,
  faultsOf,
  isSound,
  readTyped,
  startDraft,
  type Typed,
} from './action-form.ts';

const now = '2026-11-21T09:00:00Z';
const uuid = '00000000-0000-4000-8000-000000000000';

/** What a control holds when the value was put in. */
function typedAs(value: unknown, kind: string): Typed {
  if (Array.isArray(value)) return value as string[];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return kind === 'fen' && typeof value === 'number' ? (value / 100).toFixed(2) : String(value);
}

const forms = Object.values(workflows).flatMap((workflow) => [
  [`${workflow.id} opening`, workflow.opening.asks] as const,
  ...Object.entries(workflow.actions).map(
    ([name, { asks = {} }]) => [`${workflow.id}.${name}`, asks] as const,
  ),
]);

it.each(forms)('%s: what its controls hold becomes facts that the gate takes', (_, asks: Fields) => {
  const fields = openToPeople(asks);
  const typed = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, typedAs(goodValue(field), field.kind)]),
  );
  const { facts, faults } = readTyped(asks, typed);
  expect(faults).toEqual({});
  expect(findFaultyFacts(fields, facts)).toEqual([]);
  expect(Object.keys(facts).sort()).toEqual(Object.keys(fields).sort());
});

it('an empty form misses what must be said and nothing else', () => {
  for (const [name, asks] of forms) {
    const { faults, facts } = readTyped(asks, {});
    const must = Object.entries(openToPeople(asks)).filter(([, field]) => field.optional !== true);
    expect(Object.keys(faults).sort(), name).toEqual(must.map(([field]) => field).sort());
    expect(facts).toEqual({});
  }
});

it('amounts are read from yuan, and a shape that no field takes is a fault', () => {
  const asks: Fields = {
    paidFen: { kind: 'fen', zh: 'a', en: 'a' },
    n: { kind: 'count', zh: 'a', en: 'a' },
    who: { kind: 'accounts', min: 2, zh: 'a', en: 'a' },
  };
  expect(readTyped(asks, { paidFen: '860.5', n: '3', who: ['a', 'b'] }).facts).toEqual({
    ...{ paidFen: 86050, n: 3, who: ['a', 'b'] },
  });
  expect(readTyped(asks, { paidFen: '860.555', n: '-1', who: ['a'] }).faults).toEqual({
    ...{ paidFen: 'shape', n: 'shape', who: 'few' },
  });
  expect(
    badValues.month.map(
      (bad) => readTyped({ m: { kind: 'month', zh: 'a', en: 'a' } }, { m: String(bad) }).faults,
    ),
  ).toEqual([{ m: 'shape' }, { m: 'shape' }]);
});

it('begins with what earlier steps stated openly, never with a day or with what is masked', () => {
  const { asks = {} } = workflows.decision.actions['decide'] ?? {};
  const start = startDraft(asks, { monthlyFen: 86000, fromMonth: '2026-12', article: '第十八条' }, uuid);
  expect(start.typed).toEqual({
    monthlyFen: '860.00',
    fromMonth: '2026-12',
    article: '第十八条',
    remedyTo: '',
  });
  const visit = workflows.verification.actions['recordVisit']?.asks ?? {};
  const known = { visitors: ['a', 'b'], visitedOn: '2026-11-01', present: '张*' };
  expect(startDraft(visit, known, uuid).typed).toEqual({ visitors: ['a', 'b'], visitedOn: '', present: '' });
  const fix = workflows.task.actions['fixNow']?.asks ?? {};
  expect(startDraft(fix, { fixMode: 'dated' }, uuid).typed).toEqual({ fixMode: 'immediate' });
});

it('is sound only with documents, reason and a time that is not to come; and sends exactly what was asked', () => {
  const action = workflows.verification.actions['signWithWitness'];
  if (action === undefined) throw new Error('no such action');
  const empty: ActionDraft = {
    typed: {},
    evidence: {},
    reason: ' ',
    doneAt: '2026-11-21T17:01',
    stepId: uuid,
  };
  expect(faultsOf(action, empty, now)).toEqual({
    ...{ fields: {}, evidence: ['visitSignatures', 'refusalWitness'], reason: true, doneAt: true },
  });
  const evidence = { visitSignatures: 'e1', refusalWitness: 'e1' };
  const full: ActionDraft = { ...empty, evidence, reason: ' 户主拒签 ', doneAt: '2026-11-21T17:00' };
  expect(isSound(faultsOf(action, full, now))).toBe(true);
  expect(actInput({ id: 'm', version: 4 }, 'signWithWitness', action, full)).toEqual({
    ...{ matterId: 'm', expectedVersion: 4, stepId: uuid, action: 'signWithWitness', facts: {} },
    ...{ reason: '户主拒签', evidence: ['e1'], doneAt: '2026-11-21T17:00:00+08:00' },
  });
});
