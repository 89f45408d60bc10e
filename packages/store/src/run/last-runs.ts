import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import type { RunRow } from './run-row.ts';

/** A run that came to its end. */
export type EndedRun = Pick<RunRow, 'id' | 'is_dry' | 'options' | 'report' | 'created_at'>;

/** The last runs of a county that came to their end, the newest first. */
export function lastRuns(tx: Transaction, reach: Reach, county: string): Promise<EndedRun[]> {
  return tx.rows<EndedRun>(sql`
    select x.id, x.is_dry, x.options, x.report, x.created_at from run x
    where x.region = ${county} and x.state = 'done' and ${inReach(reach, 'x')}
    order by x.created_at desc, x.id limit 30`);
}
