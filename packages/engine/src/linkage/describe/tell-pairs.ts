import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, type SqlRow } from '../../dataset/sql-engine.ts';
import { levelColumn } from '../compare/compare-pairs.ts';
import type { Comparison } from '../compare/comparison.ts';
import { rarityBits, roundedBits } from '../decide/score-pairs.ts';
import { bitsOf, priorBits } from '../model/model.ts';
import type { ComparisonSpec, Plan } from '../plan/plan.ts';
import type { PairInWords, PairTier, Weight } from '../report/link-report.ts';
import type { Linked } from '../link-tables.ts';

/** Which pairs are told, and between which tables they were decided. */
export interface Told {
  readonly plan: Plan;
  readonly isLink: boolean;
  readonly linked: Linked;
  /** Condition over d (table `decided`), l and r. */
  readonly where: string;
  readonly limit: number;
}

/** Pairs in words: every weight with the two values it compared; the weights add up to the score. */
export async function tellPairs(db: DuckDBConnection, told: Told): Promise<PairInWords[]> {
  const { plan, linked } = told;
  const fields = Object.keys(plan.fields);
  const values = fields.flatMap((field) =>
    (['l', 'r'] as const).map((side) => `${valueText(plan, field, side)} as ${side}_${field}`),
  );
  const shares = [...linked.rarities.keys()].map((field) => `l.${field}_q::double as q_${field}`);
  const rows = await rowsOf(
    db,
    `select l._id as id_l, r._id as id_r, d.*, ${[...values, ...shares].join(', ')} from decided d
      join side_l l on l.rid = d.l join ${told.isLink ? 'side_r' : 'side_l'} r on r.rid = d.r where ${told.where} order by d.l, d.r limit ${told.limit}`,
  );
  return rows.map((row) => ({
    idLeft: String(row.id_l),
    idRight: String(row.id_r),
    score: Number(row.score),
    probability: Number(row.probability),
    tier: row.tier as PairTier,
    weights: [
      priorWeight(linked.model.prior),
      ...linked.comparisons.flatMap((one, at) => weightsOf(row, one, at, told)),
    ],
  }));
}

/** A field's value as text, in the form in which it was compared. */
function valueText(plan: Plan, field: string, side: 'l' | 'r'): string {
  const column = `${side}.${field}`;
  switch (plan.fields[field]?.type) {
    case 'text':
    case 'person_name':
      return `(select text from dict_${field} where v = ${column}_v)`;
    case 'id_number':
      return `coalesce(${column}_n::varchar || check_digit(${column}_n), ${column}_t)`;
    case 'date':
      return `if(length(${column}_d) = 8, ${column}_d[1:4] || '-' || ${column}_d[5:6] || '-' || ${column}_d[7:8], ${column}_d)`;
    case 'number':
      return `${column}_x::varchar`;
    default:
      return `array_to_string(${column}_i, ';')`;
  }
}

function priorWeight(prior: number): Weight {
  const records = Math.round(1 / prior);
  return {
    comparison: 'prior',
    level: 'prior',
    words: {
      zh: `任取两条记录，约每${records}对有一对是同一人`,
      en: `of two records taken at random about one pair in ${records} is one person`,
    },
    bits: roundedBits(priorBits(prior)),
    left: null,
    right: null,
  };
}

function weightsOf(row: SqlRow, comparison: Comparison, at: number, { plan, linked }: Told): Weight[] {
  const place = Number(row[levelColumn(at)]);
  const [left, right] = (['l', 'r'] as const).map((side) => valueOfComparison(row, plan.compare[at], side));
  const values = { comparison: comparison.name, left: left ?? null, right: right ?? null };
  const level = comparison.levels[place - 1];
  const chances = linked.model.comparisons[at]?.levels[place - 1];
  if (level === undefined || chances === undefined)
    return [
      {
        ...values,
        level: 'missing',
        words: silentWords(plan.compare[at]?.by, values),
        bits: 0,
      },
    ];
  const weight: Weight = {
    ...values,
    level: level.key,
    words: level.words,
    bits: roundedBits(bitsOf(chances)),
  };
  const rare = (comparison.frequency?.[level.key] ?? []).flatMap((field): Weight[] => {
    const rarity = linked.rarities.get(field);
    const share = Number(row[`q_${field}`] ?? 0);
    if (rarity === undefined || share === 0) return [];
    const bits = rarityBits(rarity, share);
    const isLift = comparison.lifts?.includes(field) ?? false;
    if (isLift && bits === 0) return [];
    return [{ ...values, level: 'rarity', words: isLift ? liftWords(share) : rarityWords(share), bits }];
  });
  return [weight, ...rare];
}

/** @param lift how many times as common the surname is in the place as it is elsewhere */
function liftWords(lift: number): Weight['words'] {
  const times = lift.toFixed(1);
  return {
    zh: `该姓在此地是总体的${times}倍，同地同姓不足为奇`,
    en: `the surname is ${times} times as common in this place as on the whole`,
  };
}

/** Why a comparison that both sides have the values for counts nothing. */
const silent: Readonly<Record<string, Weight['words']>> = {
  date: { zh: '已由号码说明，不重复计算', en: 'told by the numbers already, not counted again' },
  id_number: {
    zh: '号码与同一行的出生日期不符，或不是身份证号，不作依据',
    en: 'a number contradicts the birth date beside it, or is none, and is not counted',
  },
};

function silentWords(
  by: string | undefined,
  { left, right }: Pick<Weight, 'left' | 'right'>,
): Weight['words'] {
  const absent = { zh: '缺一方，无法比较', en: 'missing on one side' };
  return left === null || right === null ? absent : (silent[by ?? ''] ?? absent);
}

function rarityWords(share: number): Weight['words'] {
  const [count, base] =
    share >= 0.001 ? [(share * 1000).toFixed(1), '1000'] : [(share * 1_000_000).toFixed(1), '1000000'];
  return {
    zh: `该值在每${base === '1000' ? '千' : '百万'}条记录中约有${count}条`,
    en: `about ${count} of ${base === '1000' ? 'a thousand' : 'a million'} records have this value`,
  };
}

function valueOfComparison(row: SqlRow, spec: ComparisonSpec | undefined, side: 'l' | 'r'): string | null {
  if (spec === undefined) return null;
  const fields = 'field' in spec ? [spec.field] : spec.fields;
  const values = fields.flatMap((field) => row[`${side}_${field}`] ?? []);
  return values.length === 0 ? null : values.join(' ');
}
