import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../../dataset/sql-engine.ts';
import type { Keys } from './suggest-counts.ts';

/** How often records of one person agree in which terms of a field: bit n stands for the field's n-th term. */
export interface FieldOutcome {
  readonly mask: number;
  readonly chance: number;
}

/** Weight of what is believed before any pair is seen, in pairs. */
const priorPairs = 20;
/** How much commoner damage is among all pairs than among those looked at. */
const worse = 1.5;
/** Rarer outcomes are not planned for. */
const leastChance = 0.002;

/**
 * Learns from pairs that are most likely one person how fields differ between a person's records. Such pairs agree in
 * one of the anchors and in most of the fields that both have; the field that is looked at has no say.
 * @param anchors rules, as places of terms, that hardly two people share
 * @returns per field its outcomes, likeliest first
 */
export async function learnDamage(
  db: DuckDBConnection,
  keys: Keys,
  fieldCount: number,
  anchors: readonly (readonly number[])[],
): Promise<FieldOutcome[][]> {
  const places = Array.from({ length: fieldCount }, (_, field) => termsOfField(keys, field));
  if (anchors.length > 0) await db.run(anchorPairs(keys, anchors, places));
  const outcomes: FieldOutcome[][] = [];
  for (const [field, terms] of places.entries()) {
    const seen = anchors.length === 0 ? new Map<number, number>() : await countMasks(db, field, fieldCount);
    outcomes.push(blend(seen, terms.length));
  }
  if (anchors.length > 0) await db.run('DROP TABLE suggest_pairs');
  return outcomes;
}

const termsOfField = (keys: Keys, field: number): number[] =>
  keys.terms.flatMap((term, place) => (term.field === field ? [place] : []));

/** Table of pairs with, for each field, the mask, whether the whole value agrees, and whether both sides have it. */
function anchorPairs(
  keys: Keys,
  anchors: readonly (readonly number[])[],
  places: readonly (readonly number[])[],
): string {
  const { left, right, terms } = keys;
  const pairs = anchors.map((rule) => {
    const equal = rule.map((place) => `l.t${place} = r.t${place}`);
    if (right === null) equal.push('l.rid < r.rid');
    return `SELECT l.rid AS lid, r.rid AS rid FROM ${left.table} l JOIN ${(right ?? left).table} r ON ${equal.join(' AND ')}`;
  });
  const columns = places.map((field, n) => {
    const bits = field.map((place, bit) => {
      const agrees =
        terms[place]?.isTokens === true
          ? `list_has_any(l.t${place}, r.t${place})`
          : `l.t${place} = r.t${place}`;
      return `(coalesce(${agrees}, false)::INT << ${bit})`;
    });
    const first = field[0] ?? 0;
    return `${bits.join(' + ')} AS m${n}, coalesce(l.t${first} = r.t${first}, false)::INT AS e${n},
            (l.t${first} IS NOT NULL AND r.t${first} IS NOT NULL)::INT AS f${n}`;
  });
  return `CREATE OR REPLACE TEMP TABLE suggest_pairs AS
          SELECT ${columns.join(', ')} FROM (${pairs.join(' UNION ')}) p
          JOIN ${left.table} l ON l.rid = p.lid JOIN ${(right ?? left).table} r ON r.rid = p.rid`;
}

async function countMasks(
  db: DuckDBConnection,
  field: number,
  fieldCount: number,
): Promise<Map<number, number>> {
  const others = Array.from({ length: fieldCount }, (_, n) => n).filter((n) => n !== field);
  if (others.length === 0) return new Map();
  const agree = others.map((n) => `e${n}`).join(' + ');
  const filled = others.map((n) => `f${n}`).join(' + ');
  const least = Math.min(3, others.length);
  const rows = await rowsOf(
    db,
    `SELECT m${field} AS mask, count(*) AS pairs FROM suggest_pairs
     WHERE ${agree} >= ${least} AND ${agree} >= 0.5 * (${filled}) GROUP BY 1`,
  );
  return new Map(rows.map(({ mask, pairs }) => [Number(mask), Number(pairs)]));
}

/**
 * What was seen, and what is believed of any field: mostly the same, sometimes lost, sometimes damaged in a part. Pairs
 * that hardly ever agree were not of one person, and count for nothing.
 */
function blend(seen: ReadonlyMap<number, number>, terms: number): FieldOutcome[] {
  const all = 2 ** terms - 1;
  const pairs = [...seen.values()].reduce((sum, count) => sum + count, 0);
  const isTrusted = (seen.get(0) ?? 0) < pairs / 2;
  const weights = new Map<number, number>();
  // Pairs that no anchor found are damaged worse than those it did.
  for (const [mask, count] of isTrusted ? seen : []) weights.set(mask, mask === all ? count : count * worse);
  const add = (mask: number, share: number): void =>
    void weights.set(mask, (weights.get(mask) ?? 0) + share * priorPairs);
  add(all, 0.84);
  add(0, 0.08);
  const parts = terms - 1;
  for (let bit = 1; bit <= parts; bit += 1) add(1 << bit, 0.08 / parts);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights]
    .map(([mask, weight]) => ({ mask, chance: weight / total }))
    .filter(({ chance }) => chance >= leastChance)
    .sort((a, b) => b.chance - a.chance || a.mask - b.mask)
    .slice(0, 8);
}
