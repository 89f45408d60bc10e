import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImportFileRow } from '@yangguang/store/import/import-file';
import type { Office } from '../http/call.ts';

/**
 * Puts the decrypted files of batches into a folder, under the names they were sent with. A name that another batch
 * brought already goes into a folder of its batch's number.
 * @returns of each batch, the names in the folder by the names that were sent
 * @throws UserError FILE-102 when one is missing or was changed; the abort's reason
 */
export async function unpackFiles(
  office: Pick<Office, 'files'>,
  files: readonly ImportFileRow[],
  folder: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const batches = [...new Set(files.map((file) => file.batch_id))];
  const taken = new Set<string>();
  const placed = new Map<string, Map<string, string>>(batches.map((id) => [id, new Map()]));
  for (const file of files) {
    signal.throwIfAborted();
    if (file.storage_key === null) continue;
    const key = file.name.toLowerCase();
    const name = taken.has(key) ? `批次${batches.indexOf(file.batch_id) + 1}/${file.name}` : file.name;
    taken.add(key);
    placed.get(file.batch_id)?.set(file.name, name);
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const content = await office.files.read(file.storage_key);
    await pipeline(content, createWriteStream(path, { mode: 0o600 }), { signal });
  }
  return placed;
}
