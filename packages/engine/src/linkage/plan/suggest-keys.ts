import type { DuckDBConnection } from '@duckdb/node-api';
import { readingsOf } from '@yangguang/domain/words/pinyin';
import { appendText, rowsOf } from '../../dataset/sql-engine.ts';
import { soundKey } from '../fields/text-form.ts';
import type { SuggestedField } from './suggest-comparisons.ts';
import { cleanSql, type Term } from './suggest-terms.ts';

/** A table of the sample with a column `t<n>` for each term, as hashes, and `rid`. */
export interface KeyTable {
  readonly table: string;
  /** Share of the records that are in the sample. */
  readonly share: number;
}

/**
 * Makes the keys of one side: `t<n>` for plain terms; for a term of words a list `t<n>`, and a table
 * `<table>_<n>` in which the record stands once for each of its words, under `t<n>`.
 */
export async function makeKeys(
  db: DuckDBConnection,
  sample: string,
  table: string,
  side: 'left' | 'right',
  fields: readonly SuggestedField[],
  terms: readonly Term[],
): Promise<void> {
  const number = fields.find(({ kind }) => kind === 'id_number')?.column[side].column;
  const values = fields.map((field, place) => `${cleanSql(field, side, number)} AS v${place}`);
  await db.run(
    `CREATE OR REPLACE TEMP TABLE suggest_values AS
     SELECT row_number() OVER () AS rid, ${values.join(', ')} FROM ${sample}`,
  );
  const sounding = fields.flatMap((_, place) =>
    terms.some(({ field, sql }) => field === place && sql === 's') ? [place] : [],
  );
  for (const place of sounding) await soundTable(db, place);
  const keys = terms.map((term, place) => `${keySql(term)} AS t${place}`);
  const sounds = sounding.map(
    (place) => `LEFT JOIN suggest_sound_${place} s${place} ON s${place}.value = v${place}`,
  );
  await db.run(
    `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT rid, ${keys.join(', ')} FROM suggest_values ${sounds.join(' ')}`,
  );
  for (const [place, { isTokens }] of terms.entries()) {
    if (!isTokens) continue;
    await db.run(
      `CREATE OR REPLACE TEMP TABLE ${table}_${place} AS
       SELECT * EXCLUDE (t${place}), unnest(list_distinct(t${place})) AS t${place} FROM ${table}`,
    );
  }
}

function keySql({ sql, field, isTokens }: Term): string {
  const over = sql.replaceAll(/\bv\b/g, `v${field}`).replaceAll(/\bs\b/g, `s${field}.sound`);
  if (isTokens) return `list_transform(list_filter(${over}, w -> length(w) > 1), w -> hash(w))`;
  return `CASE WHEN (${over}) IS NOT NULL THEN hash(${over}) END`;
}

async function soundTable(db: DuckDBConnection, place: number): Promise<void> {
  const rows = await rowsOf(
    db,
    `SELECT DISTINCT v${place} AS value FROM suggest_values WHERE v${place} IS NOT NULL`,
  );
  await db.run(`CREATE OR REPLACE TEMP TABLE suggest_sound_${place} (value VARCHAR, sound VARCHAR)`);
  await appendText(
    db,
    `suggest_sound_${place}`,
    rows.map(({ value }) => [String(value), soundOf(String(value))] as const),
  );
}

const soundOf = (value: string): string =>
  /\p{Script=Han}/u.test(value)
    ? [...value].map((char) => readingsOf(char)[0] ?? char).join(' ')
    : soundKey(value);
