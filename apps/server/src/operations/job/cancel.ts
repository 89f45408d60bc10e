import { job } from '@yangguang/contract/job';
import { findJob } from '@yangguang/store/job/list-jobs';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

export const cancel = handle(job.cancel, async ({ id }, call) => {
  await call.db.within(call.reach, async (tx) => {
    if ((await findJob(tx, id)) === null) throw notFound();
    await call.jobs.cancel(tx, id);
  });
  call.note({ job: id });
  return { id };
});
