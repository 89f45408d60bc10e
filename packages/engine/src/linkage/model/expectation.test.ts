import { expect, it } from 'vitest';
import { seeded } from '../made-up-sides.ts';
import { learnChances, type Learning, type Pattern } from './expectation.ts';

/** The truth that is to be found again: chances of each level in one person and in two, and how many are one. */
const m = [
  [0.9, 0.06, 0.04],
  [0.8, 0.15, 0.05],
  [0.85, 0.15],
  [0.7, 0.2, 0.1],
];
const u = [
  [0.01, 0.05, 0.94],
  [0.02, 0.08, 0.9],
  [0.1, 0.9],
  [0.005, 0.095, 0.9],
];
const [allPairs, prior] = [200_000, 0.02];

/** Pairs drawn from the truth; one value in ten is missing. */
function drawn(seed: number): Pattern[] {
  const chance = seeded(seed);
  const counts = new Map<string, number>();
  const levelOf = (chances: readonly number[]): number => {
    let left = chance();
    const at = chances.findIndex((one) => (left -= one) < 0);
    return at < 0 ? chances.length : at + 1;
  };
  for (let pair = 0; pair < allPairs; pair += 1) {
    const truth = chance() < prior ? m : u;
    const key = truth.map((chances) => (chance() < 0.1 ? 0 : levelOf(chances))).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, pairs]) => ({ levels: key.split(',').map(Number), pairs }));
}

const beginning: Omit<Learning, 'patterns'> = {
  allPairs,
  prior: 1 / Math.sqrt(allPairs),
  // A beginning that knows which level is the strongest and nothing more.
  chances: u.map((chances) =>
    chances.map((one, at) => ({ m: at === 0 ? 0.6 : 0.4 / (chances.length - 1), u: one })),
  ),
  strength: 20,
  hasFixedPrior: false,
};

it.each([1, 2, 3])(
  'finds the chances and the number of matches again that pairs were drawn from (%i)',
  (seed) => {
    const learnt = learnChances({ ...beginning, patterns: drawn(seed) });
    expect(learnt.prior / prior).toBeCloseTo(1, 1);
    expect(learnt.matches / (allPairs * prior)).toBeCloseTo(1, 1);
    for (const [place, chances] of m.entries())
      for (const [level, one] of chances.entries())
        expect(
          Math.abs((learnt.m[place]?.[level] ?? 0) - one),
          `comparison ${place} level ${level}`,
        ).toBeLessThan(0.03);
  },
);

it('gives chances that add up to one, and the same numbers for the same counts', () => {
  const patterns = drawn(4);
  const learnt = learnChances({ ...beginning, patterns });
  for (const row of learnt.m) expect(row.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  expect(learnChances({ ...beginning, patterns })).toEqual(learnt);
});

it('keeps a prior that the plan has fixed', () => {
  const learnt = learnChances({ ...beginning, patterns: drawn(5), prior: 0.0123, hasFixedPrior: true });
  expect(learnt.prior).toBe(0.0123);
});

it('stays near the beginning where nothing is to be learnt', () => {
  const learnt = learnChances({ ...beginning, patterns: [{ levels: [3, 3, 2, 3], pairs: allPairs }] });
  expect(learnt.matches).toBeLessThan(1);
  for (const [place, row] of learnt.m.entries())
    for (const [level, one] of row.entries())
      expect(Math.abs(one - (beginning.chances[place]?.[level]?.m ?? 0))).toBeLessThan(0.05);
});

it('believes a strong beginning for longer than a weak one', () => {
  const few = drawn(6).map(({ levels, pairs }) => ({ levels, pairs: pairs / 50 }));
  const distance = (strength: number): number => {
    const learnt = learnChances({ ...beginning, patterns: few, allPairs: allPairs / 50, strength });
    return Math.abs((learnt.m[0]?.[0] ?? 0) - 0.6);
  };
  expect(distance(400)).toBeLessThan(distance(20));
  expect(distance(20)).toBeGreaterThan(0.15);
});
