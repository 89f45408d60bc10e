import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** True when a process of this number lives, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A word that tells this process from a later one of the same number: its start time, within this boot of the machine.
 * null when it is gone.
 */
export function identify(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (existsSync('/proc/self/stat')) return identifyOnLinux(pid);
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

function identifyOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; field 22 counts from after it. A zombie is gone for our purpose.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

/** True when `pid` is a PostgreSQL process of this cluster: its working directory is the data directory. */
export function belongsToCluster(pid: number, cluster: string): boolean {
  if (existsSync('/proc/self/stat')) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster && identify(pid) !== null;
    } catch {
      return false;
    }
  }
  const command = ask('ps', ['-o', 'command=', '-p', String(pid)]);
  return command !== null && command.includes('postgres') && command.includes(cluster);
}

/** Every living PostgreSQL process of this cluster (Linux; elsewhere none is found and PostgreSQL's own checks decide). */
export function findOfCluster(cluster: string): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => belongsToCluster(pid, cluster));
}

function ask(command: string, parameters: readonly string[]): string | null {
  try {
    return (
      execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      null
    );
  } catch {
    return null;
  }
}
