import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../../dataset/sql-engine.ts';
import { filledSql } from './profile-columns.ts';
import type { PairedColumn } from './suggest-columns.ts';
import type { ColumnKind } from './suggest-kinds.ts';

/** Records looked at: shares of many words settle early. */
const sampleSize = 1500;
/** Share of a column's words that must stand in the other column for it to say nothing of its own. */
const repeated = 0.85;

const wordKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['given_name', 'surname', 'full_name', 'word', 'words', 'address', 'code', 'category'] as const),
]);

/**
 * Columns whose words stand in another one: first_and_surname beside first_name and surname, a city beside an address
 * that ends in it. Given name and surname stay, since they are compared as a pair.
 * @returns by plan name of the column that says nothing of its own, the heading that has its words
 */
export async function findRepeats(
  db: DuckDBConnection,
  table: string,
  columns: readonly PairedColumn[],
): Promise<ReadonlyMap<string, string>> {
  const texts = columns.filter(
    ({ kind, left }) => wordKinds.has(kind) && left.filled > 0.02 && left.distinct > 1,
  );
  const repeats = new Map<string, string>();
  const names = texts.filter(({ kind }) => kind === 'given_name' || kind === 'surname');
  const isPaired = names.length === 2;
  await db.run(wordTable(table, texts));
  for (const one of texts) {
    if (isPaired && names.includes(one)) continue;
    if (isPaired && (await containedShare(db, texts, one, names)) >= repeated) {
      repeats.set(one.name, names.map(({ left }) => left.column).join(' + '));
      continue;
    }
    const other = await firstContaining(
      db,
      texts,
      one,
      texts.filter((text) => text !== one && !repeats.has(text.name)),
    );
    if (other !== undefined) repeats.set(one.name, other.left.column);
  }
  await db.run('DROP TABLE suggest_words');
  return repeats;
}

async function firstContaining(
  db: DuckDBConnection,
  texts: readonly PairedColumn[],
  one: PairedColumn,
  others: readonly PairedColumn[],
): Promise<PairedColumn | undefined> {
  for (const other of others) if ((await containedShare(db, texts, one, [other])) >= repeated) return other;
  return undefined;
}

/** The words of each column as a list, for the records whose hash comes first: the same ones in any order of rows. */
function wordTable(table: string, texts: readonly PairedColumn[]): string {
  const cells = texts.map(
    ({ left }, place) =>
      `string_split(trim(regexp_replace(lower(${filledSql(left.column)}), '[^\\pL\\pN]+', ' ', 'g')), ' ') AS w${place}`,
  );
  const order = texts.map((_, place) => `w${place}`);
  if (cells.length === 0) return 'CREATE OR REPLACE TEMP TABLE suggest_words AS SELECT 1 AS nothing';
  return `CREATE OR REPLACE TEMP TABLE suggest_words AS SELECT ${cells.join(', ')} FROM ${table}
          ORDER BY hash(${order.join(', ')}) LIMIT ${sampleSize}`;
}

/** Share of the one's words that stand in any of the others, over records that have them all. */
async function containedShare(
  db: DuckDBConnection,
  texts: readonly PairedColumn[],
  one: PairedColumn,
  others: readonly PairedColumn[],
): Promise<number> {
  const word = (column: PairedColumn): string => `w${texts.indexOf(column)}`;
  const all = others.map((other) => word(other)).reduce((sum, next) => `list_concat(${sum}, ${next})`);
  const filled = [one, ...others].map((column) => `${word(column)} IS NOT NULL`).join(' AND ');
  const [row = {}] = await rowsOf(
    db,
    `SELECT sum(len(list_filter(${word(one)}, w -> list_contains(${all}, w))))::DOUBLE AS shared,
            sum(len(${word(one)}))::DOUBLE AS "all", count(*) AS records
     FROM suggest_words WHERE ${filled}`,
  );
  return Number(row['records'] ?? 0) < 20 ? 0 : Number(row['shared']) / Math.max(1, Number(row['all']));
}
