import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the whole project, absolute, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Every file of the project as paths from its root with `/`, sorted: tracked, or new and not ignored. Where git or its
 * folder is missing (an unpacked archive), every file outside the folders that are made here.
 */
export function listSources() {
  const { status, stdout } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const files = status === 0 ? stdout.split('\0') : walk('');
  return files.filter((file) => file !== '' && existsSync(join(root, file))).sort();
}

const madeHere = new Set(['.git', 'node_modules', 'dist', '.cache', 'demo']);

function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return madeHere.has(entry.name) ? [] : walk(path);
    return entry.isFile() && !entry.name.endsWith('.log') ? [path] : [];
  });
}
