import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identify } from './process-identity.ts';

/**
 * Makes this process the one that looks after the cluster, or says which living process already does (then PostgreSQL is
 * used together). A lock left by a dead process is taken over.
 */
export function takeLauncherLock(file: string): { readonly isNew: boolean; readonly holder: number } {
  for (let attempt = 0; attempt < 100; attempt++) {
    const holder = readHolder(file);
    if (holder === 'none') {
      if (writeLock(file)) return { isNew: true, holder: process.pid };
    } else if (holder === 'dead') rmSync(file, { force: true });
    else return { isNew: false, holder };
  }
  throw new Error(`The lock ${file} is taken and given up again and again.`);
}

/** Gives the lock back, if it is ours. */
export function releaseLauncherLock(file: string): void {
  if (readHolder(file) === process.pid) rmSync(file, { force: true });
}

function readHolder(file: string): number | 'none' | 'dead' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 'none';
  }
  const [, pid, identity] = /^(\d+) (.+)$/.exec(text.trim()) ?? [];
  const number = Number(pid);
  return Number.isInteger(number) && number > 0 && identify(number) === identity ? number : 'dead';
}

/** Written aside and linked into place: nobody ever reads half a lock. */
function writeLock(file: string): boolean {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${process.pid} ${identify(process.pid)}\n`, { mode: 0o644 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
