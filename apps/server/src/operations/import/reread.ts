import { importing } from '@yangguang/contract/import';
import { startBatch } from '@yangguang/store/import/import-batch';
import { handle } from '../../http/call.ts';
import { engineKey, jobKindNames } from '../../jobs/job-names.ts';
import { openPasswords, sealPasswords } from '../../jobs/import/passwords.ts';
import { heldBatch } from './batch-in-reach.ts';
import { batchToSettle } from './settling.ts';

/** A batch that is being read is let be: sent twice, it is read once. */
export const reread = handle(importing.reread, async ({ id, version, passwords }, call) => {
  await call.db.within(call.reach, async (tx) => {
    if ((await heldBatch(tx, call, id)).state === 'waiting') return;
    const batch = await batchToSettle(tx, call, id, version);
    const all = [...new Set([...openPasswords(call.vault, batch), ...passwords])].slice(-40);
    const jobId = await call.jobs.add(tx, jobKindNames.readBatch, { batchId: id }, engineKey);
    const sealed = sealPasswords(call.vault, id, all);
    await startBatch(tx, batch, { jobId, private: sealed, by: call.caller.accountId, at: call.now() });
  });
  call.note({ batch: id });
  return { id, state: 'waiting' };
});
