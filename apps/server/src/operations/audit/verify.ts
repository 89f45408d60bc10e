import { audit } from '@yangguang/contract/audit';
import { waitingVerification } from '@yangguang/store/audit/search-reads';
import { handle } from '../../http/call.ts';

/** One verification at a time is enough: while one waits or runs, it is the answer. */
export const verify = handle(audit.verify, async (_, call) => {
  const jobId = await call.db.within(call.reach, async (tx) => {
    const waiting = await waitingVerification(tx);
    return waiting?.id ?? (await call.jobs.add(tx, 'verify', { by: call.caller.accountId }, 'verify'));
  });
  call.note({ job: jobId });
  return { jobId };
});
