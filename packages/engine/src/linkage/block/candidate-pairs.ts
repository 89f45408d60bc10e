import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../../dataset/sql-engine.ts';
import type { ReportedRule } from '../report/link-report.ts';
import type { BlockRule } from './block-rule.ts';

/** Between whom pairs are looked for. */
export interface PairSpace {
  /** `side_l` against `side_r`, or one table with itself. */
  readonly left: string;
  readonly right: string;
  /** Conditions on the records of each side (alias s), and on pairs (aliases l and r); 'true' for none. */
  readonly whereLeft: string;
  readonly whereRight: string;
  readonly wherePair: string;
  /** Columns of the sides that `wherePair` reads. */
  readonly pairColumns: readonly string[];
  /** Largest number of pairs that one value of a rule may bring. */
  readonly cap: number;
}

/**
 * Fills `candidate(l, r, mask)`: every pair that agrees in at least one rule, once, with a bit for each rule. Pairs are
 * counted before any is made; a value that would bring more than the cap is refused and told of.
 *
 * Cost: one hash join a rule; memory grows with the pairs (16 bytes each), which the engine may spill.
 */
export async function findCandidates(
  db: DuckDBConnection,
  rules: readonly BlockRule[],
  space: PairSpace,
  told: (rule: number) => void,
): Promise<ReportedRule[]> {
  await db.run('create or replace table found_pair (l integer, r integer, mask ubigint)');
  const reports: ReportedRule[] = [];
  for (const [place, rule] of rules.entries()) {
    told(place);
    reports.push(await addPairs(db, rule, place, space));
  }
  await db.run(
    `create or replace table candidate as select l, r, bit_or(mask) as mask from found_pair group by l, r order by l, r`,
  );
  await db.run(
    'drop table found_pair; drop table if exists key_l; drop table if exists key_r; drop table if exists refused_key',
  );
  return reports;
}

async function addPairs(
  db: DuckDBConnection,
  rule: BlockRule,
  place: number,
  space: PairSpace,
): Promise<ReportedRule> {
  const isOne = space.left === space.right;
  await db.run(`create or replace table key_l as ${rule.keysOf(space.left, space.whereLeft)}`);
  if (!isOne) await db.run(`create or replace table key_r as ${rule.keysOf(space.right, space.whereRight)}`);
  const report = await countPairs(db, rule, space, isOne);
  const [left, right] = [
    keyed('key_l', space.left, space),
    keyed(isOne ? 'key_l' : 'key_r', space.right, space),
  ];
  await db.run(`insert into found_pair
    select l.rid, r.rid, 1::ubigint << ${place} from ${left} l join ${right} r on l.k = r.k${isOne ? ' and l.rid < r.rid' : ''}
    where ${space.wherePair} and l.k not in (select k from refused_key)`);
  return report;
}

/** The keys with the columns that conditions on pairs read. */
function keyed(keys: string, side: string, { pairColumns }: PairSpace): string {
  return pairColumns.length === 0
    ? keys
    : `(select rid, k, ${pairColumns.join(', ')} from ${keys} join ${side} using (rid))`;
}

/** Counts what the keys would bring, and puts those above the cap into `refused_key`. */
async function countPairs(
  db: DuckDBConnection,
  { terms }: BlockRule,
  { cap }: PairSpace,
  isOne: boolean,
): Promise<ReportedRule> {
  const sizes = isOne
    ? 'select k, n * (n - 1) // 2 as pairs from (select k, count(*)::bigint as n from key_l group by k)'
    : `select k, n * m as pairs from (select k, count(*)::bigint as n from key_l group by k)
       join (select k, count(*)::bigint as m from key_r group by k) using (k)`;
  await db.run(`create or replace table block_size as ${sizes}`);
  await db.run(`create or replace table refused_key as select k from block_size where pairs > ${cap}`);
  const [counted] = await rowsOf(
    db,
    `select coalesce(sum(pairs) filter (pairs <= ${cap}), 0)::bigint as pairs, count(*) filter (pairs > ${cap})::bigint as refused_values,
      coalesce(sum(pairs) filter (pairs > ${cap}), 0)::bigint as refused_pairs from block_size`,
  );
  await db.run('drop table block_size');
  return {
    terms,
    pairs: Number(counted?.pairs),
    refusedValues: Number(counted?.refused_values),
    refusedPairs: Number(counted?.refused_pairs),
  };
}
