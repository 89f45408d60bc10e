import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from './pack-error.ts';

/** One directory that holds a policy pack or an overlay. */
export interface PackRoot {
  readonly dir: string;
  /** All files, relative with '/' separators, sorted by code point. */
  readonly files: readonly string[];
}

/** @throws PackError PACK-30 when the directory does not exist */
export function openPackRoot(dir: string): PackRoot {
  if (!existsSync(dir)) {
    throw new PackError(
      'PACK-30',
      { file: dir, line: 1 },
      {
        zh: '政策包目录不存在。请核对路径。',
        en: 'The policy directory does not exist. Check the path.',
      },
    );
  }
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && !f.name.startsWith('.') && !f.name.startsWith('~$'))
    .map((f) => join(f.parentPath, f.name).slice(join(dir).length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort((a, b) => (a < b ? -1 : 1));
  return { dir, files };
}

/** Files of a root under a folder with an ending, such as ('law/', '.yml'). */
export function filesUnder(root: PackRoot, folder: string, ending: string): string[] {
  return root.files.filter((f) => f.startsWith(folder) && f.endsWith(ending));
}

/** Text of one file of the pack, without byte-order mark. */
export function readPackFile(root: PackRoot, file: string): string {
  return readFileSync(join(root.dir, file), 'utf8').replace(/^\uFEFF/, '');
}

/** SHA-256 over names and contents of all files of all roots, in order: equal packs, equal hash, on any machine. */
export function hashRoots(roots: readonly PackRoot[]): string {
  const hash = createHash('sha256');
  for (const [i, root] of roots.entries()) {
    for (const file of root.files) {
      const bytes = readFileSync(join(root.dir, file));
      hash.update(`${i}\0${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}
