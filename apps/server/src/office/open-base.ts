import { join } from 'node:path';
import { startPostgres } from '@yangguang/store/embedded/start-postgres';
import type { Settings } from '../settings.ts';

/** Where the database is. */
export interface Base {
  /** Connection string of the tables' owner. Holds a password: never log it. */
  readonly url: string;
  readonly isEmbedded: boolean;
  /** Stops the embedded database; a server of its own is left alone. */
  stop(): Promise<void>;
}

/**
 * The database the settings name, or the embedded one, started.
 * @param log told of what the embedded database says
 * @throws UserError DB-101 … DB-105 when the embedded database cannot run here
 */
export async function openBase(settings: Settings, log: (line: string) => void): Promise<Base> {
  if (settings.DATABASE_URL !== undefined)
    return { url: settings.DATABASE_URL, isEmbedded: false, stop: async () => {} };
  const server = await startPostgres({ folder: join(settings.DATA_DIR, 'database'), log });
  return { url: server.url, isEmbedded: true, stop: () => server.stop() };
}
