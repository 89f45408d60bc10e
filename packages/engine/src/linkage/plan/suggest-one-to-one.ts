import type { DuckDBConnection } from '@duckdb/node-api';
import { countRule, type Keys } from './suggest-counts.ts';
import type { SuggestedField } from './suggest-comparisons.ts';

/** Share of the records that may repeat another of their own side before a list is no longer taken for one row a person. */
const mayRepeat = 0.02;

/**
 * True when neither list seems to have a person twice: hardly any of its records agree with another of the same list in
 * number and name, or else in all of the three fields that say most.
 */
export async function isOnePerPerson(
  db: DuckDBConnection,
  keys: Keys,
  fields: readonly SuggestedField[],
): Promise<boolean> {
  const rule = tellingTerms(keys, fields);
  for (const side of [keys.left, keys.right]) {
    if (side === null) continue;
    const { pairs } = await countRule(db, { ...keys, left: { ...side, share: 1 }, right: null }, rule);
    const [records] = await countRecords(db, side.table, rule);
    // Within a sample only that share of the repeats is seen.
    if (pairs > mayRepeat * side.share * (records ?? 0)) return false;
  }
  return true;
}

/** Numbers that a spreadsheet cut short are shared by strangers, so the name has to agree as well. */
function tellingTerms(keys: Keys, fields: readonly SuggestedField[]): number[] {
  const whole = keys.terms.flatMap((term, place) =>
    term.isWhole ? [{ place, field: fields[term.field] }] : [],
  );
  const number = whole.find(({ field }) => field?.kind === 'id_number');
  const name = whole.find(({ field }) => field?.kind === 'person_name');
  if (number !== undefined) return [number, name].flatMap((term) => (term === undefined ? [] : [term.place]));
  return whole
    .sort(
      (a, b) =>
        (b.field?.column.left.distinct ?? 0) - (a.field?.column.left.distinct ?? 0) || a.place - b.place,
    )
    .slice(0, 3)
    .map(({ place }) => place);
}

async function countRecords(db: DuckDBConnection, table: string, rule: readonly number[]): Promise<number[]> {
  const filled = rule.map((place) => `t${place} IS NOT NULL`).join(' AND ');
  const read = await db.runAndReadAll(`SELECT count(*) FROM ${table} WHERE ${filled}`);
  return read.getRows().map(([count]) => Number(count));
}
