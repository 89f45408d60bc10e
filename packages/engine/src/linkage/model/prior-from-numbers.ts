import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../../dataset/sql-engine.ts';
import { levelColumn } from '../compare/compare-pairs.ts';
import { compatibleNameLevels } from '../compare/person-name.ts';
import type { Plan } from '../plan/plan.ts';

/** Tables whose records could be one person's; `right` may be a fair sample of all `allRight` records. */
export interface PriorSpace {
  readonly left: string;
  readonly right: string;
  readonly allRight?: number;
}

/** Valid numbers on a side, and their share, below which they tell too little of the rest. */
const [fewest, leastShare] = [200, 0.05];

/**
 * The chance that two records are one person, told by the records with valid numbers: of those, one knows for each who
 * is who, and how many of the others are to be expected follows from how many have none. Two lists with no person in
 * common have no equal numbers, and then hardly anything is enough for the rest. Null without enough valid numbers.
 */
export async function priorFromNumbers(
  db: DuckDBConnection,
  plan: Plan,
  { left, right, allRight }: PriorSpace,
): Promise<number | null> {
  const spec = plan.compare.find(({ by }) => by === 'id_number');
  if (spec?.by !== 'id_number') return null;
  const counted = (side: string): string =>
    `(select {n: count(*), valid: count(*) filter (${spec.field}_s = 1)} from ${side})`;
  const [row] = await rowsOf(
    db,
    `select l.n::double as n, l.valid::double as valid, r.n::double as m, r.valid::double as valid_right, equal::double as equal
      from (select ${counted(left)} as l, ${counted(right)} as r,
        (select count(*) from compared where ${isEqual(plan)}) as equal)`,
  );
  const count = (column: string): number => Number(row?.[column] ?? 0);
  const share = (count('valid') / count('n')) * (count('valid_right') / count('m'));
  if (Math.min(count('valid'), count('valid_right')) < fewest || share < leastShare ** 2) return null;
  const pairs = left === right ? (count('n') * (count('n') - 1)) / 2 : count('n') * (allRight ?? count('m'));
  return Math.min(0.5, (count('equal') + 0.5) / share / pairs);
}

/** An equal number under a name that may be the same. */
function isEqual(plan: Plan): string {
  const at = (by: string): number => plan.compare.findIndex((spec) => spec.by === by);
  const isNamed =
    at('person_name') < 0
      ? 'true'
      : `${levelColumn(at('person_name'))} between 1 and ${compatibleNameLevels}`;
  return `${levelColumn(at('id_number'))} = 1 and ${isNamed}`;
}
