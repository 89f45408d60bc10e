import { dispatch, DispatchReport } from '@yangguang/contract/dispatch';
import { findDispatch } from '@yangguang/store/run/dispatch-row';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { failureIn } from '../import/batch-line.ts';
import { progressLine } from '../import/progress-line.ts';
import { wholeReach } from '../import/whole-reach.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';

/** One's own, or with all programmes of the area: its numbers count them all. */
export const get = handle(dispatch.get, async ({ id }, call) => {
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await findDispatch(tx, call.reach, id);
    const mayRead =
      row !== null &&
      (row.sent_by === call.caller.accountId || (await findDispatch(tx, wholeReach(call), id)) !== null);
    if (!mayRead) throw notFound();
    const read = DispatchReport.safeParse(row.report);
    return {
      id,
      area: row.region,
      campaignId: row.campaign_id,
      state: row.state,
      progress: progressLine(row),
      report: read.success ? read.data : null,
      failure: failureIn(row.report),
      sentBy: colleague(row.sent_by, await namesOf(tx, [row.sent_by])),
      createdAt: row.created_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      version: row.version,
    };
  });
  call.note({ dispatch: id });
  return answer;
});
