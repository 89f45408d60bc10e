import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Programs } from './find-programs.ts';
import { didNotStart, diskFull, noPermission, wrongVersion } from './refusals.ts';
import { canReach, identityOf, type RunAs } from './run-as.ts';

const run = promisify(execFile);

/** Places of one embedded database. */
export interface ClusterPlaces {
  /** Everything of this database lies below. */
  readonly home: string;
  /** PostgreSQL's data directory. */
  readonly cluster: string;
  /** Passwords, mode 0600. */
  readonly ownerPassword: string;
  readonly superuserPassword: string;
  readonly lock: string;
  /** What PostgreSQL said while it started. */
  readonly startLog: string;
}

/** Where the parts of the embedded database lie. */
export function placesIn(home: string): ClusterPlaces {
  return {
    home,
    cluster: join(home, 'cluster'),
    ownerPassword: join(home, 'password'),
    superuserPassword: join(home, 'superuser-password'),
    lock: join(home, 'launcher.pid'),
    startLog: join(home, 'start.log'),
  };
}

/**
 * Makes the cluster where there is none: UTF-8, code-point order with Chinese letters known as letters (under plain C,
 * trigram search finds no Han text), passwords by SCRAM. A half-made one is thrown away.
 * @throws UserError DB-102 wrong version, DB-103 disk full, DB-104 no permission
 */
export async function makeCluster(
  places: ClusterPlaces,
  programs: Programs,
  runAs: RunAs,
  isDurable: boolean,
): Promise<void> {
  if (existsSync(join(places.cluster, 'PG_VERSION'))) {
    checkVersion(places.cluster, programs.version);
    return;
  }
  if (!canReach(places.home, runAs)) throw noPermission(places.home, runAs.name);
  const half = `${places.cluster}.half`;
  try {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    if (runAs.drops) chownSync(half, runAs.uid, runAs.gid);
    makePassword(places.ownerPassword, runAs);
    makePassword(places.superuserPassword, runAs);
    await initialise(half, places.superuserPassword, programs, runAs, isDurable);
    renameSync(half, places.cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw explain(error, places.home, runAs);
  }
}

/** The words of the machine's own errors for a full disk and a closed door. */
export function explain(error: unknown, folder: string, runAs: RunAs): unknown {
  if (error instanceof UserError) return error;
  const { code, message, stderr } = error as { code?: string; message?: string; stderr?: string };
  const words = `${code ?? ''} ${message ?? ''} ${stderr ?? ''}`;
  if (/ENOSPC|No space left/i.test(words)) return diskFull(folder, error);
  if (
    /EACCES|EPERM|EROFS|Permission denied|wrong ownership|invalid permissions|read-only file system/i.test(
      words,
    )
  )
    return noPermission(folder, runAs.name, error);
  return error;
}

function checkVersion(cluster: string, wanted: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const major = wanted.split('.')[0] ?? '';
  if (found !== major) throw wrongVersion(cluster, found, major);
}

async function initialise(
  folder: string,
  passwordFile: string,
  programs: Programs,
  runAs: RunAs,
  isDurable: boolean,
): Promise<void> {
  const options = [
    ['--pgdata', folder],
    ['--username', 'postgres'],
    ['--pwfile', passwordFile],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    ['--locale', 'C.UTF-8'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--set', 'timezone=Asia/Shanghai'],
    isDurable ? [] : ['--no-sync'],
  ];
  const done = run(join(programs.folder, 'bin', 'initdb'), options.flat(), {
    ...identityOf(runAs),
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
  });
  await done.catch((error: Error & { stderr?: string }) => {
    const known = explain(error, folder, runAs);
    throw known === error ? didNotStart(error.stderr?.slice(-500) || error.message, folder) : known;
  });
}

function makePassword(file: string, runAs: RunAs): void {
  writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (runAs.drops) chownSync(file, runAs.uid, runAs.gid);
}
