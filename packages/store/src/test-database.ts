import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.ts';
import { identify } from './embedded/process-identity.ts';
import { startPostgres } from './embedded/start-postgres.ts';
import { migrate, readMigrations, sourceMigrations } from './migrate.ts';
import { openDatabase } from './open-database.ts';

/** A database of its own for one test file: empty, with the newest schema. */
export interface TestDatabase {
  readonly db: Database;
  /** Of the owner of the tables. */
  readonly url: string;
  /** Drops it. */
  close(): Promise<void>;
}

interface Cluster {
  readonly url: string;
  readonly superuserUrl: string;
}

/** A server to be tested instead of the embedded one: its role `yangguang`, who may make databases, and its superuser. */
const { TEST_DATABASE_URL: ownServer, TEST_DATABASE_SUPERUSER_URL: ownSuperuser = ownServer } = process.env;

/**
 * A fresh database on a real PostgreSQL. The first call of a test run starts one throw-away cluster (about a second), the
 * others share it, whatever process they are in; it ends with the run, even one that is killed. A call copies a template
 * that was migrated once (about 30 ms).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, close } = await emptyDatabase(await makeTemplate());
  const db = openDatabase({ url, maxConnections: 8, applicationName: 'test' });
  return {
    db,
    url,
    close: async () => {
      await db.close();
      await close();
    },
  };
}

/** A database without any schema, for tests of migration and restore; or a copy of `template`. */
export async function emptyDatabase(
  template = 'template0',
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const cluster = await startShared();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await command(cluster.url, `create database ${name} template ${template}`);
  return {
    url: toDatabase(cluster.url, name),
    close: () => command(cluster.superuserUrl, `drop database ${name} with (force)`),
  };
}

/** Connection of the cluster's superuser to the same database: for tests of what only an administrator can do. */
export async function asSuperuser(url: string): Promise<string> {
  const { superuserUrl } = await startShared();
  return toDatabase(superuserUrl, new URL(url).pathname.slice(1));
}

let shared: Promise<Cluster> | null = null;

async function startShared(): Promise<Cluster> {
  if (ownServer !== undefined && ownSuperuser !== undefined)
    return { url: ownServer, superuserUrl: ownSuperuser };
  shared ??= findOrStart();
  return await shared;
}

/** One cluster for all processes of a run: they have the runner as parent. */
async function findOrStart(): Promise<Cluster> {
  const isForked = process.env['VITEST_WORKER_ID'] !== undefined && process.send !== undefined;
  const runner = isForked ? process.ppid : process.pid;
  const run = createHash('sha256')
    .update(`${runner} ${identify(runner)}`)
    .digest('hex')
    .slice(0, 12);
  const folder = join(tmpdir(), `yangguang-test-${run}`);
  const ready = join(folder, 'ready.json');
  if (isFirst(folder)) await start(folder, ready, runner);
  for (let waits = 0; !existsSync(ready); waits++) {
    if (waits > 3000 || !existsSync(folder)) throw new Error('The test cluster of this run did not start.');
    await sleep(20);
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as Cluster;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function start(folder: string, ready: string, runner: number): Promise<void> {
  try {
    const words: string[] = [];
    const server = await startPostgres({
      folder: join(folder, 'database'),
      log: (line) => words.push(line),
      isDurable: false,
      staysAfterExit: true,
    });
    watch(runner, server.pid, folder);
    await command(server.superuserUrl, 'alter role yangguang createdb');
    const cluster: Cluster = { url: server.url, superuserUrl: server.superuserUrl };
    writeFileSync(`${ready}.new`, JSON.stringify(cluster), { mode: 0o600 });
    renameSync(`${ready}.new`, ready);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A small process that outlives this one: when the runner is gone, however it went, the cluster goes too. */
function watch(runner: number, server: number, folder: string): void {
  const script = `while kill -0 ${runner} 2>/dev/null; do sleep 0.3; done
    kill -QUIT ${server} 2>/dev/null; sleep 0.3; kill -KILL ${server} 2>/dev/null; rm -rf '${folder}'`;
  const nowhere = openSync('/dev/null', 'r+');
  spawn('/bin/sh', ['-c', script], { detached: true, stdio: [nowhere, nowhere, nowhere], cwd: '/' }).unref();
  closeSync(nowhere);
}

/** Name of a database with the newest schema; made once for every state of the migrations. */
async function makeTemplate(): Promise<string> {
  const cluster = await startShared();
  const state = readMigrations(sourceMigrations).map((one) => one.checksum);
  const name = `template_${createHash('sha256').update(state.join()).digest('hex').slice(0, 12)}`;
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7207310002)');
    const made = await client.query('select 1 from pg_database where datname = $1 and datallowconn', [name]);
    if (made.rowCount === 1) return name;
    const half = `${name}_half`;
    await client.query(`drop database if exists ${half}`);
    await client.query(`create database ${half} template template0`);
    await migrate(toDatabase(cluster.url, half));
    await client.query(`alter database ${half} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

function toDatabase(url: string, name: string): string {
  return url.replace(/[^/]*$/, name);
}

async function command(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
