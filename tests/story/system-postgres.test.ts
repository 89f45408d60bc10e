import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPostgres } from '../../scripts/house/find-postgres.mjs';
import { runCommand, tool } from '../../scripts/house/run-command.mjs';
import { startYangguang } from './start-yangguang.ts';

/**
 * An office that has a PostgreSQL server of its own gives its address. Here it is the one of the operating system, on
 * Debian 12 release 15, the oldest we support; owner of the tables is a role that may make databases and roles, no more.
 */
let folder = '';
let server: ChildProcess;
const port = 15_432 + (process.pid % 20_000);
const address = (user: string, database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-system-postgres-'));
  const programs = findPostgres() ?? '';
  // PostgreSQL refuses to be root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const data = join(folder, 'cluster');
  const make = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), make, { ...nobody, stdio: 'ignore', cwd: folder });
  const run = ['-D', data, '-p', `${port}`, '-k', folder, '-h', '127.0.0.1', '-c', 'fsync=off'];
  server = spawn(join(programs, 'postgres'), run, { ...nobody, stdio: 'ignore', cwd: folder });
  await waitFor(address('postgres', 'postgres'));
  await ask('create role yangguang login createdb createrole');
  await ask("create database yangguang owner yangguang template template0 locale 'C.UTF-8'");
});
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

async function ask(statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: address('postgres', 'postgres') });
  await client.connect();
  try {
    return Object.values((await client.query(statement)).rows[0] ?? {}).join();
  } finally {
    await client.end();
  }
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isUp) return;
    if (tries > 300) throw new Error('PostgreSQL did not start');
    await sleep(100);
  }
}

it('the server starts on it, migrates it and is ready', async () => {
  expect(Number(await ask('show server_version_num'))).toBeGreaterThanOrEqual(150_000);
  const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') };
  const running = startYangguang(['serve'], { ...settings, DATABASE_URL: address('yangguang', 'yangguang') });
  const out = await running.printed('按 Ctrl-C 停止');
  const [, home = ''] = /已启动：(\S+)/.exec(out) ?? [];
  expect((await fetch(`${home}/ready`)).status).toBe(200);
  running.child.kill('SIGTERM');
  expect((await running.finished).code).toBe(0);
});

it('every test of the store passes on it', async () => {
  const outer = Object.keys(process.env).filter((name) => name.startsWith('VITEST'));
  const { ok, text } = await runCommand(tool('vitest'), ['run', 'packages/store'], {
    env: {
      ...Object.fromEntries(outer.map((name) => [name, undefined])),
      TEST_DATABASE_URL: address('yangguang', 'postgres'),
      TEST_DATABASE_SUPERUSER_URL: address('postgres', 'postgres'),
    },
  });
  expect(text).toMatch(/Tests .*\d{3} passed/);
  expect(ok, text).toBe(true);
}, 400_000);
