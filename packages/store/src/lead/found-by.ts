import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import type { LeadRow } from './lead-row.ts';

/** The run that found a lead last, with what it read. */
export interface FindingRun {
  readonly id: string;
  readonly as_of: string | null;
  readonly ended_at: Date | null;
  readonly batches: readonly { readonly id: string; readonly title: string; readonly opened_at: Date }[];
}

/** The newest run that found it and its batches, in reach; null to whom the run is out of reach. */
export async function findingRun(
  tx: Transaction,
  reach: Reach,
  { last_run_id: id }: Pick<LeadRow, 'last_run_id'>,
): Promise<FindingRun | null> {
  const run = await tx.find<Omit<FindingRun, 'batches'>>(
    sql`select x.id, x.as_of, x.ended_at from run x where x.id = ${id} and ${inReach(reach, 'x')}`,
  );
  if (run === null) return null;
  const batches = await tx.rows<FindingRun['batches'][number]>(sql`
    select x.id, x.title, x.opened_at from run_batch r join import_batch x on x.id = r.batch_id
    where r.run_id = ${id} and ${inReach(reach, 'x')} order by x.opened_at, x.id`);
  return { ...run, batches };
}
