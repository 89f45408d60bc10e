import type { UserError } from '@yangguang/domain/errors/user-error';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Reach, Transaction } from '@yangguang/store/database';
import type { JobPayload } from './jobs.ts';

/** How a step of a job is taken. */
export interface StepOptions<T> {
  /** Makes JSON of the result: what a restart goes on from. */
  readonly checkpoint?: (result: T) => unknown;
  readonly asOwner?: boolean;
  /** How far the step may see; everywhere when left out. */
  readonly reach?: Reach;
}

/** A job under way. */
export interface JobAtWork {
  readonly id: string;
  readonly payload: JobPayload;
  /** What the attempt before kept last; null at the beginning. */
  readonly checkpoint: unknown;
  /** Aborted when the job is to stop: cancelled, handed back, or lost to another worker. Look at it at every safe point. */
  readonly signal: AbortSignal;
  /** How far the work is, 0–1. Written down with the next beat. */
  progress(fraction: number, stage: Bilingual): void;
  /**
   * One transaction of the work. It is done exactly when the job is still held, and what `checkpoint` makes of
   * the result is kept with it, so a restart goes on after it. `asOwner`: without row-level security, for what only the rolls may write.
   */
  step<T>(work: (tx: Transaction) => Promise<T>, options: StepOptions<T>): Promise<T>;
  /** The last transaction: enters the result and ends the job in one. */
  finish(work: (tx: Transaction) => Promise<void>): Promise<void>;
}

/** One kind of job. */
export interface JobKind {
  /** Does the work and ends with `finish`. A UserError ends the job for good; another fault lets it be tried again. */
  run(job: JobAtWork): Promise<void>;
  /**
   * What becomes of what the job was for when there is no result: in the transaction that ends the job.
   * @param fault why it failed; null when it was cancelled
   */
  putAway(tx: Transaction, payload: JobPayload, fault: UserError | null): Promise<void>;
}

export type JobKinds = Readonly<Record<string, JobKind>>;
