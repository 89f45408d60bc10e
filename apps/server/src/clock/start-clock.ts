import type { Logger } from 'pino';
import type { Office } from '../http/call.ts';
import { describeFault } from '../http/error-answer.ts';
import { runDueClocks } from './run-due-clocks.ts';

/** The clock of a server. */
export interface Clock {
  /** Lets the matter at hand end and begins no other. */
  stop(): Promise<void>;
}

/** Time between two rounds: limits are days, the shortest some hours. */
const pauseMs = 60_000;

/** Acts for matters whose time is over, now and every minute, until stopped. */
export function startClock(office: Office, log: Logger, pause = pauseMs): Clock {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: NodeJS.Timeout | null = null;
  const round = async (): Promise<void> => {
    try {
      const done = await runDueClocks(office, log, { signal });
      if (Object.values(done).some((n) => n > 0)) log.info(done, 'times that were over');
    } catch (error) {
      log.error({ fault: describeFault(error) }, 'the clock could not look');
    }
  };
  let running: Promise<void> = Promise.resolve();
  const next = (): void => {
    running = round().then(() => {
      if (!signal.aborted) timer = setTimeout(next, pause);
    });
  };
  next();
  return {
    async stop() {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
