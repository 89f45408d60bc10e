import { expect, it } from 'vitest';
import { type Candidate, type CoverLimits, makeScenarios, pickRules } from './suggest-cover.ts';

const limits: CoverLimits = { total: 1000, single: 500, overhead: 10, rules: 10, leastGain: 1e-3 };
/** Three fields of one term each, every one damaged in a tenth of the pairs. */
const outcomes = [0, 1, 2].map(() => [
  { mask: 1, chance: 0.9 },
  { mask: 0, chance: 0.1 },
]);
const terms = [0, 1, 2].map((field) => ({ field, bit: 0 }));
const rule = (pairs: number, ...places: number[]): Candidate => ({
  rule: places,
  pairs,
  usable: 1,
  isCounted: true,
});
const uncounted = (pairs: number, ...places: number[]): Candidate => ({
  ...rule(pairs, ...places),
  isCounted: false,
});
const never = (): Promise<never> => Promise.reject(new Error('nothing to count'));
const picked = async (candidates: Candidate[], within = limits): Promise<string[]> =>
  (await pickRules(makeScenarios(outcomes, terms), [], candidates, within, never)).map(({ rule: places }) =>
    places.join('+'),
  );

it('takes cheap rules on different fields, so that a damaged field leaves another rule', async () => {
  expect(await picked([rule(20, 0), rule(20, 1), rule(20, 2)])).toHaveLength(3);
});

it('leaves out a rule that finds nothing new', async () => {
  expect(await picked([rule(5, 0), rule(400, 0, 1), rule(20, 1), rule(20, 2)])).not.toContain('0+1');
});

it('stays within the budget of one rule and of all together', async () => {
  expect(await picked([rule(600, 0), rule(20, 1)], { ...limits, total: 600 })).toEqual(['1']);
  const dear = [rule(400, 0), rule(400, 1), rule(400, 2)];
  expect(await picked(dear)).toHaveLength(2);
});

it('counts an estimated rule before it is taken', async () => {
  const asked: string[] = [];
  const found = await pickRules(
    makeScenarios(outcomes, terms),
    [],
    [uncounted(1, 0, 1), rule(50, 2)],
    limits,
    async (places) => {
      asked.push(places.join('+'));
      return { pairs: 5000, usable: 1 };
    },
  );
  expect(asked).toEqual(['0+1']);
  expect(found.map(({ rule: places }) => places.join('+'))).toEqual(['2']);
});

it('draws the same scenarios every time, rare damage made commoner', () => {
  const [one, other] = [makeScenarios(outcomes, terms), makeScenarios(outcomes, terms)];
  expect(one.agrees.map((agrees) => agrees.join(''))).toEqual(other.agrees.map((agrees) => agrees.join('')));
  const agreeing = one.agrees[0]?.reduce((sum, agrees) => sum + agrees, 0) ?? 0;
  const share = agreeing / one.chance.length;
  expect(share).toBeGreaterThan(0.6);
  expect(share).toBeLessThan(0.8);
});
