import { openReadLog } from '@yangguang/store/audit/read-log';
import type { KeyedVault } from '@yangguang/store/crypto/open-vault';
import type { Database } from '@yangguang/store/database';
import { migrate } from '@yangguang/store/migrate';
import { openDatabase } from '@yangguang/store/open-database';
import { putDivisions } from '@yangguang/store/run/put-divisions';
import type { Logger } from 'pino';
import { openFileStore } from '../files/open-file-store.ts';
import type { Office } from '../http/call.ts';
import { describeFault } from '../http/error-answer.ts';
import { openQueue } from '../jobs/open-queue.ts';
import { followLocalValues } from '../policy/local-policy.ts';
import { openPolicy } from '../policy/open-policy.ts';
import type { Settings } from '../settings.ts';
import { singleSignOnOf } from '../sign-on/single-sign-on-of.ts';
import type { World } from '../world.ts';
import { type Base, openBase } from './open-base.ts';
import { filesOf, openKeys } from './open-store.ts';

/** An office and what to do when it closes. */
export interface OpenedOffice {
  readonly office: Office;
  /** The vault of the office, with its key versions. */
  readonly keys: KeyedVault;
  /** Writes out what waits and stops the embedded database, in the order in which nothing is lost. */
  close(): Promise<void>;
}

/**
 * Opens everything the server's operations, jobs and commands share: database (started and brought to this version),
 * keys, policy pack, files, queue, read log.
 * @throws UserError in words for whoever starts the server; nothing is left running then
 */
export async function openOffice(settings: Settings, world: World, log: Logger): Promise<OpenedOffice> {
  // The pack is read while the database starts, which is a process of its own.
  const starting = openBase(settings, (words) => log.warn({ part: 'database' }, words));
  // Whoever waits for it below hears of it; until then nobody does.
  starting.catch(() => {});
  const policy = await readPolicy([world.builtInPolicy, ...settings.POLICY_OVERLAYS], starting);
  const base = await starting;
  try {
    await migrate(base.url);
    const db = openDatabase({ url: base.url, log: (words) => log.warn({ part: 'database' }, words) });
    return await furnish(base, db, policy, { settings, world, log });
  } catch (error) {
    await base.stop();
    throw error;
  }
}

async function readPolicy(folders: readonly string[], starting: Promise<Base>): Promise<Office['policy']> {
  // One turn for the database to be sent off.
  await new Promise((resolve) => setImmediate(resolve));
  try {
    return openPolicy(folders);
  } catch (error) {
    await starting.then(
      (base) => base.stop(),
      () => {},
    );
    throw error;
  }
}

async function furnish(
  base: Base,
  db: Database,
  policy: Office['policy'],
  { settings, world, log }: { settings: Settings; world: World; log: Logger },
): Promise<OpenedOffice> {
  try {
    const vault = await openKeys(db, settings, world.now());
    await db.asOwner((tx) => putDivisions(tx, policy.divisions()));
    await followLocalValues({ db, policy }, (error) =>
      log.error({ fault: describeFault(error) }, 'the numbers of offices could not be read'),
    );
    const readLog = openReadLog(db, vault);
    const office: Office = {
      db,
      vault,
      policy,
      files: openFileStore(filesOf(settings), vault, world.newId),
      jobs: openQueue(world.now, world.newId),
      readLog,
      settings,
      version: world.version,
      now: world.now,
      newId: world.newId,
      stopping: world.signal,
      ...singleSignOnOf(settings),
    };
    return {
      office,
      keys: vault,
      close: async () => {
        await readLog.close();
        await db.close();
        await base.stop();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}
