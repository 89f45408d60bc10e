import { importing } from '@yangguang/contract/import';
import { runsOver } from '@yangguang/store/import/import-batch';
import { listImportFiles } from '@yangguang/store/import/import-file';
import { handle } from '../../http/call.ts';
import { namesOf } from '../matter/matter-line.ts';
import { batchInReach } from './batch-in-reach.ts';
import { batchLine, fileLine, reportIn } from './batch-line.ts';

export const get = handle(importing.get, async ({ id }, call) => {
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await batchInReach(tx, call, id);
    return {
      ...batchLine(row, await namesOf(tx, [row.opened_by])),
      files: (await listImportFiles(tx, id)).map(fileLine),
      ...reportIn(row.report),
      runs: await runsOver(tx, id),
      revokeReason: row.revoke_reason,
    };
  });
  call.note({ batch: id });
  return answer;
});
