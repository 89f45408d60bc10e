import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';

/** A period of an entitlement. */
export interface EntitlementRow {
  readonly id: string;
  readonly programme: string;
  readonly monthly_fen: bigint;
  readonly from_month: string;
  readonly to_month: string | null;
  /** The decision that made it; null for what the department's roll said. */
  readonly by_step: string | null;
}

/** What it receives on a day: entitlements in force, the newest first. @param on 'YYYY-MM-DD' */
export function entitlementsOf(
  tx: Transaction,
  reach: Reach,
  householdId: string,
  on: string,
): Promise<EntitlementRow[]> {
  return tx.rows<EntitlementRow>(sql`
    select x.id, x.programme, x.monthly_fen, x.from_month, x.to_month, x.by_step from entitlement x
    where x.household_id = ${householdId} and ${inForce(on)} and ${inReach(reach, 'x')}
    order by x.from_month desc, x.id limit 200`);
}

/** The same of several households, by household. */
export async function entitlementsOfAll(
  tx: Transaction,
  reach: Reach,
  householdIds: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, readonly EntitlementRow[]>> {
  if (householdIds.length === 0) return new Map();
  const rows = await tx.rows<EntitlementRow & { readonly household_id: string }>(sql`
    select x.household_id, x.id, x.programme, x.monthly_fen, x.from_month, x.to_month, x.by_step from entitlement x
    where x.household_id = any(${[...householdIds]}::uuid[]) and ${inForce(on)} and ${inReach(reach, 'x')}
    order by x.from_month desc, x.id limit 1000`);
  const byHousehold = new Map<string, EntitlementRow[]>();
  for (const { household_id: id, ...row } of rows) byHousehold.set(id, [...(byHousehold.get(id) ?? []), row]);
  return byHousehold;
}

/** Entitlements of alias x in force on a day: one-off relief is of its month only. */
export function inForce(on: string): Sql {
  return sql`x.from_month <= ${on}::date and (x.to_month is null or x.to_month > ${on}::date)`;
}

/** A period with the matters of the decisions that began and ended it; null when the roll did, or out of reach. */
export type BenefitPeriod = EntitlementRow & {
  readonly begun_by: string | null;
  readonly ended_by: string | null;
};

/** The last row of a page. */
export interface PeriodKey {
  readonly fromMonth: string;
  readonly id: string;
}

/** Everything it receives and has received, the newest first. */
export function benefitsOf(
  tx: Transaction,
  reach: Reach,
  householdId: string,
  page: { readonly after: PeriodKey | null; readonly limit: number },
): Promise<BenefitPeriod[]> {
  const { after } = page;
  const matterOf = (step: 'by' | 'end') => sql`(select m.id from step s join matter m on m.id = s.matter_id
    where s.id = ${step === 'by' ? sql`x.by_step` : sql`x.ended_by`} and ${inReach(reach, 'm')})`;
  return tx.rows<BenefitPeriod>(sql`
    select x.id, x.programme, x.monthly_fen, x.from_month, x.to_month, x.by_step, ${matterOf('by')} as begun_by,
      ${matterOf('end')} as ended_by from entitlement x
    where x.household_id = ${householdId} and ${inReach(reach, 'x')}
      ${after === null ? sql`` : sql`and (x.from_month, x.id) < (${after.fromMonth}::date, ${after.id}::uuid)`}
    order by x.from_month desc, x.id desc limit ${page.limit}`);
}
