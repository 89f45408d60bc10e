import { job } from '@yangguang/contract/job';
import { findJob, hurryJob } from '@yangguang/store/job/list-jobs';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

export const hurry = handle(job.hurry, async ({ id }, call) => {
  const isHurried = await call.db.within(call.reach, async (tx) => {
    if ((await findJob(tx, id)) === null) throw notFound();
    return hurryJob(tx, id, call.now());
  });
  call.note({ job: id });
  return { id, isHurried };
});
