/**
 * Load on a running server: 300 people at once, each thinking 5 s between requests, against 200,000 leads and 1,000,000
 * steps on the embedded database, everything on this machine.
 *
 *   node bench/load-server.mjs [--leads 200000] [--users 300] [--seconds 180] [--think 5] [--folder DIR] [--verify]
 *
 * With --folder the filled database is kept there and used again by the next run. `--verify` runs the product's own
 * verification over the filled database first. Prints percentiles by operation, CPU and memory of server and database.
 * Exit code 1 when an aim is missed: p95 of lists and cards under 200 ms, of steps under 300 ms, no error.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build, isFresh } from '../scripts/house/bundle.mjs';
import { bundleRooms, root } from './load-rooms.mjs';
import { watchUse } from './load-server-use.mjs';
import { person } from './load-server-person.mjs';

const { values } = parseArgs({
  options: {
    leads: { type: 'string', default: '200000' },
    users: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '180' },
    think: { type: 'string', default: '5' },
    folder: { type: 'string' },
    verify: { type: 'boolean', default: false },
  },
});
const [leads, users, seconds, think] = [values.leads, values.users, values.seconds, values.think].map(Number);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'yangguang-load-'));
const isKept = values.folder !== undefined;
const policy = join(root, 'policy');
const aims = { list: 200, card: 200, step: 300 };

async function peopleOf() {
  const path = await bundleRooms('load-server-fill', `export * from './bench/load-server-fill.mjs';`);
  cpSync(join(root, 'packages/store/src/migrations'), join(path, '../migrations'), { recursive: true });
  const { fill, verifyAll } = await import(path);
  const where = { folder, policy, now: new Date() };
  const known = join(folder, 'people.json');
  if (!existsSync(known)) {
    const started = performance.now();
    const people = await fill({ ...where, leads, users, log: (line) => console.error(line) });
    writeFileSync(known, JSON.stringify(people));
    console.log(`filled: ${leads} leads, ${leads * 5} steps and more, in ${since(started)} s`);
  }
  if (values.verify) {
    const started = performance.now();
    const { findings, ...counts } = await verifyAll(where);
    console.log(
      `verified in ${since(started)} s: ${JSON.stringify(counts, (_, v) => (typeof v === 'bigint' ? Number(v) : v))}`,
    );
    if (findings.length > 0) throw new Error(`verify found ${JSON.stringify(findings.slice(0, 3))}`);
  }
  return JSON.parse(readFileSync(known, 'utf8'));
}

const since = (started) => ((performance.now() - started) / 1000).toFixed(1);

async function startServer() {
  if (!isFresh()) await build();
  const environment = { ...process.env, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  const program = join(root, 'apps/server/dist/yangguang-server.js');
  const child = spawn(process.execPath, [program, 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (words) => {
      said += words;
      const [address] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit').once('exit', resolve);
      child.kill('SIGTERM');
    });
  for (let tries = 0; (await fetch(`${origin}/ready`)).status !== 200; tries++) {
    if (tries > 600) throw new Error('the server does not become ready');
    await sleep(100);
  }
  return { origin, pid: child.pid, stop };
}

/** One person after another, until the time is over. */
async function putUnderLoad({ origin, pid }, people) {
  const samples = [];
  const errors = [];
  const until = performance.now() + seconds * 1000;
  const warmUntil = performance.now() + Math.min(20, seconds / 4) * 1000;
  const send = async (kind, name, url, init, cookie) => {
    const from = performance.now();
    const answer = await fetch(`${origin}/api${url}`, {
      ...init,
      headers: { cookie: `yangguang=${cookie}`, ...init.headers },
    });
    const text = await answer.text();
    if (from > warmUntil) samples.push({ kind, name, ms: performance.now() - from });
    // Somebody else was first, or it lies elsewhere by now: answers of daily work, no errors.
    if (answer.status >= 400 && ![409, 422].includes(answer.status))
      errors.push(`${name} ${answer.status} ${text.slice(0, 200)}`);
    return answer.status < 400 ? JSON.parse(text) : null;
  };
  const use = watchUse(pid);
  await Promise.all(
    people
      .slice(0, users)
      .map((one, i) => person({ one, turn: i, send, until, thinkMs: think * 1000, newId: randomUUID })),
  );
  return { samples, errors, use: use.stop() };
}

function report({ samples, errors, use }) {
  console.log(
    `\nmachine: ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB; load average at the end ${loadavg().map((n) => n.toFixed(1))}`,
  );
  console.log(`${users} people, ${think} s think time, ${leads} leads, ${seconds} s\n`);
  console.log(
    '| operation | requests | p50 ms | p95 ms | p99 ms | longest ms |\n|---|---:|---:|---:|---:|---:|',
  );
  const names = [...new Set(samples.map((s) => s.name))].sort();
  for (const name of names)
    line(
      name,
      samples.filter((s) => s.name === name),
    );
  const missed = [];
  for (const [kind, aim] of Object.entries(aims)) {
    const of = samples.filter((s) => s.kind === kind);
    const p95 = line(`**${kind}**`, of);
    if (of.length === 0 || p95 > aim) missed.push(`${kind}: p95 ${p95.toFixed(0)} ms, aim ${aim} ms`);
  }
  console.log(
    `\n${(samples.length / seconds).toFixed(0)} requests a second; ${errors.length} errors\n${use.join('\n')}`,
  );
  for (const one of errors.slice(0, 10)) console.log(one);
  if (errors.length > 0) missed.push(`${errors.length} errors`);
  console.log(missed.length === 0 ? 'all aims are met' : `missed: ${missed.join('; ')}`);
  return missed.length === 0;
}

function line(name, of) {
  const sorted = of.map((s) => s.ms).sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const cells = [at(0.5), at(0.95), at(0.99), at(1)].map((ms) => ms.toFixed(0));
  console.log(`| ${name} | ${sorted.length} | ${cells.join(' | ')} |`);
  return at(0.95);
}

const people = await peopleOf();
const server = await startServer();
try {
  process.exitCode = report(await putUnderLoad(server, people)) ? 0 : 1;
} finally {
  await server.stop();
  if (!isKept) rmSync(folder, { recursive: true, force: true });
}
