import { importing } from '@yangguang/contract/import';
import { UserError } from '@yangguang/domain/errors/user-error';
import { addImportFile, findSameFiles } from '@yangguang/store/import/import-file';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import type { StoredFile } from '../../files/file-store.ts';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { batchInReach, heldBatch } from './batch-in-reach.ts';
import { fileLine } from './batch-line.ts';
import { wholeReach } from './whole-reach.ts';

export const upload = handle(importing.upload, async ({ batchId, fileName: name }, call) => {
  // Asked before a byte is read, and again when the file is entered.
  const batch = await call.db.within(call.reach, (tx) => batchInReach(tx, call, batchId));
  if (batch.state !== 'open') throw intakeRefusal('BAT-102');
  const stored = await receive(call);
  const { key: storageKey, ...content } = stored;
  try {
    const { row, isOld, same } = await call.db.within(call.reach, async (tx) => {
      const held = await heldBatch(tx, call, batchId);
      if (held.state !== 'open') throw intakeRefusal('BAT-102');
      const by = call.caller.accountId;
      const file = {
        id: call.newId(),
        kind: 'input' as const,
        name,
        ...content,
        storageKey,
        by,
        at: call.now(),
      };
      const added = await addImportFile(tx, held, file);
      return { ...added, same: await findSameFiles(tx, wholeReach(call), batchId) };
    });
    if (isOld) await call.files.remove(storageKey);
    call.note({ batch: batchId, file: row.id, sm3: row.sm3.toString('hex') });
    return fileLine(row, same);
  } catch (error) {
    // When the database was lost nobody knows whether the row is there: a file too many is better than one too few.
    if (!(error instanceof UserError && error.code === 'DB-110')) await call.files.remove(storageKey);
    throw error;
  }
});

/** @throws UserError FILE-101, API-108 when the bytes break off; nothing is kept then */
async function receive({ files, body, settings }: Call): Promise<StoredFile> {
  try {
    return await files.put(body, settings.UPLOAD_LIMIT_MB * 1024 * 1024);
  } catch (error) {
    // What still arrives is let through unread: a connection with bytes nobody takes is neither busy nor idle.
    body.resume();
    throw body.errored === null ? error : new ApiRefusal('API-108');
  }
}
