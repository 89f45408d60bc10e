import { expect, it } from 'vitest';
import { conditionsOf } from './conditions.ts';

const guards = {
  ...{ dataLoaded: 'true', seriousUnvisited: '43', sampleShareMet: 'false', selfCheckOverdue: 'true' },
  ...{ inspectionsOpen: '0', countsReconcile: 'true', openItemsCarried: 'false' },
};

it('shows what the present phase waits for, with how many are missing', () => {
  expect(conditionsOf('selfCheck', guards)).toEqual([
    { name: 'seriousUnvisited', isMet: false, missing: 43 },
    { name: 'sampleShareMet', isMet: false, missing: null },
  ]);
  expect(conditionsOf('inspecting', guards)).toEqual([{ name: 'inspectionsOpen', isMet: true, missing: 0 }]);
  expect(conditionsOf('summarising', guards).map(({ isMet }) => isMet)).toEqual([true, false]);
  expect(conditionsOf('archived', guards)).toEqual([]);
});
