import { importing } from '@yangguang/contract/import';
import { removeImportFile } from '@yangguang/store/import/import-file';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { handle } from '../../http/call.ts';
import { heldBatch } from './batch-in-reach.ts';

export const remove = handle(importing.remove, async ({ batchId, fileId }, call) => {
  const key = await call.db.within(call.reach, async (tx) => {
    const batch = await heldBatch(tx, call, batchId);
    if (batch.state !== 'open') throw intakeRefusal('BAT-102');
    return removeImportFile(tx, batchId, fileId);
  });
  if (key !== null) await call.files.remove(key);
  call.note({ batch: batchId, file: fileId });
  return { removed: key !== null };
});
