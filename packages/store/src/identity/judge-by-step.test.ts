import { expect, it } from 'vitest';
import { verdictOfStep } from './judge-by-step.ts';

it('says which steps of a lead speak of identity', () => {
  expect(verdictOfStep({ action: 'dismissIdentity', facts: {} })).toBe('not_same');
  expect(verdictOfStep({ action: 'clear', facts: { innocentCause: 'otherPerson' } })).toBe('not_same');
  expect(verdictOfStep({ action: 'clear', facts: { innocentCause: 'outdated' } })).toBeNull();
  expect(verdictOfStep({ action: 'confirmIdentity', facts: { identity: 'same' } })).toBe('same');
  expect(verdictOfStep({ action: 'confirmIdentity', facts: { identity: 'number_only' } })).toBeNull();
  expect(verdictOfStep({ action: 'confirm', facts: { identity: 'same' } })).toBeNull();
});
