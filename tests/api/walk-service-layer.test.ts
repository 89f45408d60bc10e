import { type TestOffice, testOffice } from '@yangguang/server/test-office';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  compareOutside,
  type Comparison,
  differing,
  furnishElsewhere,
  tracesFound,
} from './walk/compare-outside.ts';
import { Gatehouse } from './walk/walkers.ts';

// The same walk from outside with row-level security bypassed: every request runs as the owner of the tables, for whom no
// policy holds. What is told then is what the service layer alone would tell. (That the policies alone hold as well,
// whatever a statement forgets, is shown in packages/store/src/scope-policies.test.ts.)

let t: TestOffice;
let outcome: Comparison;

beforeAll(async () => {
  t = await testOffice();
  const { db } = t.office;
  Object.assign(t.office, { db: { ...db, within: (_reach: unknown, work: never) => db.asOwner(work) } });
  await furnishElsewhere(t);
  outcome = await compareOutside(t, new Gatehouse(t));
}, 600_000);
afterAll(() => t.close());

it('gives the same answers whether the rows outside exist or not', () => {
  expect(differing(outcome.compared)).toEqual([]);
  expect(tracesFound(outcome.compared)).toEqual([]);
});

it('changes nothing outside', () => {
  expect(outcome.quietAfter).toEqual(outcome.quietBefore);
});
