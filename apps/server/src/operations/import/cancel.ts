import { importing } from '@yangguang/contract/import';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { handle } from '../../http/call.ts';
import { heldBatch } from './batch-in-reach.ts';

export const cancel = handle(importing.cancel, async ({ id }, call) => {
  const state = await call.db.within(call.reach, async (tx) => {
    const batch = await heldBatch(tx, call, id);
    if (batch.state === 'cancelled') return batch.state;
    if (batch.state !== 'waiting' || batch.job_id === null) throw intakeRefusal('RUN-204');
    await call.jobs.cancel(tx, batch.job_id);
    return batch.state;
  });
  call.note({ batch: id });
  return { id, state };
});
