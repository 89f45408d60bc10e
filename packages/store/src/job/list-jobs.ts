import type { Transaction } from '../database.ts';
import { every, sql } from '../sql.ts';
import { wakeWorkers } from './job-table.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as whoever runs the server sees it: nothing of what it is about. */
export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly progress: number;
  readonly stageZh: string | null;
  readonly stageEn: string | null;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly cancelAsked: boolean;
  readonly lastError: string | null;
  readonly runAfter: Date;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const columns = sql`j.id, j.kind, j.state, j.progress, j.stage_zh as "stageZh", j.stage_en as "stageEn", j.attempts,
  j.max_attempts as "maxAttempts", j.cancel_asked as "cancelAsked", j.last_error as "lastError",
  j.run_after as "runAfter", j.created_at as "createdAt", j.ended_at as "endedAt"`;

/** Jobs, the newest first. @param after id of the last one seen */
export function listJobs(
  tx: Transaction,
  filter: { readonly states: readonly JobState[] },
  page: { readonly after: string | null; readonly limit: number },
): Promise<JobRow[]> {
  const conditions = [];
  if (filter.states.length > 0) conditions.push(sql`j.state = any(${[...filter.states]}::text[])`);
  if (page.after !== null)
    conditions.push(sql`(j.created_at, j.id) < (select created_at, id from job where id = ${page.after})`);
  return tx.rows<JobRow>(sql`
    select ${columns} from job j where ${every(conditions)} order by j.created_at desc, j.id desc limit ${page.limit}`);
}

/** One job, or null. */
export function findJob(tx: Transaction, id: string): Promise<JobRow | null> {
  return tx.find<JobRow>(sql`select ${columns} from job j where j.id = ${id}`);
}

/** How many jobs wait and run, how many failed in the last day, and how long the oldest has waited. */
export interface QueueState {
  readonly waiting: number;
  readonly running: number;
  readonly failedOfDay: number;
  readonly oldestWaitsSince: Date | null;
}

export function queueState(tx: Transaction, now: Date): Promise<QueueState> {
  return tx.get<QueueState>(sql`
    select (count(*) filter (where state = 'waiting'))::integer as waiting,
      (count(*) filter (where state = 'running'))::integer as running,
      (count(*) filter (where state = 'failed'))::integer as "failedOfDay",
      min(created_at) filter (where state = 'waiting') as "oldestWaitsSince"
    from job where state in ('waiting', 'running')
      or (state = 'failed' and ended_at > ${now}::timestamptz - interval '1 day')`);
}

/** Lets a job that waits for its next attempt begin now. @returns false when there is none that waits */
export async function hurryJob(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const hurried = await tx.run(sql`update job set run_after = ${now} where id = ${id} and state = 'waiting'`);
  await wakeWorkers(tx, 'hurry');
  return hurried === 1;
}

/** Takes ended jobs that nobody looks at any more out of the table. @returns how many */
export function sweepJobs(tx: Transaction, before: Date): Promise<number> {
  return tx.run(sql`delete from job where state in ('done', 'failed', 'cancelled') and ended_at < ${before}`);
}
