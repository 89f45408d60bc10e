import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';

/** Matters about the household in reach, open ones first, then the newest. Its leads have a list of their own. */
export function mattersOfHousehold(tx: Transaction, reach: Reach, householdId: string): Promise<MatterRow[]> {
  return tx.rows<MatterRow>(sql`
    select ${matterColumns} from matter m
    where m.household_id = ${householdId} and m.workflow <> 'lead' and ${inReach(reach, 'm')}
    order by m.is_ended, m.opened_at desc, m.id limit 300`);
}

/** Who has an open matter of these households in hand: names in full are for them. */
export function handsOnHouseholds(
  tx: Transaction,
  reach: Reach,
  householdIds: readonly string[],
): Promise<Pick<MatterRow, 'household_id' | 'assigned_to' | 'assigned_area'>[]> {
  if (householdIds.length === 0) return Promise.resolve([]);
  return tx.rows(sql`
    select distinct m.household_id, m.assigned_to, m.assigned_area from matter m
    where m.household_id = any(${householdIds}::uuid[]) and not m.is_ended
      and (m.assigned_to is not null or m.assigned_area is not null) and ${inReach(reach, 'm')}`);
}
