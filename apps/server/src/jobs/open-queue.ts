import { addJob, cancelJob } from '@yangguang/store/job/job-table';
import type { Jobs } from './jobs.ts';

/** The queue as operations see it: entries of the job table, in the transaction of whoever asks. */
export function openQueue(now: () => Date, newId: () => string): Jobs {
  return {
    async add(tx, kind, payload, queueKey) {
      const id = newId();
      await addJob(tx, { id, kind, payload, queueKey: queueKey ?? null, at: now() });
      return id;
    },
    cancel: (tx, jobId) => cancelJob(tx, jobId, now()),
  };
}
