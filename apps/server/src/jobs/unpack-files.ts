import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImportFileRow } from '@yangguang/store/import/import-file';
import type { Office } from '../http/call.ts';

/**
 * Puts the decrypted files of batches into a folder, under the names they were sent with. A name that another batch
 * brought already goes into a folder of its batch's number.
 * @throws UserError FILE-102 when one is missing or was changed; the abort's reason
 */
export async function unpackFiles(
  office: Pick<Office, 'files'>,
  files: readonly ImportFileRow[],
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const batches = [...new Set(files.map((file) => file.batch_id))];
  const taken = new Set<string>();
  for (const file of files) {
    signal.throwIfAborted();
    if (file.storage_key === null) continue;
    const key = file.name.toLowerCase();
    const home = taken.has(key) ? join(folder, `批次${batches.indexOf(file.batch_id) + 1}`) : folder;
    taken.add(key);
    const path = join(home, file.name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const content = await office.files.read(file.storage_key);
    await pipeline(content, createWriteStream(path, { mode: 0o600 }), { signal });
  }
}
