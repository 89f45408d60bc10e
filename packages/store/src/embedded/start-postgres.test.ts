import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { takeLauncherLock } from './launcher-lock.ts';
import { findPostmaster } from './postmaster.ts';
import { findOfCluster, identify } from './process-identity.ts';
import { findPrograms } from './find-programs.ts';
import { chooseRunAs } from './run-as.ts';
import { type EmbeddedPostgres, startPostgres } from './start-postgres.ts';

// One cluster, made once and copied for each test: initdb is the slow part.
let [root, made, count] = ['', '', 0];
const running: EmbeddedPostgres[] = [];
const others: ChildProcess[] = [];
const words: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'embedded-'));
  chmodSync(root, 0o755);
  made = join(root, 'made');
  await (await start(made)).stop();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  for (const one of others.splice(0)) one.kill('SIGKILL');
});
afterAll(() => rmSync(root, { recursive: true }));

async function start(folder: string, settings: Record<string, string> = {}, isDurable = false) {
  const one = await startPostgres({ folder, log: (line) => words.push(line), isDurable, settings });
  running.push(one);
  return one;
}
const startDurable = (folder: string) => start(folder, {}, true);

/** A fresh copy of the cluster that was made at the beginning, owners and modes included. */
function copy(): string {
  count += 1;
  const folder = join(root, `copy-${count}`);
  execFileSync('cp', ['-a', made, folder]);
  return folder;
}

/** So that PostgreSQL, running as the same user, could signal it. */
function asOwnerOf(folder: string): { uid?: number; gid?: number } {
  const { uid, gid } = statSync(join(folder, 'cluster'));
  return process.getuid?.() === 0 ? { uid, gid } : {};
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = (folder: string) => join(folder, 'cluster', 'postmaster.pid');

describe('a first start', () => {
  it('makes a database that sorts by code point, knows Chinese letters and keeps the time of China', async () => {
    const one = await start(copy());
    const [row] = await ask(
      one.url,
      `select current_user who, current_database() what, current_setting('timezone') zone,
        (select rolsuper from pg_roles where rolname = current_user) is_super,
        (select datcollate || ' ' || datctype || ' ' || datlocprovider::text from pg_database where datname = current_database()) locale,
        current_setting('server_encoding') encoding, current_setting('listen_addresses') listens,
        current_setting('data_checksums') checksums`,
    );
    expect(row).toEqual({
      who: 'yangguang',
      what: 'yangguang',
      zone: 'Asia/Shanghai',
      is_super: false,
      locale: 'C.UTF-8 C.UTF-8 b',
      encoding: 'UTF8',
      listens: '',
      checksums: 'on',
    });
    await ask(one.url, 'create extension pg_trgm');
    expect(await ask(one.url, `select cardinality(show_trgm('张三丰')) n`)).toEqual([{ n: 4 }]);
  });

  it('asks everybody for a password, and shows it to nobody', async () => {
    const folder = copy();
    const one = await start(folder);
    const wrong = one.url.replace(/:[^:@]*@/, ':wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    for (const name of ['password', 'superuser-password']) {
      const file = join(folder, name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(words.join()).not.toContain(readFileSync(file, 'utf8').trim());
    }
    expect(readFileSync(join(folder, 'cluster', 'pg_hba.conf'), 'utf8')).not.toMatch(
      /^[^#]*\b(trust|password|md5|peer)$/m,
    );
  });

  it('a half-made cluster of a start that was cut off is made anew', async () => {
    const folder = join(root, 'half');
    mkdirSync(join(folder, 'cluster.half', 'base'), { recursive: true });
    const one = await start(folder);
    expect(await ask(one.url, 'select 1 one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'cluster.half'))).toBe(false);
  });
});

describe('is durable unless it is told not to be', () => {
  it('fsync, synchronous commit and full pages are on, whatever the configuration file says', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'cluster', 'postgresql.auto.conf'), 'fsync = off\nsynchronous_commit = off\n');
    const one = await startDurable(folder);
    const rows = await ask(
      one.url,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1`,
    );
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
  });

  it('writes neither statements nor values into its log', async () => {
    const folder = copy();
    const one = await startDurable(folder);
    await ask(one.url, 'create table secret (name text unique)');
    await ask(one.url, `insert into secret values ('王小明')`);
    await expect(ask(one.url, `insert into secret values ('王小明')`)).rejects.toMatchObject({
      code: '23505',
    });
    await expect(ask(one.url, `select '李四'::int`)).rejects.toMatchObject({ code: '22P02' });
    const log = readdirSync(join(folder, 'log'))
      .map((name) => readFileSync(join(folder, 'log', name), 'utf8'))
      .join();
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('王小明');
  });
});

describe('leftovers', () => {
  it('a dead process in the pid file', async () => {
    const folder = copy();
    const dead = spawn('true');
    await new Promise((resolve) => dead.once('exit', resolve));
    writeFileSync(pidFile(folder), `${dead.pid}\n${folder}/cluster\n1\n5432\n\n\n\nready\n`);
    expect(await ask((await start(folder)).url, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  it('the number in the pid file belongs to another process now', async () => {
    const folder = copy();
    const stranger = spawn('sleep', ['60'], { ...asOwnerOf(folder) });
    others.push(stranger);
    writeFileSync(pidFile(folder), `${stranger.pid}\n${folder}/cluster\n1\n5432\n\n\n\nready\n`);
    expect(await ask((await start(folder)).url, 'select 1 one')).toEqual([{ one: 1 }]);
    expect(identify(stranger.pid ?? 0)).not.toBeNull();
  });

  it.each(['', '\n', 'nonsense'])('a pid file that says nothing: %j', async (text) => {
    const folder = copy();
    writeFileSync(pidFile(folder), text);
    expect(await ask((await start(folder)).url, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  it('a server left running by a launcher that was killed is ended, and nothing committed is lost', async () => {
    const folder = copy();
    const orphan = await startOrphan(folder);
    const one = await start(folder);
    expect(one.isShared).toBe(false);
    expect(identify(orphan)).toBeNull();
    expect(await ask(one.url, 'select * from kept')).toEqual([{ id: 1 }]);
  });

  it('a running server whose pid file was emptied is found all the same', async () => {
    const folder = copy();
    const orphan = await startOrphan(folder);
    writeFileSync(pidFile(folder), '');
    const one = await start(folder);
    expect(identify(orphan)).toBeNull();
    expect(await ask(one.url, 'select * from kept')).toEqual([{ id: 1 }]);
  });
});

/** A server whose launcher is gone, with one row committed. @returns its process number */
async function startOrphan(folder: string): Promise<number> {
  const first = await start(folder);
  await ask(first.url, 'create table kept (id int); insert into kept values (1)');
  await first.stop();
  const { folder: programs } = findPrograms(folder, chooseRunAs(join(folder, 'cluster')));
  const socket = join(folder, 'socket');
  const server = spawn(
    join(programs, 'bin', 'postgres'),
    ['-D', join(folder, 'cluster'), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${socket}`],
    { ...asOwnerOf(folder), cwd: join(folder, 'cluster'), detached: true, stdio: 'ignore' },
  );
  for (let waits = 0; waits < 500 && findPostmaster(join(folder, 'cluster'))?.isReady !== true; waits++)
    await sleep(20);
  await ask(first.url, 'select * from kept');
  writeFileSync(join(folder, 'launcher.pid'), '999999 gone\n');
  return server.pid ?? 0;
}

describe('two at once', () => {
  it('a second start shares the first one', async () => {
    const folder = copy();
    const [one, other] = await Promise.all([start(folder), start(folder)]);
    expect([one?.isShared, other?.isShared].sort()).toEqual([false, true]);
    expect(one?.url).toBe(other?.url);
    const shared = one?.isShared === true ? one : other;
    await shared?.stop();
    expect(await ask(one?.url ?? '', 'select 1 one')).toEqual([{ one: 1 }]);
  });

  it('the lock is one process’s, and a dead one’s goes to the next', () => {
    const file = join(root, 'lock');
    expect(takeLauncherLock(file)).toEqual({ isNew: true, holder: process.pid });
    expect(takeLauncherLock(file)).toEqual({ isNew: false, holder: process.pid });
    writeFileSync(file, `${process.pid} another-start\n`);
    expect(takeLauncherLock(file).isNew).toBe(true);
    writeFileSync(file, 'nonsense');
    expect(takeLauncherLock(file).isNew).toBe(true);
  });
});

describe('a server that dies', () => {
  it('is started again at the same address', async () => {
    const one = await startDurable(copy());
    await ask(one.url, 'create table kept (id int); insert into kept values (1)');
    const before = one.pid;
    process.kill(before, 'SIGKILL');
    for (let waits = 0; waits < 500 && (one.pid === before || one.pid === 0); waits++) await sleep(20);
    expect(await ask(one.url, 'select * from kept')).toEqual([{ id: 1 }]);
    expect(words.join()).toContain('ended unasked');
  });

  it('is started again when it was killed while it started again', async () => {
    const folder = copy();
    const one = await startDurable(folder);
    const pidIn = () =>
      existsSync(pidFile(folder)) ? Number.parseInt(readFileSync(pidFile(folder), 'utf8')) : 0;
    const first = one.pid;
    process.kill(first, 'SIGKILL');
    // The next one writes its file long before it takes connections.
    for (let waits = 0; waits < 5000 && [0, first].includes(pidIn()); waits++) await sleep(2);
    const second = pidIn();
    process.kill(second, 'SIGKILL');
    for (let waits = 0; waits < 1000 && [0, first, second].includes(one.pid); waits++) await sleep(20);
    expect(await ask(one.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('leaves no process behind once it is stopped', async () => {
    const folder = copy();
    const one = await start(folder);
    expect(findOfCluster(join(folder, 'cluster')).length).toBeGreaterThan(3);
    await one.stop();
    expect(findOfCluster(join(folder, 'cluster'))).toEqual([]);
    expect(existsSync(pidFile(folder))).toBe(false);
  });
});

describe('refusals', () => {
  it('a cluster of another major version', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '15\n');
    await expect(start(folder)).rejects.toMatchObject({ code: 'DB-102' });
  });

  it('a cluster that others may enter, in PostgreSQL’s own words or ours, and without a process left', async () => {
    const folder = copy();
    chmodSync(join(folder, 'cluster'), 0o777);
    await expect(start(folder)).rejects.toMatchObject({ code: 'DB-104' });
    expect(findOfCluster(join(folder, 'cluster'))).toEqual([]);
    expect(existsSync(join(folder, 'launcher.pid'))).toBe(false);
  });

  it('a setting that PostgreSQL does not take, in its own words', async () => {
    await expect(start(copy(), { shared_buffers: 'nonsense' })).rejects.toMatchObject({
      ...{ code: 'DB-105', whyEn: expect.stringContaining('shared_buffers') },
    });
  });
});
