import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what uploads left behind whose process was killed: files begun and never finished, untouched since `before`.
 * Younger ones may be another server's, still arriving.
 * @returns how many
 */
export async function sweepParts(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const name of names.filter((one) => one.endsWith('.part'))) {
    const path = join(folder, name);
    const { mtime } = await stat(path).catch(() => ({ mtime: null }));
    if (mtime === null || mtime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
