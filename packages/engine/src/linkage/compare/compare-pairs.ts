import { type DuckDBConnection, INTEGER, UTINYINT } from '@duckdb/node-api';
import { ColumnWriter, streamColumns } from '../fields/columns.ts';
import type { Comparison, ValuePairs } from './comparison.ts';

/** Column of a compared pair that holds the level of the comparison at this place. */
export const levelColumn = (place: number): string => `c${place}`;

/** What is compared: table `pairs(l, r, …)` of record numbers in the two sides' tables. */
export interface PairsToCompare {
  readonly pairs: string;
  readonly left: string;
  readonly right: string;
  /** Further columns of `pairs` to keep. */
  readonly keep: readonly string[];
  /** Fields whose share in the left record is kept as `q_<field>`: how rare an equal value is. */
  readonly shares: readonly string[];
}

/**
 * Makes table `out` with the pairs and their levels `c0`, `c1`, … Different values are compared once however many pairs
 * have them: ASCII inside the database, everything else character by character here.
 */
export async function comparePairs(
  db: DuckDBConnection,
  comparisons: readonly Comparison[],
  what: PairsToCompare,
  out: string,
): Promise<void> {
  const from = `${what.pairs} p join ${what.left} l on l.rid = p.l join ${what.right} r on r.rid = p.r`;
  for (const comparison of comparisons) await compareValues(db, comparison, from);
  const joins = comparisons.flatMap(({ name, values }) =>
    values === undefined
      ? []
      : [
          `left join value_${name} v_${name} on v_${name}.a = l.${values.left} and v_${name}.b = r.${values.right}`,
        ],
  );
  const levels = comparisons.map(
    ({ level }, place) => `coalesce(${level}, 0)::utinyint as ${levelColumn(place)}`,
  );
  const kept = [
    ...what.keep.map((column) => `p.${column}, `),
    ...what.shares.map((field) => `l.${field}_q as q_${field}, `),
  ].join('');
  await db.run(
    `create or replace table ${out} as select p.l, p.r, ${kept}${levels.join(', ')} from ${from} ${joins.join(' ')}`,
  );
  for (const { name, values } of comparisons)
    if (values !== undefined) await db.run(`drop table value_${name}`);
}

/** `value_<name>(a, b, level)` for each two different values that stand in some pair. */
async function compareValues(
  db: DuckDBConnection,
  { name, values }: Comparison,
  from: string,
): Promise<void> {
  if (values === undefined) return;
  const { field, left, right, sql } = values;
  const distinct = `select distinct l.${left} as a, r.${right} as b from ${from} where l.${left} <> r.${right}`;
  await db.run(`create or replace table value_pair as select x.a, x.b, da.text as ta, db.text as tb, da.ascii and db.ascii as plain
      from (${distinct}) x join dict_${field} da on da.v = x.a join dict_${field} db on db.v = x.b`);
  await db.run(`create or replace table value_${name} (a integer, b integer, level utinyint)`);
  if (sql !== undefined)
    await db.run(
      `insert into value_${name} select x, y, ${sql} from (select a as x, b as y, ta as a, tb as b, jaro_winkler_similarity(ta, tb) as alike
        from value_pair where plain)`,
    );
  await compareByCharacters(db, `value_${name}`, values);
  await db.run('drop table value_pair');
}

async function compareByCharacters(
  db: DuckDBConnection,
  table: string,
  { sql, compare }: ValuePairs,
): Promise<void> {
  const writer = await ColumnWriter.open(db, table, [INTEGER, INTEGER, UTINYINT]);
  const pairs = `select a, b, ta, tb from value_pair${sql === undefined ? '' : ' where not plain'}`;
  for await (const [as = [], bs = [], textsA = [], textsB = []] of streamColumns(db, pairs)) {
    for (const [at, a] of as.entries())
      writer.put([a ?? null, bs[at] ?? null, compare(String(textsA[at]), String(textsB[at]))]);
  }
  writer.close();
}
