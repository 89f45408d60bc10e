import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type ClusterPlaces, explain, makeCluster, placesIn } from './cluster.ts';
import { chooseHome } from './home.ts';
import { Keeper } from './keeper.ts';
import { releaseLauncherLock, takeLauncherLock } from './launcher-lock.ts';
import { findPostmaster } from './postmaster.ts';
import { findPrograms } from './find-programs.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

/** The embedded database, running. */
export interface EmbeddedPostgres {
  /** Connection string of the owner of the database `yangguang`. Holds a password: never log it. */
  readonly url: string;
  /** Of PostgreSQL's own administrator: for tests and repair only. */
  readonly superuserUrl: string;
  /** The server's process, 0 while it is being started again. */
  readonly pid: number;
  /** True when another part of this program, or another process, started it and looks after it. */
  readonly isShared: boolean;
  /** Stops it, unless it is shared: sessions are cut off, everything committed is written out. */
  stop(): Promise<void>;
}

export interface PostgresSettings {
  /** Folder of the database; made when missing. */
  readonly folder: string;
  readonly log: (words: string) => void;
  /** False for throw-away databases of tests only: a power cut would lose data. */
  readonly isDurable?: boolean;
  /** True when it goes on after this process has ended well: somebody else ends it. */
  readonly staysAfterExit?: boolean;
  /** Settings of PostgreSQL beyond ours, for tests and benchmarks. */
  readonly settings?: Readonly<Record<string, string>>;
}

const ownerName = 'yangguang';
const superuserName = 'postgres';
const databaseName = 'yangguang';

/**
 * Starts the embedded PostgreSQL on a folder, making the cluster at first. It listens on a socket file, never on the
 * network. One process looks after it and starts it again should it die; others that ask for the same folder share it.
 * What a killed process left running is ended first.
 * @throws UserError DB-101 … DB-105
 */
export async function startPostgres(settings: PostgresSettings): Promise<EmbeddedPostgres> {
  const runAs = chooseRunAs(join(settings.folder, 'cluster'));
  const home = chooseHome(settings.folder, runAs, settings.log);
  const places = placesIn(makeHome(home, runAs));
  const shared = await shareOrLock(places);
  return shared ?? (await keep(places, runAs, settings));
}

function makeHome(home: string, runAs: RunAs): string {
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    return realpathSync(home);
  } catch (error) {
    throw explain(error, home, runAs);
  }
}

/** The running database of a living launcher, waited for; or null, and this process is the launcher now. */
async function shareOrLock(places: ClusterPlaces): Promise<EmbeddedPostgres | null> {
  while (!takeLauncherLock(places.lock).isNew) {
    const running = findPostmaster(places.cluster);
    if (running?.isReady && existsSync(places.ownerPassword)) {
      const one = describe(places, running.socketFolder, true);
      if (await canConnect(one.url)) return { ...one, pid: running.pid, stop: async () => {} };
    }
    await sleep(50);
  }
  return null;
}

async function keep(
  places: ClusterPlaces,
  runAs: RunAs,
  settings: PostgresSettings,
): Promise<EmbeddedPostgres> {
  let keeper: Keeper | null = null;
  const stop = async (): Promise<void> => {
    await keeper?.stop();
    releaseLauncherLock(places.lock);
  };
  try {
    const isDurable = settings.isDurable ?? true;
    const programs = findPrograms(places.home, runAs);
    await makeCluster(places, programs, runAs, isDurable);
    const options = {
      log: settings.log,
      isDurable,
      staysAfterExit: settings.staysAfterExit ?? false,
      settings: settings.settings ?? {},
    };
    const started = new Keeper(places, programs, runAs, options);
    keeper = started;
    await started.start();
    await prepareDatabase(places, started.socketFolder);
    return {
      ...describe(places, started.socketFolder, false),
      get pid() {
        return started.pid;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw explain(error, places.home, runAs);
  }
}

function describe(
  places: ClusterPlaces,
  socketFolder: string,
  isShared: boolean,
): Omit<EmbeddedPostgres, 'pid' | 'stop'> {
  const url = (user: string, passwordFile: string): string =>
    `postgresql://${user}:${readFileSync(passwordFile, 'utf8').trim()}@${encodeURIComponent(socketFolder)}:5432/${databaseName}`;
  return {
    url: url(ownerName, places.ownerPassword),
    superuserUrl: url(superuserName, places.superuserPassword),
    isShared,
  };
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * The owner is no superuser: what runs here also runs on a server where the bureau is given one database and no more.
 * Repeated at every start, so a first start that was cut off is finished by the next.
 */
async function prepareDatabase(places: ClusterPlaces, socketFolder: string): Promise<void> {
  const url = describe(places, socketFolder, false).superuserUrl.replace(/[^/]*$/, 'postgres');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const password = client.escapeLiteral(readFileSync(places.ownerPassword, 'utf8').trim());
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [ownerName]);
    await client.query(
      `${roles.rowCount === 0 ? 'create' : 'alter'} role ${ownerName} login createrole password ${password}`,
    );
    const databases = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (databases.rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerName}`);
  } finally {
    await client.end();
  }
}
