import { join } from 'node:path';
import { openReadLog } from '@yangguang/store/audit/read-log';
import { openVault } from '@yangguang/store/crypto/open-vault';
import { hasKeys, registerKeys } from '@yangguang/store/crypto/register-keys';
import type { Database } from '@yangguang/store/database';
import { migrate } from '@yangguang/store/migrate';
import { openDatabase } from '@yangguang/store/open-database';
import type { Vault } from '@yangguang/store/vault';
import type { Logger } from 'pino';
import { openFileStore } from '../files/open-file-store.ts';
import type { Office } from '../http/call.ts';
import { openQueue } from '../jobs/open-queue.ts';
import { openPolicy } from '../policy/open-policy.ts';
import type { Settings } from '../settings.ts';
import { singleSignOnOf } from '../sign-on/single-sign-on-of.ts';
import type { World } from '../world.ts';
import { type Base, openBase } from './open-base.ts';

/** An office and what to do when it closes. */
export interface OpenedOffice {
  readonly office: Office;
  /** Writes out what waits and stops the embedded database, in the order in which nothing is lost. */
  close(): Promise<void>;
}

/**
 * Opens everything the server's operations, jobs and commands share: database (started and brought to this version),
 * keys, policy pack, files, queue, read log.
 * @throws UserError in words for whoever starts the server; nothing is left running then
 */
export async function openOffice(settings: Settings, world: World, log: Logger): Promise<OpenedOffice> {
  // Faults of the pack are cheaper to find than a database is to start.
  const policy = openPolicy([world.builtInPolicy, ...settings.POLICY_OVERLAYS]);
  const base = await openBase(settings, (words) => log.info({ part: 'database' }, words));
  try {
    await migrate(base.url);
    const db = openDatabase({ url: base.url, log: (words) => log.warn({ part: 'database' }, words) });
    return await furnish(base, db, policy, { settings, world });
  } catch (error) {
    await base.stop();
    throw error;
  }
}

async function furnish(
  base: Base,
  db: Database,
  policy: Office['policy'],
  { settings, world }: { settings: Settings; world: World },
): Promise<OpenedOffice> {
  try {
    const vault = await openKeys(db, settings, world.now());
    const readLog = openReadLog(db, vault);
    const office: Office = {
      db,
      vault,
      policy,
      files: openFileStore(join(settings.DATA_DIR, 'files'), vault, world.newId),
      jobs: openQueue(world.now, world.newId),
      readLog,
      settings,
      version: world.version,
      now: world.now,
      newId: world.newId,
      ...singleSignOnOf(settings),
    };
    return {
      office,
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

async function openKeys(db: Database, settings: Settings, now: Date): Promise<Vault> {
  const keyFile = settings.KEY_FILE ?? join(settings.DATA_DIR, 'keys', 'vault.json');
  const mayMake = !(await db.asOwner(hasKeys));
  const vault = openVault({ keyFile, mayMake, now });
  await db.asOwner((tx) => registerKeys(tx, vault, keyFile));
  return vault;
}
