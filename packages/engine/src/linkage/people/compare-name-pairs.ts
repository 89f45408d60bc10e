import type { DuckDBConnection } from '@duckdb/node-api';
import { compareNames, isCompatible, type LookAlikes } from '@yangguang/domain/words/name-compare';
import { appendText, rowsOf } from '../../dataset/sql-engine.ts';

/** Fills `name_pair(a, b, level, compatible, zh, en)` for the pairs a query yields (columns a, b); never by DuckDB's
 * byte-wise string distances, which misjudge Han text. */
export async function compareNamePairs(
  db: DuckDBConnection,
  pairs: string,
  lookAlike: LookAlikes,
): Promise<void> {
  const rows = await rowsOf(
    db,
    `select distinct a, b from (${pairs}) where a <> b and a is not null and b is not null order by 1, 2`,
  );
  await db.run(
    'create or replace table name_pair_text (a varchar, b varchar, level varchar, compatible varchar, zh varchar, en varchar)',
  );
  await appendText(
    db,
    'name_pair_text',
    rows.map((row) => {
      const [a, b] = [String(row.a), String(row.b)];
      const verdict = compareNames(a, b, lookAlike);
      return [a, b, verdict.level, String(isCompatible(verdict.level)), verdict.zh, verdict.en];
    }),
  );
  await db.run(
    'create or replace table name_pair as select a, b, level, compatible::boolean as compatible, zh, en from name_pair_text',
  );
}
