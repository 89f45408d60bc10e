import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

export interface NamedDivision {
  readonly code: string;
  readonly name: string;
}

/** Digits of a code at each level. */
const levels = [0, 2, 4, 6, 9, 12] as const;

/**
 * What lies directly below a division, by code. A level that is left out there (a county directly under its province)
 * is skipped over: its divisions stand with those of the next one.
 * @param of 0, 2, 4, 6 or 9 digits; 12 have nothing below
 */
export async function divisionsBelow(
  tx: Transaction,
  of: string,
): Promise<(NamedDivision & { readonly hasChildren: boolean })[]> {
  const at = levels.indexOf(of.length as (typeof levels)[number]);
  const [next, second] = at < 0 ? [] : levels.slice(at + 1);
  if (next === undefined) return [];
  return tx.rows(sql`
    with below as materialized (
      select code, name from division where code ^@ ${of} and length(code) > length(${of}::text))
    select d.code, d.name, d.code in (
        select left(c.code, l) from below c cross join unnest(${levels.slice(1)}::integer[]) as l
        where length(c.code) > l) as "hasChildren"
    from below d where length(d.code) = ${next} or (length(d.code) = ${second ?? next}
      and left(d.code, ${next}) not in (select b.code from below b where length(b.code) = ${next}))
    order by d.code collate "C"`);
}

/** Those of the codes that there are. */
export function namesOfDivisions(tx: Transaction, codes: readonly string[]): Promise<NamedDivision[]> {
  return tx.rows<NamedDivision>(
    sql`select code, name from division where code = any(${codes}::text[]) order by code collate "C"`,
  );
}
