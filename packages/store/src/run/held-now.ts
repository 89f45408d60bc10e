import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { inForce, type SessionAppointment } from '../account/session.ts';

/** Appointments somebody holds now, without a session: none when the account is disabled. For work done in their name. */
export function appointmentsHeldNow(
  tx: Transaction,
  accountId: string,
  now: Date,
): Promise<SessionAppointment[]> {
  return tx.rows<SessionAppointment>(sql`
    select p.role, p.area, p.programmes, p.kind from appointment p join account a on a.id = p.account_id
    where p.account_id = ${accountId} and a.disabled_at is null and p.kind = 'regular' and ${inForce(now)}
    order by p.id`);
}
