import type { campaign as campaignContract } from '@yangguang/contract/campaign';
import type { sample as sampleContract } from '@yangguang/contract/sample';
import type { Handlers } from '../http/call.ts';
import { carryOver } from './campaign/carry-over.ts';
import { cases } from './campaign/cases.ts';
import { create } from './campaign/create.ts';
import { extend } from './campaign/extend.ts';
import { get } from './campaign/get.ts';
import { list } from './campaign/list.ts';
import { templates } from './campaign/templates.ts';
import { assign } from './sample/assign.ts';
import { differences } from './sample/differences.ts';
import { draw } from './sample/draw.ts';
import { enter } from './sample/enter.ts';
import { items } from './sample/items.ts';
import { list as listSamples } from './sample/list.ts';
import { open } from './sample/open.ts';
import { repeat } from './sample/repeat.ts';
import { replace } from './sample/replace.ts';

/** Campaigns, samples, sealed referrals and exports. */
export const campaignHandlers = {
  campaign: { templates, create, list, get, cases, extend, carryOver } satisfies Handlers<
    typeof campaignContract
  >,
  sample: {
    draw,
    list: listSamples,
    items,
    open,
    repeat,
    assign,
    replace,
    enter,
    differences,
  } satisfies Handlers<typeof sampleContract>,
};
