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
}

/** Puts a job into the queue: it exists exactly when the transaction is committed. */
export async function addJob(tx: Transaction, job: NewJob): Promise<void> {
  await tx.run(sql`
    insert into job (id, kind, payload, queue_key, run_after, created_at)
    values (${job.id}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb, ${job.queueKey}, ${job.at}, ${job.at})`);
  await tx.run(sql`select pg_notify('job', ${job.kind})`);
}

/** A job that waits is cancelled at once; one that runs is asked to stop at its next safe point. */
export async function cancelJob(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.run(sql`
    update job set cancel_asked = true,
      state = case when state = 'waiting' then 'cancelled' else state end,
      ended_at = case when state = 'waiting' then ${at}::timestamptz else ended_at end
    where id = ${id} and state in ('waiting', 'running')`);
}
