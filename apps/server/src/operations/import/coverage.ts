import { importing } from '@yangguang/contract/import';
import { handle } from '../../http/call.ts';
import { batchesAsked } from './batches-asked.ts';
import { countCoverage } from './count-coverage.ts';

export const coverage = handle(importing.coverage, async (asked, call) => {
  const batches = await batchesAsked(call, asked);
  call.note({ region: asked.region, batches: batches.length });
  return countCoverage(batches, call.policy.dataSets(), call.policy.rules);
});
