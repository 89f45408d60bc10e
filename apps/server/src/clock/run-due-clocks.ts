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
/** One end may begin the next: a posting that is over, the time for what follows. */
const deedsAtOnce = 8;

/**
 * Does whatever the time of matters is over for, each in a transaction of its own; what fails is told to the log and
 * left to the next round. Any number of servers may do so at once.
 * @param signal stops between two matters
 */
export async function runDueClocks(office: Office, log: Logger, signal?: AbortSignal): Promise<ClockRound> {
  const done = { acted: 0, escalated: 0, recounted: 0, failed: 0 };
  const now = office.now();
  for (let after: WakeKey | null = null; ; ) {
    const from: WakeKey | null = after;
    const due: WakeKey[] = await office.db.within(everywhere, (tx) =>
      dueMatters(tx, now, { after: from, limit: page }),
    );
    for (const { id } of due) {
      if (signal?.aborted === true) return done;
      await runOne(office, id, done).catch((error: unknown) => {
        done.failed += 1;
        log.error({ matter: id, fault: describeFault(error) }, 'the clock could not act');
      });
    }
    after = due.at(-1) ?? null;
    if (due.length < page) return done;
  }
}

async function runOne(office: Office, id: string, done: Record<keyof ClockRound, number>): Promise<void> {
  const room = journalRoom(office);
  for (let i = 0; i < deedsAtOnce; i++) {
    const deed = await office.db.within(everywhere, (tx) => runClock(tx, room, id));
    if (deed === 'nothing') return;
    done[deed] += 1;
  }
}
