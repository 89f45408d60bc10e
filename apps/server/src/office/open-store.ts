import { join } from 'node:path';
import { noteReads } from '@yangguang/store/audit/read-log';
import { type KeyedVault, openVault } from '@yangguang/store/crypto/open-vault';
import { hasKeys, registerKeys } from '@yangguang/store/crypto/register-keys';
import type { Database, Transaction } from '@yangguang/store/database';
import { migrate } from '@yangguang/store/migrate';
import { openDatabase } from '@yangguang/store/open-database';
import { findSchemaVersion } from '@yangguang/store/schema-version';
import { placeOfFile } from '../files/file-head.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { World } from '../world.ts';
import { openBase } from './open-base.ts';
import { schemaBehind } from './store-refusals.ts';

/** Database, keys and files, as a command works with them, beside a server that runs or without one. */
export interface OpenedStore {
  readonly settings: Settings;
  /** Of the owner of the tables. Holds a password: never log it. */
  readonly url: string;
  readonly db: Database;
  readonly vault: KeyedVault;
  readonly keyFile: string;
  /** Folder of the stored files. */
  readonly files: string;
}

export function keyFileOf(settings: Settings): string {
  return settings.KEY_FILE ?? join(settings.DATA_DIR, 'keys', 'vault.json');
}

export function filesOf(settings: Settings): string {
  return join(settings.DATA_DIR, 'files');
}

/** Where the file of a key lies. */
export function placeInFiles(settings: Settings): (key: string) => string {
  return (key) => placeOfFile(filesOf(settings), key);
}

/** Opens the keys, compares them with those the database knows, and makes them at the very first start. */
export async function openKeys(db: Database, settings: Settings, now: Date): Promise<KeyedVault> {
  const keyFile = keyFileOf(settings);
  const mayMake = !(await db.asOwner(hasKeys));
  const vault = openVault({ keyFile, mayMake, now });
  await db.asOwner((tx) => registerKeys(tx, vault, keyFile));
  return vault;
}

/**
 * Opens the store for one command and closes it again, whatever happens. An empty database gets its tables; one of an
 * earlier release is refused, because only `migrate` and `serve` change it, unless the work is the same for any.
 * @throws UserError SRV-301 · DB-… · KEY-…
 */
export async function withStore<T>(
  world: World,
  work: (store: OpenedStore) => Promise<T>,
  options: { readonly anySchema?: boolean } = {},
): Promise<T> {
  const settings = readSettings(world.environment);
  const base = await openBase(settings, () => {});
  try {
    const { has, newest } = await findSchemaVersion(base.url);
    // Empty, or of a later release, which migrate refuses.
    if (has === null || has > newest) await migrate(base.url);
    else if (has < newest && options.anySchema !== true) throw schemaBehind(has, newest);
    const db = openDatabase({ url: base.url, applicationName: 'yangguang command', maxConnections: 4 });
    try {
      const vault = await openKeys(db, settings, world.now());
      return await work({
        settings,
        url: base.url,
        db,
        vault,
        keyFile: keyFileOf(settings),
        files: filesOf(settings),
      });
    } finally {
      await db.close();
    }
  } finally {
    await base.stop();
  }
}

/** Enters into the audit what was done at the machine itself, where nobody signs in. */
export async function noteCommand(
  tx: Transaction,
  { vault }: Pick<OpenedStore, 'vault'>,
  world: World,
  operation: string,
  subject: Readonly<Record<string, unknown>>,
): Promise<void> {
  const operator = world.environment['SUDO_USER'] ?? world.environment['USER'] ?? null;
  await noteReads(tx, vault, [
    {
      at: world.now(),
      accountId: null,
      sessionId: null,
      role: null,
      kind: 'act',
      operation: `command.${operation}`,
      subject: { ...subject, ...(operator === null ? {} : { operator }) },
      reason: null,
      outcome: 'given',
      code: null,
      address: 'console',
      region: null,
    },
  ]);
}
