import { importing } from '@yangguang/contract/import';
import { handle } from '../../http/call.ts';
import { batchesAsked } from './batches-asked.ts';
import { countByDataSet, countBySender, countSheets } from './count-quality.ts';

export const quality = handle(importing.quality, async (asked, call) => {
  const batches = await batchesAsked(call, asked);
  const sheets = batches.flatMap((one) => one.sheets);
  call.note({ region: asked.region, batches: batches.length });
  return {
    total: countSheets(sheets),
    byDataSet: countByDataSet(sheets, call.policy.dataSets()),
    bySender: countBySender(sheets),
    byBatch: batches.map((one) => ({
      id: one.batch.id,
      title: one.batch.title,
      ...countSheets(one.sheets),
    })),
  };
});
