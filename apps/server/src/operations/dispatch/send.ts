import { dispatch } from '@yangguang/contract/dispatch';
import { covers } from '@yangguang/domain/people/scope';
import { addDispatch, dispatchGroups, findDispatch, setDispatchJob } from '@yangguang/store/run/dispatch-row';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { jobKindNames } from '../../jobs/job-names.ts';
import { campaignInReach } from '../campaign/campaign-in-reach.ts';
import { dispatchFilter } from './dispatch-filter.ts';

export const send = handle(dispatch.send, async ({ id, expected, ...input }, call) => {
  const filter = dispatchFilter(input, call);
  if (!call.by.some((one) => covers(one, filter.area, 'none'))) throw notFound();
  const state = await call.db.within(call.reach, async (tx) => {
    if (filter.campaignId !== null) await campaignInReach(tx, call, filter.campaignId);
    const wanted = { ...filter, id, by: call.caller.accountId, at: call.now() };
    if (!(await addDispatch(tx, call.vault, wanted)))
      return (await findDispatch(tx, call.reach, id))?.state ?? 'waiting';
    const groups = await dispatchGroups(tx, call.reach, filter);
    if (groups.reduce((all, group) => all + group.leads, 0) !== expected) throw intakeRefusal('DSP-102');
    const payload = { dispatchId: id, expected };
    // One at a time in a county: two would only wait for each other at the journal.
    const key = `dispatch ${filter.area.slice(0, 6)}`;
    await setDispatchJob(tx, id, await call.jobs.add(tx, jobKindNames.sendDispatch, payload, key));
    return 'waiting';
  });
  call.note({ dispatch: id, area: filter.area, leads: expected });
  return { id, state };
});
