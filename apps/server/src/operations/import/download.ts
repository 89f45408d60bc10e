import { importing } from '@yangguang/contract/import';
import { findImportFile } from '@yangguang/store/import/import-file';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { batchInReach } from './batch-in-reach.ts';

/** Rows set aside and the mapping. What departments sent stays where it is: its rows are in the evidence of leads. */
export const download = handle(importing.download, async ({ fileId }, call) => {
  const file = await call.db.within(call.reach, async (tx) => {
    const found = await findImportFile(tx, fileId);
    if (
      found === null ||
      (found.kind !== 'setAside' && found.kind !== 'mapping') ||
      found.storage_key === null
    )
      throw notFound();
    await batchInReach(tx, call, found.batch_id);
    return found;
  });
  call.note({ batch: file.batch_id, file: file.id, kind: file.kind });
  const mediaType = file.kind === 'setAside' ? 'text/csv; charset=utf-8' : 'application/yaml; charset=utf-8';
  const content = await call.files.read(file.storage_key ?? '');
  return { content, mediaType, fileName: file.name, bytes: Number(file.bytes) };
});
