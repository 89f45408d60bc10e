import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A connection that waits for notices. */
export interface Listener {
  close(): Promise<void>;
}

const longestPauseMs = 5000;

/**
 * Listens on a channel, connecting again for as long as it takes. After each new connection the callback runs once with ''
 * because notices may have been missed.
 * @throws when the first connection fails
 */
export async function openListener(
  connection: pg.ClientConfig,
  channel: string,
  onNotice: (payload: string) => void,
  log: (words: string) => void,
): Promise<Listener> {
  const closing = new AbortController();
  let client = await connect();
  return {
    close: async () => {
      closing.abort();
      await client.end().catch(() => {});
    },
  };

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client(connection);
    let isLost = false;
    const onLost = (): void => {
      if (isLost) return;
      isLost = true;
      if (!closing.signal.aborted) void again();
    };
    try {
      // A connection that fails to open tells here; one that breaks later, below.
      fresh.on('error', () => {});
      await fresh.connect();
      await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    } catch (error) {
      await fresh.end().catch(() => {});
      throw error;
    }
    fresh.on('notification', (notice) => onNotice(notice.payload ?? ''));
    fresh.on('error', onLost);
    fresh.on('end', onLost);
    return fresh;
  }

  async function again(): Promise<void> {
    log(`Connection for notices on ${channel} lost; connecting again.`);
    for (let pause = 50; !closing.signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        await sleep(pause, null, { signal: closing.signal });
        client = await connect();
        if (closing.signal.aborted) await client.end();
        else onNotice('');
        return;
      } catch {
        // Not there yet: the next turn waits longer.
      }
    }
  }
}
