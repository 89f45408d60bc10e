import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { everywhere } from '@yangguang/store/database';
import { addJob, cancelJob } from '@yangguang/store/job/job-table';
import { claimJob } from '@yangguang/store/job/hold-job';
import {
  findJob,
  hurryJob,
  type JobRow,
  listJobs,
  queueState,
  sweepJobs,
} from '@yangguang/store/job/list-jobs';
import { sql } from '@yangguang/store/sql';
import { type TestDatabase, testDatabase } from '@yangguang/store/test-database';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Worker } from './open-worker.ts';
import { countingWorker } from './test-worker.ts';

let test: TestDatabase;
let program = '';
const folder = mkdtempSync(join(tmpdir(), 'yangguang-worker-'));
const at = new Date('2026-11-21T09:00:00+08:00');
const leaseMs = 500;

beforeAll(async () => {
  test = await testDatabase();
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`create table tally (job uuid, n integer, place bigint generated always as identity)`);
    await tx.run(sql`create table tally_end (how text)`);
    await tx.run(sql`grant all on tally, tally_end to yangguang_app`);
  });
  // Node 20 cannot read TypeScript: the program to be killed is bundled, packages beside it.
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  symlinkSync(here('../../../../node_modules'), join(folder, 'node_modules'));
  program = join(folder, 'program.mjs');
  await build({
    entryPoints: [here('test-worker-program.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['pg', 'pino'],
    logLevel: 'warning',
  });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const workers: Worker[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const worker of workers.splice(0)) await worker.stop();
  await test.db.asOwner(async (tx) => {
    await tx.run(sql`delete from job`);
    await tx.run(sql`truncate tally, tally_end`);
  });
});

async function startWorker(now: () => Date = () => at): Promise<Worker> {
  const worker = await countingWorker(test.url, leaseMs, now);
  workers.push(worker);
  return worker;
}

async function startProcess(): Promise<ChildProcess> {
  const child = fork(program, [test.url, String(leaseMs), at.toISOString()], { stdio: 'ignore' });
  children.push(child);
  await new Promise((resolve) => child.once('message', resolve));
  return child;
}

async function add(payload: object, more: { queueKey?: string; maxAttempts?: number } = {}): Promise<string> {
  const id = randomUUID();
  const job = { id, kind: 'count', payload: { ...payload }, queueKey: more.queueKey ?? null, at };
  await test.db.within(everywhere, (tx) => addJob(tx, { ...job, maxAttempts: more.maxAttempts ?? 3 }));
  return id;
}

const rowOf = async (id: string): Promise<JobRow> => {
  const row = await test.db.within(everywhere, (tx) => findJob(tx, id));
  if (row === null) throw new Error('no such job');
  return row;
};

const counted = async (job: string): Promise<number[]> =>
  (
    await test.db.asOwner((tx) =>
      tx.rows<{ n: number }>(sql`select n from tally where job = ${job} order by place`),
    )
  ).map((row) => row.n);

const ends = async (): Promise<string[]> =>
  (await test.db.asOwner((tx) => tx.rows<{ how: string }>(sql`select how from tally_end`))).map((r) => r.how);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waits = 0; !(await isSo()); waits++) {
    if (waits > 1500) throw new Error('it did not come to that');
    await sleep(20);
  }
}

const hasState = (id: string, state: string) => until(async () => (await rowOf(id)).state === state);

it('a job whose process is killed again and again is taken up where it stood, and its result entered once', async () => {
  const id = await add({ to: 24, ms: 15 }, { maxAttempts: 20 });
  for (let kills = 0; kills < 4; kills++) {
    const before = (await counted(id)).length;
    const child = await startProcess();
    await until(async () => (await counted(id)).length > before + kills);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  await startWorker();
  await hasState(id, 'done');
  expect(await counted(id)).toEqual([...Array.from({ length: 24 }, (_, i) => i + 1), 0]);
  const { attempts, progress, lastError } = await rowOf(id);
  expect([attempts, progress, lastError]).toEqual([5, 1, null]);
});

it('of one queue key one job runs at a time, whoever works; others run beside it; none runs twice', async () => {
  const keyed: string[] = [];
  for (let i = 0; i < 4; i++) keyed.push(await add({ to: 3, ms: 10 }, { queueKey: 'engine' }));
  const free = [await add({ to: 3, ms: 10 }), await add({ to: 3, ms: 10 })];
  await startWorker();
  await startWorker();
  for (const id of [...keyed, ...free]) await hasState(id, 'done');
  for (const id of [...keyed, ...free]) expect(await counted(id)).toEqual([1, 2, 3, 0]);
  const order = (
    await test.db.asOwner((tx) => tx.rows<{ job: string }>(sql`select job from tally order by place`))
  ).map((row) => row.job);
  // No step of one job of the key stands between two of another.
  const ofKey = order.filter((id) => keyed.includes(id));
  expect(ofKey.filter((id, i) => id !== ofKey[i - 1])).toHaveLength(4);
});

it('two workers that reach for jobs of one key at the same moment do not both get one', async () => {
  for (let i = 0; i < 2; i++) await add({ to: 1, ms: 0 }, { queueKey: 'same' });
  const claim = (worker: string) =>
    test.db.within(everywhere, (tx) => claimJob(tx, { worker, kinds: ['count'], now: at, leaseMs: 60_000 }));
  const got = await Promise.allSettled(['a', 'b', 'c', 'd'].map(claim));
  const taken = got.filter((one) => one.status === 'fulfilled' && one.value !== null);
  expect(taken).toHaveLength(1);
  const faults = got.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []));
  expect(faults.every((fault) => fault.code === '23505')).toBe(true);
});

it('a cancelled job stops at its next safe point, a waiting one at once, and what they were for is put away', async () => {
  const long = await add({ to: 10_000, ms: 5 }, { queueKey: 'engine' });
  await startWorker();
  await until(async () => (await counted(long)).length > 2);
  const waits = await add({ to: 1, ms: 0 }, { queueKey: 'engine' });
  await test.db.within(everywhere, (tx) => cancelJob(tx, waits, at));
  await hasState(waits, 'cancelled');
  expect(await counted(waits)).toEqual([]);
  await test.db.within(everywhere, (tx) => cancelJob(tx, long, at));
  await hasState(long, 'cancelled');
  const steps = await counted(long);
  await sleep(100);
  expect(await counted(long)).toEqual(steps);
  expect(steps).not.toContain(0);
  expect(await ends()).toEqual(['cancelled', 'cancelled']);
});

it('a fault of ours is tried again later and later, going on where it stood, and given up after the last attempt', async () => {
  const clock = { at: at.getTime() };
  const id = await add({ to: 5, failsAt: 3, ms: 0 }, { maxAttempts: 3 });
  await startWorker(() => new Date(clock.at));
  const pauses = [];
  for (const attempt of [1, 2]) {
    await until(async () => (await rowOf(id)).attempts === attempt && (await rowOf(id)).state === 'waiting');
    const { runAfter, lastError } = await rowOf(id);
    expect(lastError).toBe('Error');
    pauses.push(runAfter.getTime() - clock.at);
    clock.at = runAfter.getTime();
    await test.db.within(everywhere, (tx) => tx.run(sql`notify job`));
  }
  await hasState(id, 'failed');
  expect(pauses).toEqual([1000, 2000]);
  expect(await counted(id)).toEqual([1, 2]);
  expect(await ends()).toEqual(['JOB-101']);
});

it('a worker that stops hands its job back without an attempt being counted, and another goes on', async () => {
  const id = await add({ to: 40, ms: 5 });
  const first = await startWorker();
  await until(async () => (await counted(id)).length > 3);
  await first.stop();
  workers.splice(workers.indexOf(first), 1);
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0 });
  await startWorker();
  await hasState(id, 'done');
  expect(await counted(id)).toEqual([...Array.from({ length: 40 }, (_, i) => i + 1), 0]);
});

it('a job whose workers all died is given up when its attempts are used up, not tried for ever', async () => {
  const id = await add({ to: 5, ms: 0 }, { maxAttempts: 1 });
  await test.db.asOwner((tx) =>
    tx.run(sql`update job set state = 'running', held_by = 'dead', attempts = 1,
      beat_at = clock_timestamp() - interval '1 hour' where id = ${id}`),
  );
  await startWorker();
  await hasState(id, 'failed');
  expect([await counted(id), await ends(), (await rowOf(id)).lastError]).toEqual([
    [],
    ['JOB-101'],
    'workerLost',
  ]);
});

it('the queue tells how it stands, what waits can be hurried, and what is long over is swept away', async () => {
  const later = new Date(at.getTime() + 3_600_000);
  const id = await add({ to: 1, ms: 0 });
  await test.db.asOwner((tx) => tx.run(sql`update job set run_after = ${later}`));
  const tell = () => test.db.within(everywhere, (tx) => queueState(tx, at));
  expect(await tell()).toEqual({ waiting: 1, running: 0, failedOfDay: 0, oldestWaitsSince: at });
  await startWorker();
  await sleep(250);
  expect((await rowOf(id)).state).toBe('waiting');
  expect(await test.db.within(everywhere, (tx) => hurryJob(tx, id, at))).toBe(true);
  await hasState(id, 'done');
  expect(await test.db.within(everywhere, (tx) => hurryJob(tx, id, at))).toBe(false);
  expect(await test.db.within(everywhere, (tx) => sweepJobs(tx, at))).toBe(0);
  expect(await test.db.within(everywhere, (tx) => sweepJobs(tx, later))).toBe(1);
  const page = { after: null, limit: 10 };
  expect(await test.db.within(everywhere, (tx) => listJobs(tx, { states: ['done'] }, page))).toEqual([]);
});
