import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { comparisonsOf } from '../compare/all.ts';
import { type MadeUpRecord, madeUpPlan, makeMadeUpSides, openForLinkage, seeded } from '../made-up-sides.ts';
import { countRandomPairs, type RandomCounts } from './count-random.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const plan = madeUpPlan({ town: 'text', born: 'date', amount: 'number' }, [
  { by: 'exact', field: 'town' },
  { by: 'date', field: 'born' },
  { by: 'number', field: 'amount', within: [1] },
]);
const comparisons = comparisonsOf(plan, { looks: new Set(), wordBits: () => () => 1 });

const chance = seeded(31);
const upTo = (n: number): number => Math.floor(chance() * n);
const record = (): MadeUpRecord => ({
  // Squares of chance: some towns are common, others rare. Some values are missing.
  town: chance() < 0.1 ? null : `town${Math.floor(chance() ** 2 * 9)}`,
  born: chance() < 0.1 ? null : `19${10 + upTo(80)}-0${1 + upTo(9)}-1${upTo(9)}`,
  amount: String(upTo(50)),
});
const records = (n: number): MadeUpRecord[] => Array.from({ length: n }, record);
const counted = (isLink: boolean, seed = 1): Promise<RandomCounts> =>
  countRandomPairs(db, comparisons, { left: 'side_l', right: isLink ? 'side_r' : 'side_l', seed });

/** Shares of equal towns among all pairs that have both, by going through them. */
function plainShare(left: readonly MadeUpRecord[], right: readonly MadeUpRecord[] | null): number {
  let [equal, told] = [0, 0];
  for (const [l, a] of left.entries())
    for (const [r, b] of (right ?? left).entries()) {
      if (a.town === null || b.town === null || (right === null && l === r)) continue;
      told += 1;
      if (a.town === b.town) equal += 1;
    }
  return equal / told;
}

it('compares all pairs where they are few, and knows the chance of equal values exactly', async () => {
  const [left, right] = [records(120), records(80)];
  await makeMadeUpSides(db, plan, left, right);
  const two = await counted(true);
  expect([two.allPairs, two.sampled]).toEqual([9600, 9600]);
  expect(two.equal[0]).toBeCloseTo(plainShare(left, right), 8);
  const equal = left.reduce(
    (sum, { amount }) => sum + right.filter((other) => other.amount === amount).length,
    0,
  );
  expect(two.levels[2]?.[0]).toBe(equal);
  // A number has no exact count: what was seen is what is known.
  expect(two.equal[2]).toBeNull();
  await makeMadeUpSides(db, plan, left, null);
  const one = await counted(false);
  expect([one.allPairs, one.sampled]).toEqual([7140, 7140]);
  expect(one.equal[0]).toBeCloseTo(plainShare(left, null), 8);
});

it('draws the same pairs with the same seed, others with another, and near the truth with both', async () => {
  const [left, right] = [records(1500), records(1200)];
  await makeMadeUpSides(db, plan, left, right);
  const drawn = [await counted(true, 1), await counted(true, 1), await counted(true, 2)] as const;
  expect(drawn[0].allPairs).toBe(1_800_000);
  expect(drawn[0].sampled).toBeLessThan(drawn[0].allPairs);
  expect(drawn[1]).toEqual(drawn[0]);
  expect(drawn[2].levels).not.toEqual(drawn[0].levels);
  for (const { levels, equal } of [drawn[0], drawn[2]]) {
    const told = levels[0]?.reduce((sum, n) => sum + n, 0) ?? 0;
    expect((levels[0]?.[0] ?? 0) / told).toBeCloseTo(plainShare(left, right), 2);
    expect(equal[0]).toBeCloseTo(plainShare(left, right), 8);
  }
});

it('never compares a record with itself', async () => {
  await makeMadeUpSides(
    db,
    plan,
    Array.from({ length: 1400 }, (_, at) => ({ town: `own${at}` })),
    null,
  );
  const { levels, equal } = await counted(false);
  expect(levels[0]?.[0]).toBe(0);
  expect(equal[0]).toBe(0);
});
