import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { belongsToCluster, findOfCluster, identify } from './process-identity.ts';

/** A running PostgreSQL, as its own pid file tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly isReady: boolean;
}

/**
 * The PostgreSQL that runs in this cluster, or null. A pid file that names a dead process, somebody else's process, or
 * nothing (disk full, power cut) names no PostgreSQL.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port, socketFolder, , , status] = readFileSync(file, 'utf8').split('\n');
  const number = Number(pid);
  if (!Number.isInteger(number) || number <= 0 || !belongsToCluster(number, cluster)) return null;
  return {
    pid: number,
    port: Number(port),
    socketFolder: socketFolder?.trim() ?? '',
    isReady: status?.trim() === 'ready',
  };
}

/**
 * Ends whatever still runs in the cluster after its launcher died, and takes away a pid file that would stop the next
 * start. A clean end first; the hard one only after `patienceMs` (it loses nothing that was committed).
 */
export async function clearCluster(cluster: string, patienceMs = 20_000): Promise<void> {
  const orphan = findPostmaster(cluster);
  if (orphan) await endPostmaster(orphan.pid, cluster, patienceMs);
  await endChildren(cluster);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Ends what a dead postmaster left behind. Its children notice and go by themselves, at once or nearly; one that stays
 * can do nothing useful any more, and what was committed is on the disk.
 */
async function endChildren(cluster: string): Promise<void> {
  for (let waited = 0; waited < 500; waited += 10) {
    if (findOfCluster(cluster).length === 0) return;
    await sleep(10);
  }
  const left = findOfCluster(cluster);
  await Promise.all(left.map((pid) => endProcess(pid, cluster, ['SIGKILL'], 3000)));
}

/** Stops PostgreSQL: running statements are cut off, what was committed is written out. */
export async function endPostmaster(pid: number, cluster: string, patienceMs = 20_000): Promise<void> {
  await endProcess(pid, cluster, ['SIGINT', 'SIGQUIT', 'SIGKILL'], patienceMs);
}

async function endProcess(
  pid: number,
  cluster: string,
  signals: readonly NodeJS.Signals[],
  patienceMs: number,
): Promise<void> {
  for (const signal of signals) {
    if (!belongsToCluster(pid, cluster)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await isGoneWithin(pid, patienceMs)) return;
  }
}

async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 20) {
    if (identify(pid) === null) return true;
    await sleep(20);
  }
  return identify(pid) === null;
}
