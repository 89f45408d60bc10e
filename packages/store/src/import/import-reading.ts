import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** One time the files of a batch were read. */
export interface ImportReadingRow {
  readonly no: number;
  /** Acts up to this number were laid over the files. */
  readonly acts: number;
  readonly state: 'waiting' | 'done' | 'failed' | 'cancelled';
  readonly report: unknown;
  readonly started_by: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

/** Readings of a batch, the first one first. */
export function listReadings(tx: Transaction, batchId: string): Promise<ImportReadingRow[]> {
  return tx.rows<ImportReadingRow>(sql`select no, acts, state, report, started_by, started_at, ended_at
    from import_reading where batch_id = ${batchId} order by no`);
}

/** The reading under way, or null. */
export function findOpenReading(
  tx: Transaction,
  batchId: string,
): Promise<Pick<ImportReadingRow, 'no' | 'acts'> | null> {
  return tx.find<Pick<ImportReadingRow, 'no' | 'acts'>>(
    sql`select no, acts from import_reading where batch_id = ${batchId} and state = 'waiting' order by no desc limit 1`,
  );
}

/** Begins another reading of a batch that is locked: with everything settled so far. */
export async function beginReading(
  tx: Transaction,
  batch: { readonly id: string; readonly region: string },
  by: { readonly accountId: string | null; readonly at: Date },
): Promise<void> {
  await tx.run(sql`
    insert into import_reading (batch_id, no, region, acts, state, started_by, started_at)
    values (${batch.id}, 1 + coalesce((select max(no) from import_reading where batch_id = ${batch.id}), 0),
      ${batch.region}, coalesce((select max(no) from import_act where batch_id = ${batch.id}), 0), 'waiting',
      ${by.accountId}, ${by.at})`);
}

/** What became of the reading under way. @returns it, or null when there is none */
export function endReading(
  tx: Transaction,
  batchId: string,
  ended: { readonly state: 'done' | 'failed' | 'cancelled'; readonly report: object; readonly at: Date },
): Promise<Pick<ImportReadingRow, 'no' | 'acts'> | null> {
  return tx.find<Pick<ImportReadingRow, 'no' | 'acts'>>(sql`
    update import_reading set state = ${ended.state}, report = ${JSON.stringify(ended.report)}::jsonb, ended_at = ${ended.at}
    where batch_id = ${batchId} and state = 'waiting' returning no, acts`);
}
