import { createReadStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, readMigrations, sourceMigrations } from '../migrate.ts';
import { copyFile } from './backup-database.ts';
import { databaseNotEmpty, differsAfterRestore, notABackup, unknownSchema } from './backup-refusals.ts';
import {
  fileList,
  type FileEntry,
  type Manifest,
  readManifest,
  type TableEntry,
  tableFile,
} from './manifest.ts';
import { type BackupKeys, decryptStream, digestStream } from './sealed-stream.ts';
import { connectPlainly, digestTable, listTables } from './snapshot-tables.ts';

export interface RestoreSettings {
  readonly from: string;
  /** Of the owner of an empty database. */
  readonly url: string;
  readonly placeOfFile: (key: string) => string;
  readonly passphrase: string | null;
  readonly migrationsFolder?: string;
  readonly onProgress?: (words: string) => void;
}

/**
 * Restores a backup into an empty database: every digest is checked before anything is loaded, everything is loaded in
 * one transaction and read back, and only what equals the backup is kept. A backup of an earlier release is then
 * migrated. The vault's keys must be those the manifest names; that is checked when the server starts.
 * @throws UserError BAK-102 … BAK-106
 */
export async function restoreDatabase(settings: RestoreSettings): Promise<Manifest> {
  const { manifest, keys } = readManifest(settings.from, settings.passphrase);
  const migrationsFolder = settings.migrationsFolder ?? sourceMigrations;
  checkSchema(manifest, migrationsFolder);
  await checkStored(settings.from, manifest);
  const client = await connectPlainly(settings.url);
  try {
    await checkEmpty(client);
    await migrate(settings.url, { migrationsFolder, upTo: manifest.schemaVersion });
    await restoreFiles(settings);
    await client.query('begin');
    await loadAll(client, manifest, keys, settings);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    // Without its commit the transaction is gone with the connection.
    await client.end();
  }
  await migrate(settings.url, { migrationsFolder });
  return manifest;
}

/**
 * Reads every file of a backup again and compares it with the digest in the manifest.
 * @throws UserError BAK-102 a file is missing or is not what it was, BAK-103 passphrase wrong or missing
 */
export async function checkBackup(folder: string, passphrase: string | null): Promise<void> {
  await checkStored(folder, readManifest(folder, passphrase).manifest);
}

function checkSchema(manifest: Manifest, migrationsFolder: string): void {
  const known = readMigrations(migrationsFolder);
  const isKnown = manifest.migrations.every(({ checksum }, index) => known[index]?.checksum === checksum);
  if (!isKnown || manifest.schemaVersion !== manifest.migrations.length)
    throw unknownSchema(manifest.schemaVersion);
}

/** @throws UserError BAK-102 when any file of the backup is missing or not what the manifest says */
async function checkStored(folder: string, manifest: Manifest): Promise<void> {
  const check = async (name: string, digest: string): Promise<void> => {
    const place = join(folder, name);
    if (!existsSync(place)) throw notABackup(folder, { zh: `缺少 ${name}`, en: `${name} is missing` });
    if ((await digestFile(place)) !== digest)
      throw notABackup(folder, { zh: `${name} 已损坏或被改动`, en: `${name} is damaged or was changed` });
  };
  for (const table of manifest.tables) await check(tableFile(table.name), table.storedDigest);
  await check(fileList, manifest.files.digest);
  for await (const entry of filesIn(folder)) await check(join('files', entry.key), entry.digest);
}

async function digestFile(place: string): Promise<string> {
  const digest = digestStream();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(createReadStream(place), digest.stream, nowhere);
  return digest.hex();
}

async function* filesIn(folder: string): AsyncGenerator<FileEntry> {
  const lines = createInterface({ input: createReadStream(join(folder, fileList)), crlfDelay: Infinity });
  for await (const line of lines) {
    const entry = JSON.parse(line) as FileEntry;
    if (!/^[\w-]+$/.test(entry.key))
      throw notABackup(folder, { zh: '文件清单有误', en: 'its list of files is wrong' });
    yield entry;
  }
}

/** Empty has no tables, or those of a restore that failed: no rows but what a migration puts there. */
async function checkEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (name === 'chain_head') continue;
    const { rowCount } = await client.query(`select 1 from "${name}" limit 1`);
    if (rowCount !== 0) throw databaseNotEmpty(name);
  }
}

async function restoreFiles({ from, placeOfFile }: RestoreSettings): Promise<void> {
  for await (const { key, digest } of filesIn(from)) {
    const to = placeOfFile(key);
    if (existsSync(to) && (await digestFile(to)) === digest) continue;
    rmSync(to, { force: true });
    await copyFile(join(from, 'files', key), to, key);
  }
}

/** Foreign keys and triggers wait aside: tables refer to each other in circles, and the rows passed them once already. */
async function loadAll(
  client: pg.Client,
  manifest: Manifest,
  keys: BackupKeys | null,
  settings: RestoreSettings,
): Promise<void> {
  const { rows: constraints } = await client.query<{ on: string; name: string; text: string }>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as text
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`,
  );
  for (const { on, name } of constraints) await client.query(`alter table ${on} drop constraint ${name}`);
  for (const table of manifest.tables) {
    settings.onProgress?.(table.name);
    await client.query(`alter table "${table.name}" disable trigger user`);
    await client.query(`truncate "${table.name}"`);
    await loadTable(client, settings.from, table, keys);
    await client.query(`alter table "${table.name}" enable trigger user`);
  }
  for (const { on, name, text } of constraints)
    await client.query(`alter table ${on} add constraint ${name} ${text}`);
  for (const { name, lastValue } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${name}`, lastValue]);
  await compare(client, manifest);
}

async function loadTable(
  client: pg.Client,
  folder: string,
  table: TableEntry,
  keys: BackupKeys | null,
): Promise<void> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const opened = keys === null ? [] : [decryptStream(keys)];
  await pipeline([
    createReadStream(join(folder, tableFile(table.name))),
    ...opened,
    createGunzip(),
    client.query(copyFrom(`copy "${table.name}" (${columns}) from stdin`)),
  ]);
}

/** @throws UserError BAK-106 unless every table, and the head of the chain, is what was backed up */
async function compare(client: pg.Client, manifest: Manifest): Promise<void> {
  const now = await listTables(client);
  for (const entry of manifest.tables) {
    const shape = now.find((table) => table.name === entry.name);
    if (shape === undefined) throw differsAfterRestore(entry.name);
    const found = await digestTable(client, { ...shape, columns: entry.columns });
    if (found.rows !== entry.rows || found.digest !== entry.contentDigest)
      throw differsAfterRestore(entry.name);
  }
  const { rows } = await client.query<{ seq: string; hash: string }>(
    `select seq::text, encode(hash, 'hex') hash from step order by step.seq desc limit 1`,
  );
  const last = rows[0];
  if (last !== undefined && (last.seq !== manifest.chain.seq || last.hash !== manifest.chain.hash))
    throw differsAfterRestore('chain_head');
}
