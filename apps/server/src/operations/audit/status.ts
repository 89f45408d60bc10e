import { audit } from '@yangguang/contract/audit';
import { listDailyRoots } from '@yangguang/store/audit/daily-root';
import { auditStatus } from '@yangguang/store/audit/search-reads';
import { handle } from '../../http/call.ts';
import { jobKindNames } from '../../jobs/job-names.ts';
import { rootLine } from './roots.ts';
import { outcomeLine } from './verify-outcome.ts';

export const status = handle(audit.status, async (_, call) => {
  const { ends, newest } = await call.db.within(call.reach, async (tx) => ({
    ends: await auditStatus(tx, jobKindNames.verifyStore),
    newest: (await listDailyRoots(tx, { before: null, limit: 1 }))[0],
  }));
  call.note({ status: true });
  return {
    isRunning: ends.isRunning,
    stepSeq: ends.step.seq.toString(),
    stepHash: ends.step.hash.toString('hex'),
    readSeq: ends.read.seq.toString(),
    readHash: ends.read.hash.toString('hex'),
    newestRoot: newest === undefined ? null : rootLine(newest),
    lastVerified: ends.lastVerified === null ? null : outcomeLine(ends.lastVerified),
  };
});
