import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../../dataset/sql-engine.ts';
import type { KeyTable } from './suggest-keys.ts';
import type { Term } from './suggest-terms.ts';

/** What a blocking rule would bring, scaled from the sample to the whole. */
export interface RuleCount {
  readonly pairs: number;
  /** Share of the records that have all terms whose value is under the cap. */
  readonly usable: number;
}

/** The two sides' keys; the right one is absent when one table is compared with itself. */
export interface Keys {
  readonly left: KeyTable;
  readonly right: KeyTable | null;
  readonly terms: readonly Term[];
  /** Largest number of pairs of one value. */
  readonly cap: number;
}

/** Pairs that agree in all the terms, given by their places; values over the cap are left out. */
export async function countRule(
  db: DuckDBConnection,
  keys: Keys,
  rule: readonly number[],
): Promise<RuleCount> {
  const { left, right, cap } = keys;
  const scale = left.share * (right ?? left).share;
  const pairs = right === null ? '(a.n * (a.n - 1) // 2)' : '(a.n * coalesce(b.n, 0))';
  const other = right === null ? '' : `LEFT JOIN (${groups(right.table, keys.terms, rule)}) b USING (k)`;
  const [row = {}] = await rowsOf(
    db,
    `SELECT coalesce(sum(${pairs}) FILTER (${pairs} <= ${cap * scale} OR a.n = 1), 0)::DOUBLE AS pairs,
            coalesce(sum(a.n) FILTER (${pairs} <= ${cap * scale} OR a.n = 1), 0)::DOUBLE AS usable,
            coalesce(sum(a.n), 0)::DOUBLE AS records
     FROM (${groups(left.table, keys.terms, rule)}) a ${other}`,
  );
  const records = Number(row['records']);
  return { pairs: Number(row['pairs']) / scale, usable: records === 0 ? 0 : Number(row['usable']) / records };
}

function groups(table: string, terms: readonly Term[], rule: readonly number[]): string {
  const tokens = rule.find((place) => terms[place]?.isTokens === true);
  const columns = rule.map((place) => `t${place}`);
  const filled = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  return `SELECT hash(${columns.join(', ')}) AS k, count(*) AS n FROM ${keyTable(table, tokens)} WHERE ${filled} GROUP BY k`;
}

/** The table in which a record stands once for each word of the term, or the plain one. */
export const keyTable = (table: string, tokens: number | undefined): string =>
  tokens === undefined ? table : `${table}_${tokens}`;
