import type { LevelChances } from './model.ts';

/** How many compared pairs show one combination of levels (0 missing, else from 1). */
export interface Pattern {
  readonly levels: readonly number[];
  readonly pairs: number;
}

/** What expectation and maximisation work on. */
export interface Learning {
  readonly patterns: readonly Pattern[];
  /** Number of pairs there are, compared or not. */
  readonly allPairs: number;
  readonly prior: number;
  readonly chances: readonly (readonly LevelChances[])[];
  /** Pairs that the beginning counts for in each comparison. */
  readonly strength: number;
  readonly hasFixedPrior: boolean;
}

export interface Learnt {
  readonly prior: number;
  /** m by comparison and level. */
  readonly m: readonly (readonly number[])[];
  /** Pairs that are expected to be one person's. */
  readonly matches: number;
  readonly rounds: number;
}

const mostRounds = 40;
/** Largest change of a chance at which the rounds end. */
const settled = 1e-5;

/**
 * Learns how often each level is seen in one person (m), and how many pairs are of one person, by expectation and
 * maximisation over counts of patterns. u is held: it was counted on random pairs, so that a pattern means the same
 * whether blocking found it or not. A beginning counts as `strength` pairs, which keeps rare levels sensible.
 *
 * Cost: rounds × patterns × comparisons; no randomness, so the same counts give the same numbers.
 */
export function learnChances(given: Learning): Learnt {
  let prior = given.prior;
  let m = given.chances.map((levels) => levels.map((level) => level.m));
  const u = given.chances.map((levels) => levels.map((level) => level.u));
  let matches = 0;
  let rounds = 0;
  for (let change = 1; change > settled && rounds < mostRounds; rounds += 1) {
    const { sums, expected } = expect(given.patterns, prior, m, u);
    const next = maximise(sums, given);
    change = largestChange(m, next);
    [m, matches] = [next, expected];
    if (!given.hasFixedPrior)
      prior = Math.min(0.5, Math.max(expected / given.allPairs, 0.1 / given.allPairs));
  }
  return { prior, m, matches, rounds };
}

type Table = readonly (readonly number[])[];

function expect(
  patterns: readonly Pattern[],
  prior: number,
  m: Table,
  u: Table,
): { sums: number[][]; expected: number } {
  const ratios = m.map((levels, place) => levels.map((chance, level) => chance / cell(u, place, level)));
  const sums = m.map((levels) => levels.map(() => 0));
  let expected = 0;
  for (const { levels, pairs } of patterns) {
    const odds = levels.reduce(
      (sofar, level, place) => (level === 0 ? sofar : sofar * cell(ratios, place, level - 1)),
      prior / (1 - prior),
    );
    const weight = (odds / (1 + odds)) * pairs;
    expected += weight;
    for (const [place, row] of sums.entries()) {
      const level = (levels[place] ?? 0) - 1;
      if (level >= 0) row[level] = (row[level] ?? 0) + weight;
    }
  }
  return { sums, expected };
}

/** A chance of a table; 1 where there is none, which changes no odds. */
function cell(table: Table, place: number, level: number): number {
  return table[place]?.[level] ?? 1;
}

function maximise(sums: readonly (readonly number[])[], { chances, strength }: Learning): number[][] {
  return sums.map((row, place) => {
    const total = row.reduce((sum, value) => sum + value, 0) + strength;
    return row.map((value, level) => (value + strength * (chances[place]?.[level]?.m ?? 0)) / total);
  });
}

function largestChange(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): number {
  return Math.max(
    ...after.flatMap((row, place) =>
      row.map((value, level) => Math.abs(value - (before[place]?.[level] ?? 0))),
    ),
  );
}
