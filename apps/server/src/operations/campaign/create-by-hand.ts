import { campaign } from '@yangguang/contract/campaign';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import { handle } from '../../http/call.ts';
import { createCampaign } from './create-campaign.ts';
import { handTemplate, yearOf } from './hand-template.ts';

export const createByHand = handle(campaign.createByHand, (input, call) => {
  const { stepId: _, plan, ...content } = input;
  for (const text of [input.title, ...plan.tasks.flatMap(({ zh, quote }) => [zh, quote])])
    refuseNumbers(text);
  return createCampaign(call, input, { ...content, plan: { ...plan } }, () => ({
    template: handTemplate(plan, input.title),
    year: yearOf(plan),
    sampleShare: plan.sampleShare,
  }));
});
