import type { audit as auditContract } from '@yangguang/contract/audit';
import type { household as householdContract } from '@yangguang/contract/household';
import type { division as divisionContract } from '@yangguang/contract/division';
import type { identity as identityContract } from '@yangguang/contract/identity';
import type { lead as leadContract } from '@yangguang/contract/lead';
import type { view as viewContract } from '@yangguang/contract/view';
import type { Handlers } from '../http/call.ts';
import { person } from './audit/person.ts';
import { roots } from './audit/roots.ts';
import { search as searchAudit } from './audit/search.ts';
import { status } from './audit/status.ts';
import { steps } from './audit/steps.ts';
import { verify } from './audit/verify.ts';
import { benefits } from './household/benefits.ts';
import { find } from './household/find.ts';
import { get as getHousehold } from './household/get.ts';
import { declareKin, kin, withdrawKin } from './household/kin.ts';
import { print } from './household/print.ts';
import { search as searchHouseholds } from './household/search.ts';
import { unmask } from './household/unmask.ts';
import { exportJudgements } from './identity/export.ts';
import { judge } from './identity/judge.ts';
import { list as listJudgements } from './identity/list.ts';
import { upload as uploadJudgements } from './identity/upload.ts';
import { get as getLead } from './lead/get.ts';
import { households } from './lead/households.ts';
import { list } from './lead/list.ts';
import { merge } from './lead/merge.ts';
import { outline } from './lead/outline.ts';
import { pick } from './lead/pick.ts';
import { precision } from './lead/precision.ts';
import { queue } from './lead/queue.ts';
import { tally } from './lead/tally.ts';
import { window } from './lead/window.ts';
import { children } from './division/children.ts';
import { names } from './division/names.ts';
import { list as listViews } from './view/list.ts';
import { remove as removeView } from './view/remove.ts';
import { save as saveView } from './view/save.ts';

/** What was found, about whom, and who looked at it. */
export const leadHandlers = {
  lead: {
    list,
    households,
    outline,
    window,
    tally,
    pick,
    get: getLead,
    precision,
    queue,
    merge,
  } satisfies Handlers<typeof leadContract>,
  identity: {
    judge,
    list: listJudgements,
    upload: uploadJudgements,
    export: exportJudgements,
  } satisfies Handlers<typeof identityContract>,
  view: { list: listViews, save: saveView, remove: removeView } satisfies Handlers<typeof viewContract>,
  division: { children, names } satisfies Handlers<typeof divisionContract>,
  household: {
    get: getHousehold,
    find,
    search: searchHouseholds,
    unmask,
    print,
    benefits,
    declareKin,
    withdrawKin,
    kin,
  } satisfies Handlers<typeof householdContract>,
  audit: { search: searchAudit, person, steps, status, verify, roots } satisfies Handlers<
    typeof auditContract
  >,
};
