import { everywhere } from '@yangguang/store/database';
import { type ClockDeed, dueMatters, runClock, type WakeKey } from '@yangguang/store/journal/run-clock';
import type { Logger } from 'pino';
import type { Office } from '../http/call.ts';
import { describeFault } from '../http/error-answer.ts';
import { journalRoom } from '../office/journal-room.ts';

/** How often each thing was done in one round. */
export type ClockRound = Readonly<Record<Exclude<ClockDeed, 'nothing'> | 'failed', number>>;

/** Matters read at a time. */
const page = 200;
/** Matters of one round: whoever works meanwhile shares the machine and the end of the chain with the clock. */
const mostAtOnce = 1000;
/** One end may begin the next: a posting that is over, the time for what follows. */
const deedsAtOnce = 8;

/**
 * Does whatever the time of matters is over for, each in a transaction of its own; what fails is told to the log and
 * left to the next round, as is what goes beyond `most`. Any number of servers may do so at once.
 * @param options `signal` stops between two matters
 */
export async function runDueClocks(
  office: Office,
  log: Logger,
  { signal, most = mostAtOnce }: { readonly signal?: AbortSignal; readonly most?: number } = {},
): Promise<ClockRound> {
  const done = { acted: 0, escalated: 0, recounted: 0, failed: 0 };
  const now = office.now();
  let after: WakeKey | null = null;
  for (let left = most; left > 0; left -= page) {
    const range: Parameters<typeof dueMatters>[2] = { after, limit: Math.min(page, left) };
    const due: WakeKey[] = await office.db.within(everywhere, (tx) => dueMatters(tx, now, range));
    for (const { id } of due) {
      if (signal?.aborted === true) return done;
      await runOne(office, id, done).catch((error: unknown) => {
        done.failed += 1;
        log.error({ matter: id, fault: describeFault(error) }, 'the clock could not act');
      });
    }
    after = due.at(-1) ?? null;
    if (due.length < page) break;
  }
  return done;
}

async function runOne(office: Office, id: string, done: Record<keyof ClockRound, number>): Promise<void> {
  const room = journalRoom(office);
  for (let i = 0; i < deedsAtOnce; i++) {
    const deed = await office.db.within(everywhere, (tx) => runClock(tx, room, id));
    if (deed === 'nothing') return;
    done[deed] += 1;
  }
}
