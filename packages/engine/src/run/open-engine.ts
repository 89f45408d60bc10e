import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** The SQL engine of one run: an in-memory database that spills into one private folder. */
export interface Engine {
  readonly db: DuckDBConnection;
  /** A second connection to the same database: it reads the next file while `db` types this one. */
  readonly reader: DuckDBConnection;
  /** Private folder (mode 0700) for everything intermediate; gone after `close`. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Memory the SQL engine may hold before it spills; the process needs some hundred MB beside it. */
const memoryLimit = '1200MB';

/**
 * Opens the engine. One run owns one engine and one temporary folder; nothing is shared with another run.
 * An abort interrupts the running queries, which then reject.
 */
export async function openEngine(signal: AbortSignal): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'yangguang-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    threads: '2',
    temp_directory: join(folder, 'spill'),
    // A checkpoint of a database in memory rewrites tables for nothing; by default every larger insert brings one.
    checkpoint_threshold: '1TB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const db = await instance.connect();
  const reader = await instance.connect();
  const stop = (): void => {
    db.interrupt();
    reader.interrupt();
  };
  signal.addEventListener('abort', stop);
  return {
    db,
    reader,
    folder,
    async close() {
      signal.removeEventListener('abort', stop);
      reader.closeSync();
      db.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
