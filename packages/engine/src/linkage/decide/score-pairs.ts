import type { DuckDBConnection } from '@duckdb/node-api';
import { valueOf } from '../../dataset/sql-engine.ts';
import type { Comparison } from '../compare/comparison.ts';
import { levelColumn } from '../compare/compare-pairs.ts';
import { settledDigits } from '../model/count-random.ts';
import { bitsOf, type Model, priorBits } from '../model/model.ts';

/** Weights are told and added with four places, so that what is shown adds up to the score to the last digit. */
export const roundedBits = (bits: number): number => Math.round(bits * 10_000) / 10_000;

/** Bits that the rarity of one field's equal value can add or take at most. */
const mostRarity = 12;

/** How much rarer or commoner than usual an equal value is, in bits, as SQL over `share`. */
export interface Rarity {
  /** Chance that two records agree in the field at all, and the least share that is believed. */
  readonly base: number;
  readonly floor: number;
}

/** Rarity of each field whose frequency counts in some comparison. */
export async function raritiesOf(
  db: DuckDBConnection,
  comparisons: readonly Comparison[],
  records: number,
): Promise<ReadonlyMap<string, Rarity>> {
  const fields = new Set(comparisons.flatMap(({ frequency }) => Object.values(frequency ?? {}).flat()));
  const found = new Map<string, Rarity>();
  const lifts = new Set(comparisons.flatMap((comparison) => comparison.lifts ?? []));
  for (const field of fields) {
    if (lifts.has(field)) {
      found.set(field, { base: 1, floor: 1 });
      continue;
    }
    const base = settledDigits(
      Number((await valueOf(db, `select sum(share * share) from dict_${field}`)) ?? 0),
    );
    found.set(field, { base: Math.max(base, 1e-9), floor: 1 / Math.max(records, 1) });
  }
  return found;
}

export function rarityBits({ base, floor }: Rarity, share: number): number {
  return roundedBits(Math.max(-mostRarity, Math.min(mostRarity, Math.log2(base / Math.max(share, floor)))));
}

const raritySql = (field: string, { base, floor }: Rarity): string =>
  `round(greatest(-${mostRarity}, least(${mostRarity}, log2(${base} / greatest(q_${field}, ${floor})))), 4)`;

/**
 * Expression of a pair's score in bits over its levels `c0`, … and the shares `q_<field>` of its left record: prior,
 * plus the weight of each level, plus rarity where the level is an equality.
 */
export function scoreExpression(
  comparisons: readonly Comparison[],
  model: Model,
  rarities: ReadonlyMap<string, Rarity>,
): string {
  const terms = comparisons.map((comparison, place) => {
    const whens = comparison.levels.map(({ key }, at) => {
      const chances = model.comparisons[place]?.levels[at];
      const bits = roundedBits(chances === undefined ? 0 : bitsOf(chances));
      const rare = (comparison.frequency?.[key] ?? []).flatMap((field) => {
        const rarity = rarities.get(field);
        return rarity === undefined ? [] : [`coalesce(${raritySql(field, rarity)}, 0)`];
      });
      return `when ${at + 1} then ${[bits, ...rare].join(' + ')}`;
    });
    return `case ${levelColumn(place)} ${whens.join(' ')} else 0 end`;
  });
  return `round(${roundedBits(priorBits(model.prior))} + ${terms.join(' + ')}, 4)`;
}

/** Columns of the left record that scoring reads. */
export const shareColumns = (comparisons: readonly Comparison[]): string[] => [
  ...new Set(comparisons.flatMap(({ frequency }) => Object.values(frequency ?? {}).flat())),
];
