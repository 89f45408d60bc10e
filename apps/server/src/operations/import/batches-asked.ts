import type { ImportReport } from '@yangguang/contract/import';
import { type BatchRow, listUsableBatches } from '@yangguang/store/import/import-batch';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { reportIn } from './batch-line.ts';
import { assertWholeCounty, wholeReach } from './whole-reach.ts';

/** Batches that count, with what they came to. */
export interface CountedBatch {
  readonly batch: BatchRow;
  readonly sheets: ImportReport['sheets'];
}

/**
 * The batches of a county (of a campaign, or those named) that a run could use.
 * @throws ApiRefusal API-104 for a county out of reach, or a batch that cannot be used
 */
export async function batchesAsked(
  call: Call,
  asked: {
    readonly region: string;
    readonly campaignId?: string | undefined;
    readonly batches: readonly string[];
  },
): Promise<CountedBatch[]> {
  const { region, campaignId = null, batches } = asked;
  assertWholeCounty(call, region);
  const rows = await call.db.within(call.reach, (tx) =>
    listUsableBatches(tx, wholeReach(call), { region, campaignId, ids: batches }),
  );
  if (batches.length > 0 && rows.length !== new Set(batches).size) throw notFound();
  return rows.map((batch) => ({ batch, sheets: reportIn(batch.report).report?.sheets ?? [] }));
}
