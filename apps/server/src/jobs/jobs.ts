import type { Transaction } from '@yangguang/store/database';

/** What a job is told, and what it may go on from after a restart. JSON. */
export type JobPayload = Readonly<Record<string, unknown>>;

/** The queue, as operations see it. A job added in a transaction exists exactly when the transaction is committed. */
export interface Jobs {
  /** @param queueKey one job of a key runs at a time */
  add(tx: Transaction, kind: string, payload: JobPayload, queueKey?: string): Promise<string>;
  /** Asks a job to stop at the next safe point. */
  cancel(tx: Transaction, jobId: string): Promise<void>;
}
