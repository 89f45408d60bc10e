import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account PostgreSQL runs as: it refuses to be root. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
  /** True when Node is root and has to step down. */
  readonly drops: boolean;
}

/**
 * Who PostgreSQL runs as. Root steps down to the owner of an existing cluster, else to the account `yangguang` where the
 * administrator made one, else to nobody. Anybody else stays who she is.
 */
export function chooseRunAs(cluster: string): RunAs {
  const uid = process.getuid?.() ?? 0;
  return uid === 0 ? stepDown(cluster) : { ...accountOf(uid), gid: process.getgid?.() ?? 0, drops: false };
}

function stepDown(cluster: string): RunAs {
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  if (owner !== 0) return { ...accountOf(owner), drops: true };
  const accounts = readAccounts();
  const chosen = ['yangguang', 'nobody'].map((name) => accounts.find((one) => one.name === name));
  return { ...(chosen.find((one) => one !== undefined) ?? accountOf(65534)), drops: true };
}

/** An account that nobody entered in /etc/passwd has its number for a name and a group. */
function accountOf(uid: number): { uid: number; gid: number; name: string } {
  return readAccounts().find((one) => one.uid === uid) ?? { uid, gid: uid, name: String(uid) };
}

/** Options of spawn that step down. */
export function identityOf(runAs: RunAs): { uid?: number; gid?: number } {
  return runAs.drops ? { uid: runAs.uid, gid: runAs.gid } : {};
}

/** True when `runAs` may enter every directory on the way to `path` (the nearest one that exists counts). */
export function canReach(path: string, runAs: RunAs): boolean {
  if (!runAs.drops) return true;
  for (let place = path; ; place = dirname(place)) {
    if (existsSync(place) && !mayEnter(place, runAs)) return false;
    if (dirname(place) === place) return true;
  }
}

function mayEnter(place: string, runAs: RunAs): boolean {
  const stat = statSync(place);
  const bit = stat.uid === runAs.uid ? 0o100 : stat.gid === runAs.gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0;
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  if (!existsSync('/etc/passwd')) return [];
  return (
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      // macOS lists nobody with -2.
      .filter((one) => Number.isInteger(one.uid) && one.uid > 0)
  );
}
