import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@yangguang/store/open-database';
import { sql } from '@yangguang/store/sql';
import { openLog } from '../log/open-log.ts';
import type { JobKinds } from './job-kind.ts';
import { openWorker, type Worker } from './open-worker.ts';

/** A worker whose jobs count to `payload.to` in table tally, a row a step. Test support. */
export async function countingWorker(url: string, leaseMs: number, now: () => Date): Promise<Worker> {
  const db = openDatabase({ url, maxConnections: 6, applicationName: 'test worker' });
  const office = { db, now, newId: () => randomUUID() };
  const times = { beatMs: 60, leaseMs, pollMs: 100, backOffMs: 1000 };
  const log = openLog('silent', { write: () => {} });
  const worker = await openWorker(office, kinds, log, { slots: 2, times });
  return {
    stop: async () => {
      await worker.stop();
      await db.close();
    },
  };
}

const kinds: JobKinds = {
  count: {
    async run(job) {
      const { to, failsAt, ms } = job.payload as { to: number; failsAt?: number; ms: number };
      for (let n = Number(job.checkpoint ?? 0) + 1; n <= to; n++) {
        if (n === failsAt) throw new Error('a fault of ours');
        await job.step((tx) => tx.run(sql`insert into tally (job, n) values (${job.id}, ${n})`), {
          checkpoint: () => n,
          asOwner: true,
        });
        job.progress(n / to, { zh: `第 ${n} 步`, en: `step ${n}` });
        await sleep(ms, null, { signal: job.signal });
      }
      await job.finish(
        async (tx) => void (await tx.run(sql`insert into tally (job, n) values (${job.id}, 0)`)),
      );
    },
    async putAway(tx, _payload, fault) {
      await tx.run(sql`insert into tally_end values (${fault?.code ?? 'cancelled'})`);
    },
  },
};
