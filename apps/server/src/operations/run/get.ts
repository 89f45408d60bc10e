import { run, RunReport } from '@yangguang/contract/run';
import { batchesOf, findRun } from '@yangguang/store/run/run-row';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { failureIn } from '../import/batch-line.ts';
import { wholeReach } from '../import/whole-reach.ts';
import { namesOf } from '../matter/matter-line.ts';
import { runLine } from './run-line.ts';

export const get = handle(run.get, async ({ id }, call) => {
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await findRun(tx, wholeReach(call), id);
    if (row === null) throw notFound();
    const read = RunReport.safeParse(row.report);
    return {
      ...runLine(row, await namesOf(tx, [row.started_by])),
      batches: await batchesOf(tx, id),
      report: read.success ? read.data : null,
      failure: failureIn(row.report),
    };
  });
  call.note({ run: id });
  return answer;
});
