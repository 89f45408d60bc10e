import { run } from '@yangguang/contract/run';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { findRun } from '@yangguang/store/run/run-row';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { wholeReach } from '../import/whole-reach.ts';

export const cancel = handle(run.cancel, async ({ id }, call) => {
  const state = await call.db.within(call.reach, async (tx) => {
    const row = await findRun(tx, wholeReach(call), id);
    if (row === null) throw notFound();
    if (row.state === 'cancelled') return row.state;
    if (row.state !== 'waiting' || row.job_id === null) throw intakeRefusal('RUN-204');
    await call.jobs.cancel(tx, row.job_id);
    return row.state;
  });
  call.note({ run: id });
  return { id, state };
});
