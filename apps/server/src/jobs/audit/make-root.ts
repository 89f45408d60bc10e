import { dayOf } from '@yangguang/domain/workflows/clocks';
import { makeDailyRoot } from '@yangguang/store/audit/daily-root';
import { everywhere, type Transaction } from '@yangguang/store/database';
import { addJob } from '@yangguang/store/job/job-table';
import { sql } from '@yangguang/store/sql';
import type { Office } from '../../http/call.ts';
import type { JobKind } from '../job-kind.ts';
import { jobKindNames } from '../job-names.ts';

type Needs = Pick<Office, 'db' | 'vault' | 'newId' | 'now'>;

const dayMs = 86_400_000;

/**
 * Folds both chains into the root of the day that has ended, soon after midnight, and waits for the next one. After days
 * without a server the one root covers them all: it is over everything written until then.
 */
export function makeRoot(office: Needs): JobKind {
  return {
    run: async (job) => {
      const now = office.now();
      const ended = dayOf(new Date(now.getTime() - dayMs).toISOString());
      await job.finish(async (tx) => {
        await waitForNext(tx, office, now);
        await makeDailyRoot(tx, office.vault, ended, now);
      });
    },
    // Without a root there is one more tomorrow.
    putAway: (tx) => waitForNext(tx, office, office.now()),
  };
}

/** Sees to it, when the server starts, that a root is made every day: for the day before at once, where there is none. */
export async function keepRoots(office: Needs): Promise<void> {
  await office.db.within(everywhere, async (tx) => {
    // Servers that start side by side ask one after another.
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${jobKindNames.makeRoot}, 0))`);
    const waits = await tx.rows(sql`select 1 from job where kind = ${jobKindNames.makeRoot}
      and state in ('waiting', 'running') limit 1`);
    if (waits.length === 0) await add(tx, office, office.now());
  });
}

function waitForNext(tx: Transaction, office: Needs, now: Date): Promise<void> {
  const today = Date.parse(`${dayOf(now.toISOString())}T00:05:00+08:00`);
  return add(tx, office, new Date(today + dayMs));
}

function add(tx: Transaction, { newId }: Needs, at: Date): Promise<void> {
  return addJob(tx, { id: newId(), kind: jobKindNames.makeRoot, payload: {}, queueKey: null, at });
}
