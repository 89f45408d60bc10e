import type { campaign as campaignContract } from '@yangguang/contract/campaign';
import type { exporting } from '@yangguang/contract/export';
import type { ledger as ledgerContract } from '@yangguang/contract/ledger';
import type { receiverKey as receiverKeyContract } from '@yangguang/contract/receiver-key';
import type { referral as referralContract } from '@yangguang/contract/referral';
import type { sample as sampleContract } from '@yangguang/contract/sample';
import type { statistics as statisticsContract } from '@yangguang/contract/statistics';
import type { Handlers } from '../http/call.ts';
import { carryOver } from './campaign/carry-over.ts';
import { cases } from './campaign/cases.ts';
import { createByHand } from './campaign/create-by-hand.ts';
import { create } from './campaign/create.ts';
import { deadlines } from './campaign/deadlines.ts';
import { extend } from './campaign/extend.ts';
import { get } from './campaign/get.ts';
import { list } from './campaign/list.ts';
import { lookBack } from './campaign/look-back.ts';
import { preview } from './campaign/preview.ts';
import { tasks } from './campaign/tasks.ts';
import { templates } from './campaign/templates.ts';
import { list as listExports } from './export/list.ts';
import { make } from './export/make.ts';
import { download as downloadLedger } from './ledger/download.ts';
import { get as getLedger } from './ledger/get.ts';
import { list as listLedgers } from './ledger/list.ts';
import { lock } from './ledger/lock.ts';
import { type } from './ledger/type.ts';
import { list as listKeys } from './receiver-key/list.ts';
import { register } from './receiver-key/register.ts';
import { revoke } from './receiver-key/revoke.ts';
import { download } from './referral/download.ts';
import { packages } from './referral/packages.ts';
import { receive } from './referral/receive.ts';
import { receivers } from './referral/receivers.ts';
import { send } from './referral/send.ts';
import { assign } from './sample/assign.ts';
import { differences } from './sample/differences.ts';
import { draw } from './sample/draw.ts';
import { enter } from './sample/enter.ts';
import { items } from './sample/items.ts';
import { list as listSamples } from './sample/list.ts';
import { open } from './sample/open.ts';
import { repeat } from './sample/repeat.ts';
import { replace } from './sample/replace.ts';
import { board } from './statistics/board.ts';

/** Campaigns, their ledgers and board, samples, sealed referrals and exports. */
export const campaignHandlers = {
  campaign: {
    templates,
    create,
    createByHand,
    preview,
    list,
    get,
    cases,
    tasks,
    deadlines,
    lookBack,
    extend,
    carryOver,
  } satisfies Handlers<typeof campaignContract>,
  ledger: { list: listLedgers, get: getLedger, type, lock, download: downloadLedger } satisfies Handlers<
    typeof ledgerContract
  >,
  statistics: { board } satisfies Handlers<typeof statisticsContract>,
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
  receiverKey: { register, list: listKeys, revoke } satisfies Handlers<typeof receiverKeyContract>,
  referral: { receivers, send, packages, download, receive } satisfies Handlers<typeof referralContract>,
  export: { make, list: listExports } satisfies Handlers<typeof exporting>,
};
