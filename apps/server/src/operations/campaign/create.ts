import { campaign } from '@yangguang/contract/campaign';
import { handle } from '../../http/call.ts';
import { templateOf } from './campaign-plan.ts';
import { createCampaign } from './create-campaign.ts';

export const create = handle(campaign.create, (input, call) => {
  const { stepId: _, ...content } = input;
  return createCampaign(call, input, content, () => ({
    template: templateOf(call.policy, input.template),
    year: input.year,
  }));
});
