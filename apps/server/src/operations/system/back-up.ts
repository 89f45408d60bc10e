import { system } from '@yangguang/contract/system';
import { waitingJob } from '@yangguang/store/audit/search-reads';
import { handle } from '../../http/call.ts';
import { backupPlace, notBackedUp } from '../../jobs/backup/back-up-store.ts';
import { jobKindNames } from '../../jobs/job-names.ts';

const kind = jobKindNames.backUp;

/** One backup at a time: while one waits or runs, it is the answer. */
export const backUp = handle(system.backUp, async (_input, call) => {
  if (backupPlace(call.settings) === null) throw notBackedUp('BAK-109');
  const jobId = await call.db.within(call.reach, async (tx) => {
    const waiting = await waitingJob(tx, kind);
    return waiting?.id ?? (await call.jobs.add(tx, kind, { by: call.caller.accountId }, kind));
  });
  call.note({ job: jobId });
  return { jobId };
});
