import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { wakeWorkers } from './job-table.ts';

/** A job that a worker holds. The holding is told by worker and attempt: a worker that lost it can do nothing more. */
export interface HeldJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly worker: string;
  /** Which time this is, from 1. Above {@link maxAttempts} the job is only to be put away. */
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly cancelAsked: boolean;
  /** What the attempt before left to go on from; null at the beginning. */
  readonly checkpoint: unknown;
}

/** How far a job is: `fraction` 0–1 of the whole, and what is going on. */
export interface JobProgress {
  readonly fraction: number;
  readonly zh: string;
  readonly en: string;
}

/** Another worker has the job now, because this one did not beat for as long as a lease lasts. Nothing may be written. */
export class JobLost extends Error {
  constructor() {
    super('the job is held by another worker');
    this.name = 'JobLost';
  }
}

interface ClaimOptions {
  /** Name of the worker, of one life of one process. */
  readonly worker: string;
  readonly kinds: readonly string[];
  readonly now: Date;
  /** A running job whose worker has not beaten for so long is taken up again. By the clock of the database. */
  readonly leaseMs: number;
}

/**
 * Takes the next job: one whose worker died before one that waits, the oldest first, and of a queue key only while no
 * other of it runs. Two workers never get the same one.
 * @returns null when there is nothing to do
 * @throws error 23505 of the driver when another worker began a job of the same key at the same moment: nothing is taken
 */
export function claimJob(tx: Transaction, options: ClaimOptions): Promise<HeldJob | null> {
  const { worker, kinds, now, leaseMs } = options;
  return tx.find<HeldJob>(sql`
    update job set state = 'running', held_by = ${worker}, beat_at = clock_timestamp(), attempts = attempts + 1
    where id = (
      select j.id from job j where j.kind = any(${[...kinds]}::text[])
        and ((j.state = 'waiting' and j.run_after <= ${now}::timestamptz)
          or (j.state = 'running' and j.beat_at < clock_timestamp() - make_interval(secs => ${leaseMs / 1000})))
        and not exists (
          select 1 from job o where o.queue_key = j.queue_key and o.state = 'running' and o.id <> j.id)
      order by j.state = 'waiting', j.run_after, j.created_at, j.id limit 1 for update of j skip locked)
    returning id, kind, payload, held_by as worker, attempts, max_attempts as "maxAttempts",
      cancel_asked as "cancelAsked", checkpoint`);
}

/**
 * Says that the worker lives, and how far the job is.
 * @returns whether it is to stop
 * @throws JobLost
 */
export async function beatJob(tx: Transaction, job: HeldJob, progress: JobProgress | null): Promise<boolean> {
  const row = await tx.find<{ stop: boolean }>(sql`
    update job set beat_at = clock_timestamp(), progress = coalesce(${progress?.fraction ?? null}, progress),
      stage_zh = coalesce(${progress?.zh ?? null}, stage_zh), stage_en = coalesce(${progress?.en ?? null}, stage_en)
    where id = ${job.id} and held_by = ${job.worker} and attempts = ${job.attempts} and state = 'running'
    returning cancel_asked as stop`);
  if (row === null) throw new JobLost();
  return row.stop;
}

/**
 * Makes sure, at the beginning of a transaction that writes part of the result, that the job is still held. Until the
 * transaction ends nobody else can take it, however long that lasts.
 * @throws JobLost
 */
export async function assertHeld(tx: Transaction, job: HeldJob): Promise<void> {
  const row = await tx.find(sql`
    select 1 as held from job where id = ${job.id} and held_by = ${job.worker} and attempts = ${job.attempts}
      and state = 'running' for update`);
  if (row === null) throw new JobLost();
}

/** Keeps what a restart goes on from, in the transaction it comes after. @throws JobLost */
export async function keepCheckpoint(tx: Transaction, job: HeldJob, checkpoint: unknown): Promise<void> {
  const kept = await tx.run(sql`
    update job set beat_at = clock_timestamp(), checkpoint = ${JSON.stringify(checkpoint ?? null)}::jsonb
    where id = ${job.id} and held_by = ${job.worker} and attempts = ${job.attempts} and state = 'running'`);
  if (kept === 0) throw new JobLost();
}

/**
 * Ends the job, in the transaction that enters its result.
 * @param error code or kind of fault, never a message
 * @throws JobLost
 */
export async function endJob(
  tx: Transaction,
  job: HeldJob,
  state: 'done' | 'failed' | 'cancelled',
  at: Date,
  error: string | null = null,
): Promise<void> {
  const ended = await tx.run(sql`
    update job set state = ${state}, ended_at = ${at}, held_by = null, beat_at = null, last_error = ${error},
      progress = case when ${state} = 'done' then 1 else progress end
    where id = ${job.id} and held_by = ${job.worker} and attempts = ${job.attempts} and state = 'running'`);
  if (ended === 0) throw new JobLost();
  await wakeWorkers(tx, 'ended');
}

/** Lets it be tried again from `runAfter` on. @throws JobLost */
export async function putBackJob(
  tx: Transaction,
  job: HeldJob,
  options: { readonly runAfter: Date; readonly error: string | null; readonly counts: boolean },
): Promise<void> {
  const { runAfter, error, counts } = options;
  const put = await tx.run(sql`
    update job set state = 'waiting', run_after = ${runAfter}, held_by = null, beat_at = null,
      last_error = coalesce(${error}, last_error), attempts = attempts - ${counts ? 0 : 1}::integer
    where id = ${job.id} and held_by = ${job.worker} and attempts = ${job.attempts} and state = 'running'`);
  if (put === 0) throw new JobLost();
  await wakeWorkers(tx, 'put back');
}
