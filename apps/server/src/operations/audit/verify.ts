import { audit } from '@yangguang/contract/audit';
import { waitingJob } from '@yangguang/store/audit/search-reads';
import { handle } from '../../http/call.ts';
import { jobKindNames } from '../../jobs/job-names.ts';

const kind = jobKindNames.verifyStore;

/** One verification at a time is enough: while one waits or runs, it is the answer. */
export const verify = handle(audit.verify, async (_, call) => {
  const jobId = await call.db.within(call.reach, async (tx) => {
    const waiting = await waitingJob(tx, kind);
    return waiting?.id ?? (await call.jobs.add(tx, kind, { by: call.caller.accountId }, kind));
  });
  call.note({ job: jobId });
  return { jobId };
});
