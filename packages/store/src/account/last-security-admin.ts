import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { inForce } from './session.ts';

/**
 * Makes sure that somebody is left who can open, unlock and appoint: a security administrator of the whole
 * installation, in force, without an end. Locks all such appointments, so that two cannot remove each other at once.
 * @param change what is about to go
 * @throws UserError ACC-128
 */
export async function assertSecurityAdminRemains(
  tx: Transaction,
  change: { readonly without: { readonly accountId: string } | { readonly appointmentId: string } },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    select 1 from appointment where role = 'securityAdmin' and area = '' and revoked_at is null order by id for update`);
  const rows = await tx.rows<{ id: string; accountId: string }>(sql`
    select p.id, p.account_id as "accountId" from appointment p join account a on a.id = p.account_id
    where p.role = 'securityAdmin' and p.area = '' and p.to_on is null and ${inForce(now)} and a.disabled_at is null`);
  const { without } = change;
  const isGoing = (row: { id: string; accountId: string }): boolean =>
    'accountId' in without ? row.accountId === without.accountId : row.id === without.appointmentId;
  const touches = rows.some(isGoing);
  if (touches && rows.every(isGoing)) throw accountRefusal('ACC-128');
}
