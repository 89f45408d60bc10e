import type { Reach, Transaction } from '../database.ts';
import { inReach } from './in-reach.ts';
import { sql } from '../sql.ts';

/** What one person has in hand, by workflow and state. */
export interface QueueCount {
  readonly workflow: string;
  readonly state: string;
  readonly open: number;
  readonly overdue: number;
  /** Due within the next seven days, today included. */
  readonly dueSoon: number;
  readonly nextDueOn: string | null;
}

/** Counts over the matters assigned to the account: bounded by what one person can carry. */
export function countQueue(
  tx: Transaction,
  accountId: string,
  today: string,
  reach: Reach,
): Promise<QueueCount[]> {
  return tx.rows<QueueCount>(sql`
    select workflow, state, count(*)::integer as open,
      (count(*) filter (where due_on < ${today}::date))::integer as overdue,
      (count(*) filter (where due_on between ${today}::date and ${today}::date + 7))::integer as "dueSoon",
      min(due_on) as "nextDueOn"
    from matter m where m.assigned_to = ${accountId} and not m.is_ended and ${inReach(reach, 'm')}
    group by workflow, state order by workflow, state`);
}
