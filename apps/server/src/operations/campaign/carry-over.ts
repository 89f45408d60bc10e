import { campaign } from '@yangguang/contract/campaign';
import { carryOver as carry, countCarried } from '@yangguang/store/campaign/look-back';
import { inWholeCampaign } from '@yangguang/store/campaign/whole-campaign';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { handsOf } from '../matter/hands-of.ts';
import { campaignInReach } from './campaign-in-reach.ts';

export const carryOver = handle(campaign.carryOver, async ({ id }, call) => {
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await campaignInReach(tx, call, id);
    // Addressed to one is not one's own: the list is the campaign's office's.
    if (!handsOf(call).some(({ area }) => row.region.startsWith(area))) throw new ApiRefusal('API-103');
    const before = await countCarried(tx, call.reach, id);
    // The list holds all that is open; the numbers told are those of the caller's reach.
    const by = { accountId: call.caller.accountId, at: call.now() };
    await inWholeCampaign(tx, row.region, () => carry(tx, id, by));
    const onList = await countCarried(tx, call.reach, id);
    return { added: onList - before, onList };
  });
  call.note({ campaign: id, ...answer });
  return answer;
});
