import { importing } from '@yangguang/contract/import';
import { openBatch } from '@yangguang/store/import/import-batch';
import { handle } from '../../http/call.ts';
import { campaignInReach } from '../campaign/campaign-in-reach.ts';
import { assertWholeCounty } from './whole-reach.ts';

export const open = handle(importing.open, async ({ id, region, title, campaignId }, call) => {
  assertWholeCounty(call, region);
  const batch = { id, region, title, campaignId, by: call.caller.accountId, at: call.now() };
  await call.db.within(call.reach, async (tx) => {
    if (campaignId !== null) await campaignInReach(tx, call, campaignId);
    await openBatch(tx, call.vault, batch);
  });
  call.note({ batch: id, region });
  return { id };
});
