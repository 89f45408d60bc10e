import type { Facts, Fields } from '@yangguang/domain/workflows/field';
import type { Reach, Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/**
 * Names of the facts of kind `region` that name no division known here, or one out of reach: a matter may come into being
 * there. Sorted.
 */
export async function findFaultyRegions(
  tx: Transaction,
  reach: Reach,
  fields: Fields,
  facts: Facts,
): Promise<string[]> {
  const named = Object.entries(facts).flatMap(([name, value]) =>
    Object.hasOwn(fields, name) && fields[name]?.kind === 'region' ? [{ name, code: String(value) }] : [],
  );
  if (named.length === 0) return [];
  const known = await tx.rows<{ code: string }>(
    sql`select code from division where code = any(${named.map((n) => n.code)}::text[])`,
  );
  const isSeen = (code: string): boolean =>
    known.some((division) => division.code === code) &&
    reach.scopes.some(({ area }) => code.startsWith(area));
  return named
    .filter(({ code }) => !isSeen(code))
    .map(({ name }) => name)
    .sort();
}
