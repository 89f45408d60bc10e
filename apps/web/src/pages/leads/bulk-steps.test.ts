import { expect, it } from 'vitest';
import { bulkSteps } from './bulk-steps.ts';

const actions = (...roles: string[]) => bulkSteps(roles).map(({ action }) => action);

it('offers a role the steps of a lead that ask for nothing of each by itself, and never a finding', () => {
  expect(actions('townCaseworker')).toEqual(
    expect.arrayContaining(['triage', 'giveBack', 'escalate', 'startVerifying']),
  );
  expect(actions('townCaseworker')).not.toContain('takeOver');
  expect(actions('countyCaseworker')).toContain('takeOver');
  for (const action of ['confirm', 'clear', 'dispatch', 'merge', 'dismissData', 'suppress'])
    expect(actions('countyLead', 'townLead', 'countyReviewer', 'townCaseworker')).not.toContain(action);
  expect(actions('bank')).toEqual([]);
});

it('says which of them ask for a reason', () => {
  const reasoned = bulkSteps(['townCaseworker']).filter((one) => one.isReasoned);
  expect(reasoned.map(({ action }) => action)).toEqual(['giveBack', 'escalate']);
});
