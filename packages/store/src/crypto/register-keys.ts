import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { foreignKeys } from './key-refusals.ts';
import type { KeyedVault } from './open-vault.ts';

/** True when the database knows a key: a missing key file is then an accident, and no new one may be made. */
export async function hasKeys(tx: Transaction): Promise<boolean> {
  return (await tx.find(sql`select 1 from vault_key limit 1`)) !== null;
}

/**
 * Compares the vault's keys with those the database was sealed with, and enters new versions. Run at every start, as the
 * owner, before anything is sealed.
 * @throws UserError KEY-104 when the key file is another one, or older than the database
 */
export async function registerKeys(tx: Transaction, vault: KeyedVault, keyFile: string): Promise<void> {
  const known = await tx.rows<{ version: number; fingerprint: string }>(
    sql`select version, fingerprint from vault_key order by version for update`,
  );
  for (const { version, fingerprint } of known)
    if (vault.versions[version - 1]?.fingerprint !== fingerprint) throw foreignKeys(keyFile, version);
  for (const one of vault.versions.slice(known.length))
    await tx.run(sql`insert into vault_key (version, fingerprint, suite, made_at)
      values (${one.version}, ${one.fingerprint}, ${one.suite}, ${one.madeAt}) on conflict do nothing`);
}
