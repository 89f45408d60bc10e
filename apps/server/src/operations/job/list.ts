import { job } from '@yangguang/contract/job';
import { type JobRow, listJobs, queueState } from '@yangguang/store/job/list-jobs';
import { handle } from '../../http/call.ts';
import { pageAfter, pageOf } from '../page-after.ts';

export const list = handle(job.list, async (input, call) => {
  const { rows, queue } = await call.db.within(call.reach, async (tx) => ({
    rows: await listJobs(tx, { states: input.state }, pageAfter(input)),
    queue: await queueState(tx, call.now()),
  }));
  return {
    ...pageOf(rows, input.limit, (row) => row.id, jobLine),
    ...queue,
    oldestWaitsSince: queue.oldestWaitsSince?.toISOString() ?? null,
  };
});

function jobLine({ state, progress, stageZh: zh, stageEn: en, cancelAsked, ...row }: JobRow) {
  return {
    id: row.id,
    kind: row.kind,
    progress: { state, fraction: progress, stage: zh === null || en === null ? null : { zh, en } },
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    isToStop: cancelAsked,
    lastError: row.lastError,
    runAfter: row.runAfter.toISOString(),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
