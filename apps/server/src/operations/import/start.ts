import { importing } from '@yangguang/contract/import';
import { startBatch } from '@yangguang/store/import/import-batch';
import { listImportFiles } from '@yangguang/store/import/import-file';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { handle } from '../../http/call.ts';
import { engineKey, jobKindNames } from '../../jobs/job-names.ts';
import { sealPasswords } from '../../jobs/import/passwords.ts';
import { heldBatch } from './batch-in-reach.ts';

/** Starting what was started already changes nothing. */
export const start = handle(importing.start, async ({ id, passwords }, call) => {
  const state = await call.db.within(call.reach, async (tx) => {
    const batch = await heldBatch(tx, call, id);
    if (batch.state !== 'open') return batch.state;
    if ((await listImportFiles(tx, id, 'input')).length === 0) throw intakeRefusal('BAT-103');
    const jobId = await call.jobs.add(tx, jobKindNames.readBatch, { batchId: id }, engineKey);
    const sealed = sealPasswords(call.vault, id, passwords);
    await startBatch(tx, batch, { jobId, private: sealed, by: call.caller.accountId, at: call.now() });
    return 'waiting';
  });
  call.note({ batch: id });
  return { id, state };
});
