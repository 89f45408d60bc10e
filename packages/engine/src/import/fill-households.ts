import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf } from '../dataset/sql-engine.ts';

/** Columns of a list with one row a member, by index in the raw table. */
export interface HouseholdColumns {
  /** Relation to the head, and the spellings that mean the head. */
  readonly relation: number;
  readonly self: readonly string[];
  /** What the head's row says for the whole household: place, head, file number, scheme. */
  readonly shared: readonly number[];
}

/**
 * In a list with one row a member the household's columns are often filled in the head's row only: the members below,
 * up to the next head, take them over. A cell the head's own row leaves empty stays empty.
 */
export async function fillHouseholds(
  db: DuckDBConnection,
  table: string,
  { relation, self, shared }: HouseholdColumns,
): Promise<void> {
  if (shared.length === 0 || self.length === 0) return;
  const isHead = `trim(c${relation}) in (${self.map((w) => quoted(w)).join(', ')})`;
  const empty = (i: number): string => `nullif(trim(c${i}), '') is null`;
  const gaps = `c${relation} is not null and not ${isHead} and (${shared.map(empty).join(' or ')})`;
  const [seen] = await rowsOf(
    db,
    `select count(*) filter (${gaps}) as gaps, count(*) filter (${isHead}) as heads from ${table}`,
  );
  if (Number(seen?.['gaps'] ?? 0) === 0 || Number(seen?.['heads'] ?? 0) === 0) return;
  const first = shared.map(
    (i) => `first_value(c${i}) over (partition by household order by row_no) as c${i}`,
  );
  const cells = shared.map((i) => `c${i} = coalesce(nullif(trim(${table}.c${i}), ''), h.c${i})`);
  await db.run(`update ${table} set ${cells.join(', ')} from (select row_no, household, ${first.join(', ')} from
      (select *, count(*) filter (${isHead}) over (order by row_no rows between unbounded preceding and current row) as household from ${table})) h
    where h.row_no = ${table}.row_no and h.household > 0 and ${gaps.replaceAll(/\bc(\d+)\b/gu, `${table}.c$1`)}`);
}
