import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import type { Transaction } from '../database.ts';
import { every, sql } from '../sql.ts';
import { isUnder } from './account.ts';

export const unitKinds = [
  'bureau',
  'town',
  'village',
  'department',
  'bank',
  'institution',
  'discipline',
] as const;

/** An office people belong to. */
export interface UnitRow {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly kind: (typeof unitKinds)[number];
}

/** @throws UserError ACC-131 when there is none in these areas */
export async function getUnit(tx: Transaction, id: string, areas: readonly string[]): Promise<UnitRow> {
  const row = await tx.find<UnitRow>(
    sql`select id, area, name, kind from unit where id = ${id} and ${isUnder(sql`area`, areas)}`,
  );
  if (row === null) throw accountRefusal('ACC-131');
  return row;
}

/**
 * Sets an office up.
 * @throws UserError ACC-126 no such division · ACC-129 outside `areas` · ACC-134 the id stands for another unit
 */
export async function createUnit(
  tx: Transaction,
  unit: UnitRow,
  areas: readonly string[],
  now: Date,
): Promise<void> {
  if (!areas.some((area) => unit.area.startsWith(area))) throw accountRefusal('ACC-129');
  await assertDivision(tx, unit.area);
  const name = unit.name.trim();
  const made = await tx.run(sql`
    insert into unit (id, area, name, kind, created_at) values (${unit.id}, ${unit.area}, ${name}, ${unit.kind}, ${now})
    on conflict (id) do nothing`);
  if (made === 1) return;
  const same = await tx.find(sql`
    select id from unit where id = ${unit.id} and area = ${unit.area} and name = ${name} and kind = ${unit.kind}`);
  if (same === null) throw accountRefusal('ACC-134');
}

/** Units of these areas, by area. @param after id of the last one seen */
export function listUnits(
  tx: Transaction,
  areas: readonly string[],
  page: { readonly after: string | null; readonly limit: number },
): Promise<UnitRow[]> {
  const conditions = [isUnder(sql`area`, areas)];
  if (page.after !== null)
    conditions.push(sql`(area, id) > (select area, id from unit where id = ${page.after})`);
  return tx.rows<UnitRow>(
    sql`select id, area, name, kind from unit where ${every(conditions)} order by area, id limit ${page.limit}`,
  );
}

/** @throws UserError ACC-126 */
export async function assertDivision(tx: Transaction, area: string): Promise<void> {
  if (area !== '' && (await tx.find(sql`select code from division where code = ${area}`)) === null)
    throw accountRefusal('ACC-126', { area });
}
