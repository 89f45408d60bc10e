import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { keyInUse, keyNotRetirable } from './key-refusals.ts';
import { takeKeysOut } from './key-file.ts';
import type { KeyedVault } from './open-vault.ts';
import { countKeyUses } from './rotate-values.ts';

/** A value sealed just before the newest version came may still be on its way into a table. */
const restMs = 3_600_000;

/**
 * Takes the keys of an older version out of the key file, once nothing in the database or among the files is sealed with
 * them.
 * @param filesUnder number of files whose keys are sealed with a version
 * @returns the file the keys were moved to
 * @throws UserError KEY-105 still in use · KEY-106 not one that can be retired, or too soon
 */
export async function retireKey(
  tx: Transaction,
  vault: KeyedVault,
  settings: {
    readonly keyFile: string;
    readonly version: number;
    readonly now: Date;
    readonly filesUnder: (version: number) => Promise<number>;
  },
): Promise<string> {
  const { version, now } = settings;
  const newest = vault.versions.at(-1);
  const one = vault.versions[version - 1];
  if (
    one === undefined ||
    newest === undefined ||
    one === newest ||
    one.retiredAt !== null ||
    now.getTime() - new Date(newest.madeAt).getTime() < restMs
  )
    throw keyNotRetirable(version, vault.keyVersion);
  // Two at once would each write the file the other read.
  await tx.run(sql`lock table vault_key in share row exclusive mode`);
  const uses = (await countKeyUses(tx, vault)).filter((use) => use.version === version);
  const files = await settings.filesUnder(version);
  const places = [
    ...uses.map(({ place, values }) => `${place} ${values}`),
    ...(files === 0 ? [] : [`files ${files}`]),
  ];
  if (places.length > 0) throw keyInUse(version, places.join(', '));
  return takeKeysOut(settings.keyFile, version, now);
}
