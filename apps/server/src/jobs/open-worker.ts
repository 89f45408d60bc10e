import { setTimeout as sleep } from 'node:timers/promises';
import { everywhere } from '@yangguang/store/database';
import { claimJob, endJob, type HeldJob, JobLost, putBackJob } from '@yangguang/store/job/hold-job';
import { jobChannel } from '@yangguang/store/job/job-table';
import type { Logger } from 'pino';
import type { Office } from '../http/call.ts';
import { describeFault, findUserError } from '../http/error-answer.ts';
import { jobFailed } from './job-faults.ts';
import type { JobKind, JobKinds } from './job-kind.ts';
import { JobHold } from './job-hold.ts';
import { CheckFault } from './run-check-program.ts';

/** Times of a worker, in milliseconds. */
export interface WorkerTimes {
  /** Between two signs of life. */
  readonly beatMs: number;
  /** A worker without a sign of life for so long has lost its jobs. Several beats. */
  readonly leaseMs: number;
  /** The queue is looked at so often even when no notice comes. */
  readonly pollMs: number;
  /** Before the second attempt; doubled before each further one. */
  readonly backOffMs: number;
}

export const usualTimes: WorkerTimes = { beatMs: 4000, leaseMs: 30_000, pollMs: 5000, backOffMs: 10_000 };

/** The part of an office that does what waits in the queue. */
export interface Worker {
  /** Hands jobs under way back and ends; resolves when nothing runs any more. */
  stop(): Promise<void>;
}

type WorkerOffice = Pick<Office, 'db' | 'now' | 'newId'>;

interface Bench {
  readonly office: WorkerOffice;
  readonly kinds: JobKinds;
  readonly times: WorkerTimes;
  readonly log: Logger;
  readonly name: string;
}

/**
 * Starts working off the queue, `slots` jobs at a time. Woken by notices, and by a poll where a notice was missed.
 * @throws when the database cannot be listened to
 */
export async function openWorker(
  office: WorkerOffice,
  kinds: JobKinds,
  log: Logger,
  options: { readonly slots?: number; readonly times?: WorkerTimes } = {},
): Promise<Worker> {
  const bench: Bench = { office, kinds, times: options.times ?? usualTimes, log, name: office.newId() };
  const stopping = new AbortController();
  const holds = new Set<JobHold>();
  let wake = new AbortController();
  await office.db.listen(jobChannel, () => {
    wake.abort();
    for (const hold of holds) hold.look();
  });
  const slots = Array.from({ length: options.slots ?? 2 }, () => workOff());
  return {
    stop: async () => {
      stopping.abort();
      wake.abort();
      for (const hold of holds) hold.handBack();
      await Promise.all(slots);
    },
  };

  async function workOff(): Promise<void> {
    while (!stopping.signal.aborted) {
      const job = await claim(bench);
      if (job !== null) await doJob(bench, job, holds, stopping.signal);
      else await pause();
    }
  }

  /** Until a notice comes or the time is over. */
  async function pause(): Promise<void> {
    if (stopping.signal.aborted) return;
    const { signal } = wake;
    await sleep(bench.times.pollMs, null, { signal }).catch(() => {});
    if (wake.signal === signal && signal.aborted) wake = new AbortController();
  }
}

/** The next job. A database that is away for the moment is no reason to end. */
async function claim({ office, kinds, times, log, name }: Bench): Promise<HeldJob | null> {
  const options = { worker: name, kinds: Object.keys(kinds), now: office.now(), leaseMs: times.leaseMs };
  try {
    return await office.db.within(everywhere, (tx) => claimJob(tx, options));
  } catch (error) {
    // Another worker was quicker with a job of the same key.
    if ((error as { code?: unknown }).code !== '23505')
      log.warn({ part: 'jobs', fault: describeFault(error) }, 'the queue cannot be read');
    return null;
  }
}

async function doJob(bench: Bench, job: HeldJob, holds: Set<JobHold>, stopping: AbortSignal): Promise<void> {
  const { log } = bench;
  const kind = bench.kinds[job.kind];
  if (kind === undefined) throw new Error(`no job of kind ${job.kind}`);
  const hold = new JobHold(bench.office, job, bench.times.beatMs);
  holds.add(hold);
  if (stopping.aborted) hold.handBack();
  log.info({ part: 'jobs', job: job.id, kind: job.kind, attempt: job.attempts }, 'begun');
  try {
    if (job.cancelAsked) await putAway(bench, job, kind, 'cancelled');
    else if (job.attempts > job.maxAttempts) await putAway(bench, job, kind, 'workerLost');
    else await runOrSettle(bench, job, kind, hold);
  } catch (error) {
    // Whatever could not be settled is taken up again when the lease is over.
    const words = error instanceof JobLost ? 'lost to another worker' : 'not settled';
    log.warn({ part: 'jobs', job: job.id, fault: describeFault(error) }, words);
  } finally {
    hold.release();
    holds.delete(hold);
  }
}

async function runOrSettle(bench: Bench, job: HeldJob, kind: JobKind, hold: JobHold): Promise<void> {
  try {
    await kind.run(hold);
    if (!hold.isFinished) throw new Error(`a job of kind ${job.kind} ended without a result`);
    bench.log.info({ part: 'jobs', job: job.id }, 'done');
  } catch (error) {
    if (hold.isFinished || error instanceof JobLost) throw error;
    await settle(bench, job, kind, hold, error);
  }
}

/** After a fault: cancelled, handed back, refused for good, to be tried again, or given up. */
async function settle(
  bench: Bench,
  job: HeldJob,
  kind: JobKind,
  hold: JobHold,
  error: unknown,
): Promise<void> {
  const { office, times, log } = bench;
  if (hold.why === 'lost') throw new JobLost();
  if (hold.why === 'cancelled') return putAway(bench, job, kind, 'cancelled');
  if (hold.why === 'stopping') {
    const back = { runAfter: office.now(), error: null, counts: false };
    return office.db.within(everywhere, (tx) => putBackJob(tx, job, back));
  }
  const refusal = findUserError(error);
  const complaint = error instanceof CheckFault ? { complaint: error.complaint } : {};
  const fault = refusal?.code ?? describeFault(error);
  log.warn({ part: 'jobs', job: job.id, fault, ...complaint }, 'failed');
  if (refusal !== null) return putAway(bench, job, kind, refusal);
  const code = faultName(error);
  if (job.attempts >= job.maxAttempts) return putAway(bench, job, kind, code);
  const runAfter = new Date(office.now().getTime() + times.backOffMs * 2 ** (job.attempts - 1));
  await office.db.within(everywhere, (tx) => putBackJob(tx, job, { runAfter, error: code, counts: true }));
}

/** Ends a job without a result, together with what it was for. */
async function putAway(
  { office }: Bench,
  job: HeldJob,
  kind: JobKind,
  how: string | NonNullable<ReturnType<typeof findUserError>>,
): Promise<void> {
  const isCancelled = how === 'cancelled';
  const fault = typeof how === 'string' ? jobFailed() : how;
  await office.db.within(everywhere, async (tx) => {
    await kind.putAway(tx, job.payload, isCancelled ? null : fault);
    const words = typeof how === 'string' ? how : how.code;
    await endJob(tx, job, isCancelled ? 'cancelled' : 'failed', office.now(), isCancelled ? null : words);
  });
}

/** Kind of error, never its message. */
function faultName(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  const name = error instanceof Error ? error.constructor.name : typeof error;
  return typeof code === 'string' ? `${name} ${code}` : name;
}
