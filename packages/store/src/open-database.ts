import pg from 'pg';
import type { Database, Transaction } from './database.ts';
import { databaseBusy, databaseGone, isConnectionFailure } from './database-refusals.ts';
import { openListener, type Listener } from './listener.ts';
import { encodeReach } from './reach-settings.ts';
import { rowTypes } from './row-types.ts';
import { PgTransaction } from './pg-transaction.ts';

export interface DatabaseSettings {
  /** postgresql://user:password@host:port/database; the user owns the tables. */
  readonly url: string;
  /** Connections kept at most; default 20. */
  readonly maxConnections?: number;
  /** Name shown in the server's list of sessions. */
  readonly applicationName?: string;
  /** A statement of a request that takes longer is cut off; default 30 s. */
  readonly statementTimeoutMs?: number;
  /** Told of lost connections and other faults outside any transaction. Holds no personal data. */
  readonly log?: (words: string) => void;
}

/** A statement of the owner (verify, backup, migration) may take this long. */
const ownerTimeoutMs = 600_000;

/**
 * Opens the database. Nothing is connected yet; nothing is ever retried: who calls knows whether that is safe.
 * @throws UserError DB-110 when the server cannot be reached, DB-111 when every connection stays busy, later, by the calls
 */
export function openDatabase(settings: DatabaseSettings): Database {
  const log = settings.log ?? (() => {});
  const timeout = settings.statementTimeoutMs ?? 30_000;
  const pool = new pg.Pool({
    ...connectionOf(settings),
    max: settings.maxConnections ?? 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on('error', (error) => log(`Idle connection lost: ${error.message}`));
  // A connection that breaks while it is lent out also tells its own listeners; without one the process would end.
  pool.on('connect', (client) => client.on('error', () => {}));
  const listeners: Listener[] = [];
  return {
    within: async (reach, work) => transact(pool, `begin; ${encodeReach(reach, timeout)}`, work),
    asOwner: async (work) => transact(pool, `begin; set local statement_timeout = ${ownerTimeoutMs}`, work),
    listen: async (channel, onNotice) => {
      listeners.push(await openListener(connectionOf(settings), channel, onNotice, log));
    },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
      await pool.end();
    },
  };
}

function connectionOf(settings: DatabaseSettings): pg.ClientConfig {
  return {
    connectionString: settings.url,
    application_name: settings.applicationName ?? 'yangguang',
    keepAlive: true,
    types: rowTypes,
    options: '-c timezone=Asia/Shanghai -c idle_in_transaction_session_timeout=300000',
  };
}

async function transact<T>(pool: pg.Pool, begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  const tx = new PgTransaction(client);
  let fault: unknown = null;
  try {
    await client.query(begin);
    const result = await work(tx);
    await tx.end();
    const { command } = await client.query('commit');
    // A statement failed, and `work` went on as if it had not: nothing was stored, and nobody may be told otherwise.
    if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back at its end.');
    return result;
  } catch (error) {
    fault = error;
    await tx.end();
    await client.query('rollback').catch((again: unknown) => {
      fault = again;
    });
    throw isConnectionFailure(error) ? databaseGone(error) : error;
  } finally {
    // A connection whose state is unknown is thrown away.
    client.release(isConnectionFailure(fault));
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    if (error instanceof Error && /timeout exceeded when trying to connect/.test(error.message))
      throw databaseBusy(error);
    throw isConnectionFailure(error) ? databaseGone(error) : error;
  }
}
