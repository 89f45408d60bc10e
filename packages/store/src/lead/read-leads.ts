import type { Reach, Transaction } from '../database.ts';
import { inReach, unrestricted } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import { leadColumns, type LeadRow } from './lead-row.ts';

/** A finding with the state of its matter. */
export type LeadOnCard = LeadRow & {
  readonly state: string;
  readonly is_ended: boolean;
  readonly due_on: string | null;
  readonly version: number;
};

/**
 * Findings of these matters, in one statement. Those out of reach are not among them; a restricted lead opens only with
 * a reach that opens restricted ones.
 */
export function leadsOfMatters(
  tx: Transaction,
  reach: Reach,
  matterIds: readonly string[],
): Promise<LeadRow[]> {
  return tx.rows<LeadRow>(sql`select ${leadColumns} from lead x
    where x.matter_id = any(${matterIds}::uuid[]) and ${inReach(reach, 'x')} and ${unrestricted(reach)}`);
}

/** The finding of a matter, or null when there is none in reach. */
export function findLead(tx: Transaction, reach: Reach, matterId: string): Promise<LeadRow | null> {
  return tx.find<LeadRow>(sql`select ${leadColumns} from lead x
    where x.matter_id = ${matterId} and ${inReach(reach, 'x')} and ${unrestricted(reach)}`);
}

/** Everything found about a household, open ones first, then by severity. */
export function leadsOfHousehold(tx: Transaction, reach: Reach, householdId: string): Promise<LeadOnCard[]> {
  return tx.rows<LeadOnCard>(sql`
    select ${leadColumns}, m.state, m.is_ended, m.due_on, m.version from lead x join matter m on m.id = x.matter_id
    where x.household_id = ${householdId} and ${inReach(reach, 'x')} and ${unrestricted(reach)}
    order by m.is_ended, array_position(array['serious', 'suspect', 'info'], x.severity), x.rule, x.id limit 500`);
}
