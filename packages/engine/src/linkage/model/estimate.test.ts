import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { comparisonsOf } from '../compare/all.ts';
import { comparePairs } from '../compare/compare-pairs.ts';
import { type MadeUpRecord, madeUpPlan, makeMadeUpSides, openForLinkage, seeded } from '../made-up-sides.ts';
import { estimateModel } from './estimate.ts';
import type { Model } from './model.ts';
import { beginningOf } from './shipped.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const fields = { town: 'text', word: 'text', number: 'text', phone: 'text' } as const;
const plan = madeUpPlan(
  fields,
  Object.keys(fields).map((field) => ({ by: 'exact', field })),
);
const comparisons = comparisonsOf(plan, { looks: new Set(), wordBits: () => () => 1 });

/** A register in which every second person stands twice, each value of the double being wrong one time in ten. */
function register(people: number, wrong = 0.1): MadeUpRecord[] {
  const chance = seeded(17);
  const word = (kinds: number): string => `w${Math.floor(chance() * kinds)}`;
  const kinds: Readonly<Record<string, number>> = { town: 20, word: 200, number: 400, phone: 1000 };
  return Array.from({ length: people }, (_, at) => {
    const one = Object.fromEntries(Object.entries(kinds).map(([field, n]) => [field, word(n)]));
    const again = Object.entries(one).map(([field, value]) => [
      field,
      chance() < wrong ? word(kinds[field] ?? 1) : value,
    ]);
    return at % 2 === 0 ? [one, Object.fromEntries(again) as MadeUpRecord] : [one];
  }).flat();
}

async function modelOf(records: readonly MadeUpRecord[], prior?: number): Promise<Model> {
  await makeMadeUpSides(db, plan, records, null);
  await db.run(
    'create or replace table every_pair as select l.rid as l, r.rid as r from side_l l join side_l r on l.rid < r.rid',
  );
  const what = { pairs: 'every_pair', left: 'side_l', right: 'side_l', keep: [], shares: [] };
  await comparePairs(db, comparisons, what, 'compared');
  const begin = beginningOf(prior === undefined ? plan : { ...plan, prior }, comparisons, null);
  return estimateModel(db, comparisons, 'compared', { left: 'side_l', right: 'side_l', seed: 1 }, begin);
}

it('finds again how often values agree in one person and in two, and how many pairs are one person', async () => {
  const records = register(600);
  const model = await modelOf(records);
  expect(model.prior / (300 / ((900 * 899) / 2))).toBeCloseTo(1, 1);
  for (const [place, kinds] of [20, 200, 400, 1000].entries()) {
    const { source, levels } = model.comparisons[place] ?? { source: 'default', levels: [] };
    expect(source).toBe('data');
    expect(levels[0]?.m, `m of ${kinds}`).toBeCloseTo(0.9 + 0.1 / kinds, 1);
    // Most of the equal pairs of a rare value are one person's: counted with them, u would be far too high.
    expect((levels[0]?.u ?? 0) * kinds, `u of ${kinds}`).toBeGreaterThan(0.85);
    expect((levels[0]?.u ?? 0) * kinds, `u of ${kinds}`).toBeLessThan(1.15);
  }
});

it('keeps the chances it began with where there is nobody to learn from, and says so', async () => {
  const model = await modelOf(register(30));
  for (const { source, levels, notes } of model.comparisons) {
    expect(source).toBe('default');
    expect(levels[0]?.m).toBe(0.9);
    expect(notes.at(-1)?.en).toMatch(/^Too few matches/);
  }
});

it('holds to the prior of the plan', async () => {
  expect((await modelOf(register(200), 0.004)).prior).toBe(0.004);
});
