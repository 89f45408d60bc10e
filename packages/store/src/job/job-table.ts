import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** A job as it enters the queue. */
export interface NewJob {
  readonly id: string;
  readonly kind: string;
  /** JSON. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** One job of a key runs at a time. */
  readonly queueKey: string | null;
  readonly at: Date;
  /** How often it is begun at most; 3 when left out. */
  readonly maxAttempts?: number;
}

/** Channel on which the queue tells that there is something to look at. */
export const jobChannel = 'job';

/** Puts a job into the queue: it exists exactly when the transaction is committed. */
export async function addJob(tx: Transaction, job: NewJob): Promise<void> {
  await tx.run(sql`
    insert into job (id, kind, payload, queue_key, run_after, created_at, max_attempts)
    values (${job.id}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb, ${job.queueKey}, ${job.at}, ${job.at},
      ${job.maxAttempts ?? 3})`);
  await wakeWorkers(tx, job.kind);
}

/**
 * Asks a job to stop. One that runs does so at its next safe point; one that waits is taken up once more, only to be put
 * away with what belongs to it, and no longer waits for others of its key.
 */
export async function cancelJob(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.run(sql`
    update job set cancel_asked = true,
      run_after = case when state = 'waiting' then ${at}::timestamptz else run_after end,
      queue_key = case when state = 'waiting' then null else queue_key end
    where id = ${id} and state in ('waiting', 'running')`);
  await wakeWorkers(tx, 'cancel');
}

/** Tells every worker to look at the queue, when the transaction is committed. */
export async function wakeWorkers(tx: Transaction, why: string): Promise<void> {
  await tx.run(sql`select pg_notify(${jobChannel}, ${why})`);
}
