import type { Transaction } from '../database.ts';
import { type Sql, sql } from '../sql.ts';

/** Ended so long ago that its personal data may not be kept any more. */
export interface Expired {
  readonly matters: readonly string[];
  readonly households: readonly string[];
}

/** Where, and what ended before when. */
export interface ExpiryQuestion {
  /** Prefix of division codes; '' is everywhere. */
  readonly area: string;
  readonly endedBefore: Date;
}

/** What one plan names at most: it is erased in one transaction. */
export const mostOfPlan = 1000;

const isHeld = (id: Sql): Sql =>
  sql`exists (select 1 from retention_hold x where x.released_at is null and x.subject_id = ${id})`;

/** Conditions on table alias m. A household under a hold keeps its matters. */
function matterExpired({ area, endedBefore }: ExpiryQuestion): Sql {
  return sql`m.is_ended and m.erased_at is null and m.changed_at < ${endedBefore} and starts_with(m.region, ${area})
    and not ${isHeld(sql`m.id`)} and (m.household_id is null or not ${isHeld(sql`m.household_id`)})`;
}

/** Conditions on table alias h: nothing is under way about it, and it has received nothing since. */
function householdExpired({ area, endedBefore }: ExpiryQuestion, matters: readonly string[]): Sql {
  return sql`h.erased_at is null and h.updated_at < ${endedBefore} and starts_with(h.region, ${area})
    and not ${isHeld(sql`h.id`)}
    and not exists (select 1 from matter m where m.household_id = h.id and m.erased_at is null
      and m.id <> all (${[...matters]}::uuid[]))
    and not exists (select 1 from entitlement e where e.household_id = h.id
      and (e.to_month is null or e.to_month >= ${endedBefore}::date))`;
}

/** What is beyond its time, the oldest first; at most as much as one plan takes. */
export async function findExpired(tx: Transaction, question: ExpiryQuestion): Promise<Expired> {
  const matters = await tx.rows<{ id: string }>(sql`
    select m.id from matter m where ${matterExpired(question)} order by m.changed_at, m.id limit ${mostOfPlan}`);
  const ids = matters.map((row) => row.id);
  const households = await tx.rows<{ id: string }>(sql`
    select h.id from household h where ${householdExpired(question, ids)}
    order by h.updated_at, h.id limit ${mostOfPlan}`);
  return { matters: ids, households: households.map((row) => row.id) };
}

/**
 * Those of a plan that still are beyond their time: something may be held, opened or received since. All are locked
 * first, so that a hold set at the same moment is seen, or waits and finds them gone.
 */
export async function stillExpired(
  tx: Transaction,
  question: ExpiryQuestion,
  plan: Expired,
): Promise<Expired> {
  const [wantedMatters, wantedHouseholds] = [[...plan.matters], [...plan.households]];
  await tx.run(sql`
    select 1 from household h where h.id = any(${wantedHouseholds}::uuid[])
      or h.id in (select household_id from matter where id = any(${wantedMatters}::uuid[])) order by h.id for update`);
  await tx.run(
    sql`select 1 from matter m where m.id = any(${wantedMatters}::uuid[]) order by m.id for update`,
  );
  const matters = await tx.rows<{ id: string }>(
    sql`select m.id from matter m where m.id = any(${wantedMatters}::uuid[]) and ${matterExpired(question)}`,
  );
  const ids = matters.map((row) => row.id);
  const households = await tx.rows<{ id: string }>(sql`
    select h.id from household h where h.id = any(${wantedHouseholds}::uuid[]) and ${householdExpired(question, ids)}`);
  return { matters: ids, households: households.map((row) => row.id) };
}
