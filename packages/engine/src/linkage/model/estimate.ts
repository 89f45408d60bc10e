import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../../dataset/sql-engine.ts';
import type { Comparison } from '../compare/comparison.ts';
import { levelColumn } from '../compare/compare-pairs.ts';
import { countRandomPairs, type RandomCounts, type RandomSpace } from './count-random.ts';
import { type Learnt, learnChances, type Pattern } from './expectation.ts';
import { guardOrder } from './guard-order.ts';
import type { ComparisonModel, LevelChances, Model } from './model.ts';

/** Where learning begins, and how strongly the beginning counts. */
export interface Beginning {
  readonly comparisons: readonly ComparisonModel[];
  /** Pairs the beginning counts for: few for plain chances, many for a shipped model. */
  readonly strength: number;
  /** Expected matches below which m is not learnt at all. */
  readonly enough: number;
  /** Fixed by the plan, or null. */
  readonly prior: number | null;
}

/** Pairs that the beginning's u counts for among the random ones. */
const strengthOfU = 2;
/** Rounds in which pairs of one person are taken out of the counts of random pairs. */
const cleanings = 3;

/**
 * The model for the pairs in `table` (levels `c0`, …): u counted on random pairs, m and the prior learnt by expectation
 * and maximisation over the patterns of all compared pairs. In a small register of duplicates a good part of the equal
 * pairs drawn at random are one person's; they are taken out of u again.
 */
export async function estimateModel(
  db: DuckDBConnection,
  comparisons: readonly Comparison[],
  table: string,
  space: RandomSpace,
  beginning: Beginning,
): Promise<Model> {
  const random = await countRandomPairs(db, comparisons, space);
  const patterns = await countPatterns(db, comparisons, table);
  let chances = comparisons.map((comparison, place) =>
    countedChances(comparison, beginning.comparisons[place], random, place, null),
  );
  let learnt = learn(patterns, random, beginning, chances);
  for (let round = 0; round < cleanings; round += 1) {
    const share = learnt.matches / Math.max(random.allPairs, 1);
    chances = comparisons.map((comparison, place) =>
      countedChances(comparison, beginning.comparisons[place], random, place, {
        share,
        m: learnt.m[place] ?? [],
      }),
    );
    learnt = learn(patterns, random, beginning, chances);
  }
  const isLearnt = learnt.matches >= beginning.enough;
  return {
    prior: beginning.prior ?? learnt.prior,
    comparisons: comparisons.map((comparison, place) =>
      finish(comparison, place, { chances, learnt, isLearnt, beginning }),
    ),
  };
}

function learn(
  patterns: readonly Pattern[],
  random: RandomCounts,
  beginning: Beginning,
  chances: readonly (readonly LevelChances[])[],
): Learnt {
  return learnChances({
    patterns,
    allPairs: random.allPairs,
    prior: beginning.prior ?? Math.min(0.1, 1 / Math.sqrt(Math.max(random.allPairs, 100))),
    chances,
    strength: beginning.strength,
    hasFixedPrior: beginning.prior !== null,
  });
}

/** The chances of one comparison with u as counted, cleaned of the pairs that are one person's when these are known. */
function countedChances(
  comparison: Comparison,
  beginning: ComparisonModel | undefined,
  random: RandomCounts,
  place: number,
  matches: { readonly share: number; readonly m: readonly number[] } | null,
): LevelChances[] {
  const start = beginning?.levels ?? comparison.levels;
  if (comparison.hasFixedU) return start.map(({ m, u }) => ({ m, u }));
  const counts = random.levels[place] ?? [];
  const told = counts.reduce((sum, count) => sum + count, 0);
  const equal = random.equal[place] ?? null;
  // What a sample never showed is rarer than one in its size; how much rarer only the beginning knows.
  const shares = start.map(({ u }, at) =>
    Math.max(((counts[at] ?? 0) + strengthOfU * u) / (told + strengthOfU), Math.min(u, 0.5 / (told + 1))),
  );
  if (equal !== null && told > 0 && equal > 0) shares[0] = equal;
  return start.map(({ m }, at) => {
    const share = shares[at] ?? 0;
    const others =
      matches === null ? share : (share - matches.share * (matches.m[at] ?? 0)) / (1 - matches.share);
    return { m, u: Math.max(others, share * 0.02, 1e-9) };
  });
}

/** Distinct combinations of levels with their counts, in a fixed order. */
async function countPatterns(
  db: DuckDBConnection,
  comparisons: readonly Comparison[],
  table: string,
): Promise<Pattern[]> {
  const columns = comparisons.map((_, place) => levelColumn(place));
  const rows = await rowsOf(
    db,
    `select ${columns.join(', ')}, count(*)::bigint as n from ${table} group by all order by all`,
  );
  return rows.map((row) => ({ levels: columns.map((column) => Number(row[column])), pairs: Number(row.n) }));
}

function finish(
  comparison: Comparison,
  place: number,
  known: {
    readonly chances: readonly (readonly LevelChances[])[];
    readonly learnt: Learnt;
    readonly isLearnt: boolean;
    readonly beginning: Beginning;
  },
): ComparisonModel {
  const start = known.beginning.comparisons[place];
  const u = known.chances[place] ?? [];
  const m = known.isLearnt ? (known.learnt.m[place] ?? []) : (start?.levels.map((level) => level.m) ?? []);
  const levels = u.map((level, at) => ({ m: m[at] ?? level.m, u: level.u }));
  const guarded = guardOrder(levels, comparison.isOrdered);
  const notes = known.isLearnt
    ? guarded.notes
    : [
        ...guarded.notes,
        {
          zh: '相符的配对太少，未从数据学习。',
          en: 'Too few matches to learn from; the weights are those it came with.',
        },
      ];
  return {
    name: comparison.name,
    source: known.isLearnt ? 'data' : (start?.source ?? 'default'),
    levels: guarded.levels,
    notes,
  };
}
