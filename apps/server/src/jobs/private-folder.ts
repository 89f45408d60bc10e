import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { identify } from '@yangguang/store/embedded/process-identity';

/** Name of folders of a living process: another one of the same number has another name. */
function nameOf(pid: number): string | null {
  const identity = identify(pid);
  return identity === null
    ? null
    : `${pid}-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`;
}

/**
 * Gives `work` a folder that nobody else may enter (mode 0700) and removes it, however the work ends. Whole numbers may
 * lie there for as long as the work lasts.
 */
export async function inPrivateFolder<T>(
  parent: string,
  name: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(parent, `${nameOf(process.pid)}-${name}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Removes what processes that were killed left behind. */
export async function sweepPrivateFolders(parent: string): Promise<void> {
  const found = await readdir(parent).catch(() => []);
  for (const name of found) {
    const [, owner = '', pid = ''] = /^((\d+)-[0-9a-f]{12})-/.exec(name) ?? [];
    if (owner === '' || nameOf(Number(pid)) !== owner)
      await rm(join(parent, name), { recursive: true, force: true });
  }
}
