import { importing } from '@yangguang/contract/import';
import { listImportActs } from '@yangguang/store/import/import-act';
import { runsOver } from '@yangguang/store/import/import-batch';
import { findSameFiles, listImportFiles } from '@yangguang/store/import/import-file';
import { listReadings } from '@yangguang/store/import/import-reading';
import { handle } from '../../http/call.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';
import { batchInReach } from './batch-in-reach.ts';
import { actLine, batchLine, fileLines, readingLine, reportIn } from './batch-line.ts';
import { wholeReach } from './whole-reach.ts';

export const get = handle(importing.get, async ({ id }, call) => {
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await batchInReach(tx, call, id);
    const [acts, readings] = [await listImportActs(tx, id), await listReadings(tx, id)];
    const names = await namesOf(tx, [
      row.opened_by,
      row.revoked_by,
      ...acts.map((act) => act.settled_by),
      ...readings.map((reading) => reading.started_by),
    ]);
    const files = fileLines(await listImportFiles(tx, id), await findSameFiles(tx, wholeReach(call), id));
    return {
      ...batchLine(row, names, files.filter(({ kind }) => kind === 'input').length),
      ...{ files, ...reportIn(row.report) },
      reading: row.reading_no,
      readings: readings.map((reading) => readingLine(reading, names)),
      acts: acts.map((act) => actLine(act, names, row.acts_applied)),
      waitingActs: acts.filter(({ no }) => no > row.acts_applied).length,
      runs: await runsOver(tx, id),
      revokeReason: row.revoke_reason,
      revokedBy: colleague(row.revoked_by, names),
      revokedAt: row.revoked_at?.toISOString() ?? null,
      replacedBy: row.replaced_by,
    };
  });
  call.note({ batch: id });
  return answer;
});
