import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, valueOf } from '../../dataset/sql-engine.ts';
import type { Comparison } from '../compare/comparison.ts';
import { comparePairs, levelColumn } from '../compare/compare-pairs.ts';

/** Random pairs that are compared; when there are not many more pairs than this, all of them are. */
const mostPairs = 400_000;

/** The two tables between which pairs are drawn; the same twice for one table. */
export interface RandomSpace {
  readonly left: string;
  readonly right: string;
  readonly seed: number;
  /** Records that the right table is a fair sample of; its own when absent. */
  readonly allRight?: number;
}

/** How often each level is seen among random pairs. */
export interface RandomCounts {
  /** All pairs there are. */
  readonly allPairs: number;
  readonly sampled: number;
  /** By comparison and level (from 1); missing values left out. */
  readonly levels: readonly (readonly number[])[];
  /** Exact chance that two records give an equal value, where that can be counted; null elsewhere. */
  readonly equal: readonly (number | null)[];
}

/** Draws pairs by hashing a running number with the seed, so that the same data give the same pairs. */
export async function countRandomPairs(
  db: DuckDBConnection,
  comparisons: readonly Comparison[],
  { left, right, seed, allRight }: RandomSpace,
): Promise<RandomCounts> {
  const isOne = left === right;
  const n = Number(await valueOf(db, `select count(*) from ${left}`));
  const m = Number(await valueOf(db, `select count(*) from ${right}`));
  const [drawable, allPairs] = isOne ? [(n * (n - 1)) / 2, (n * (n - 1)) / 2] : [n * m, n * (allRight ?? m)];
  const drawn = (side: string, records: number): string =>
    `(1 + (hash(i, ${seed}, '${side}') % ${records}))::integer`;
  await db.run(
    drawable <= mostPairs * 2
      ? `create or replace table random_pair as select l.rid as l, r.rid as r from ${left} l join ${right} r on ${isOne ? 'l.rid < r.rid' : 'true'}`
      : `create or replace table random_pair as select l, r
          from (select ${drawn('l', n)} as l, ${drawn('r', m)} as r from range(${mostPairs}) t(i)) where ${isOne ? 'l <> r' : 'true'}`,
  );
  await comparePairs(
    db,
    comparisons,
    { pairs: 'random_pair', left, right, keep: [], shares: [] },
    'random_level',
  );
  const sampled = Number(await valueOf(db, 'select count(*) from random_level'));
  const levels: number[][] = [];
  const equal: (number | null)[] = [];
  for (const [place, comparison] of comparisons.entries()) {
    levels.push(await countLevels(db, 'random_level', place, comparison.levels.length));
    equal.push(
      comparison.equalOn === undefined ? null : await chanceOfEqual(db, comparison.equalOn, left, right),
    );
  }
  await db.run('drop table random_pair; drop table random_level');
  return { allPairs, sampled, levels, equal };
}

/** Pairs at each level of the comparison at this place; missing left out. */
export async function countLevels(
  db: DuckDBConnection,
  table: string,
  place: number,
  size: number,
): Promise<number[]> {
  const column = levelColumn(place);
  const rows = await rowsOf(db, `select ${column} as level, count(*)::bigint as n from ${table} group by 1`);
  const counts = new Map(rows.map((row) => [Number(row.level), Number(row.n)]));
  return Array.from({ length: size }, (_, at) => counts.get(at + 1) ?? 0);
}

async function chanceOfEqual(
  db: DuckDBConnection,
  column: string,
  left: string,
  right: string,
): Promise<number> {
  const share = (table: string): string =>
    `select ${column} as x, count(*) as n, sum(count(*)) over () as total from ${table} where ${column} is not null group by 1`;
  const chance =
    left === right
      ? await valueOf(db, `select sum(n / total * (n - 1) / greatest(total - 1, 1)) from (${share(left)})`)
      : await valueOf(
          db,
          `select sum(a.n / a.total * b.n / b.total) from (${share(left)}) a join (${share(right)}) b using (x)`,
        );
  return settledDigits(Number(chance ?? 0));
}

/** Sums of fractions differ in their last digits with the order of the threads; the digits before are the same. */
export const settledDigits = (value: number): number => Number(value.toPrecision(9));
