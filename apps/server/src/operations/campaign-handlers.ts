import type { campaign as campaignContract } from '@yangguang/contract/campaign';
import type { Handlers } from '../http/call.ts';
import { carryOver } from './campaign/carry-over.ts';
import { cases } from './campaign/cases.ts';
import { create } from './campaign/create.ts';
import { extend } from './campaign/extend.ts';
import { get } from './campaign/get.ts';
import { list } from './campaign/list.ts';
import { templates } from './campaign/templates.ts';

/** Campaigns, samples, sealed referrals and exports. */
export const campaignHandlers = {
  campaign: { templates, create, list, get, cases, extend, carryOver } satisfies Handlers<
    typeof campaignContract
  >,
};
