import { registerRows } from '../audit/register-rows.ts';
import type { Reach, Transaction } from '../database.ts';
import { refuseNumbers } from '../journal/split-facts.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { findHousehold } from './find-household.ts';
import { householdRefusal } from './household-refusals.ts';

/** A colleague who keeps out of what concerns a household. */
export interface KinRow {
  readonly account_id: string;
  readonly household_id: string;
  readonly relation: string;
  readonly declared_at: Date;
  readonly declared_by: string | null;
}

/** Who is kin of the household, the earliest first; empty when it is out of reach. */
export async function kinOf(tx: Transaction, reach: Reach, householdId: string): Promise<KinRow[]> {
  if ((await findHousehold(tx, reach, householdId)) === null) return [];
  return tx.rows<KinRow>(sql`select account_id, household_id, relation, declared_at, declared_by from kinship
    where household_id = ${householdId} order by declared_at, account_id`);
}

/**
 * Records that a colleague is kin of a household in reach. Said again, the first declaration stands.
 * @throws UserError HH-102 when the account does not work here, MAT-103 when the relation holds a number
 */
export async function declareKin(
  tx: Transaction,
  vault: Vault,
  declared: Omit<KinRow, 'declared_at'>,
  at: Date,
): Promise<KinRow> {
  const { account_id: account, household_id: household } = declared;
  refuseNumbers(declared.relation);
  await assertColleague(tx, account, household, at);
  const added =
    await tx.run(sql`insert into kinship (account_id, household_id, relation, declared_at, declared_by)
    values (${account}, ${household}, ${declared.relation}, ${at}, ${declared.declared_by}) on conflict do nothing`);
  const row =
    await tx.get<KinRow>(sql`select account_id, household_id, relation, declared_at, declared_by from kinship
    where account_id = ${account} and household_id = ${household}`);
  if (added > 0) await registerRows(tx, vault, 'kinship', [`${account} ${household}`], at);
  return row;
}

/**
 * Takes a wrong declaration back; the register keeps that it was there. Nothing to take back is no fault.
 * @returns whether there was one
 */
export async function withdrawKin(
  tx: Transaction,
  vault: Vault,
  accountId: string,
  householdId: string,
  at: Date,
): Promise<boolean> {
  const removed = await tx.run(
    sql`delete from kinship where account_id = ${accountId} and household_id = ${householdId}`,
  );
  if (removed > 0) await registerRows(tx, vault, 'kinship', [`${accountId} ${householdId}`], at);
  return removed > 0;
}

/** Somebody who holds an appointment that could bring him to this household. */
async function assertColleague(
  tx: Transaction,
  accountId: string,
  householdId: string,
  at: Date,
): Promise<void> {
  const found = await tx.rows(sql`
    select 1 from account a join appointment p on p.account_id = a.id join household h on h.id = ${householdId}
    where a.id = ${accountId} and a.disabled_at is null and p.revoked_at is null and starts_with(h.region, p.area)
      and p.from_on <= (${at}::timestamptz at time zone 'Asia/Shanghai')::date
      and (p.to_on is null or p.to_on > (${at}::timestamptz at time zone 'Asia/Shanghai')::date) limit 1`);
  if (found.length === 0) throw householdRefusal('HH-102');
}
