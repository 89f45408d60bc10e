import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { placeTaken } from './backup-refusals.ts';
import {
  fileList,
  type FileEntry,
  type Manifest,
  type TableEntry,
  tableFile,
  writeManifest,
} from './manifest.ts';
import { backupKeys, type BackupKeys, digestStream, encryptStream, newSalt } from './sealed-stream.ts';
import { connectPlainly, listTables, readTable, type TableShape } from './snapshot-tables.ts';

export interface BackupSettings {
  /** Of the owner of the tables. */
  readonly url: string;
  /** A new folder. */
  readonly to: string;
  readonly now: Date;
  /** Where the evidence file of a key lies on the disk. Files are taken as they lie there, encrypted. */
  readonly placeOfFile: (key: string) => string;
  /** Encrypts the tables; null leaves names readable to whoever holds the backup. */
  readonly passphrase: string | null;
  /** Told of each table and at every thousandth file. */
  readonly onProgress?: (words: string) => void;
}

/**
 * Backs up while the server works: every table as it stood at one instant, the evidence files those tables name, and a
 * manifest with counts and digests, written last. Needs no program of PostgreSQL and works on any server. The keys of the
 * vault are not part of it. The folder appears under its name when it is whole.
 * @throws UserError BAK-101 when the folder exists
 */
export async function backupDatabase(settings: BackupSettings): Promise<Manifest> {
  if (existsSync(settings.to)) throw placeTaken(settings.to);
  const half = `${settings.to}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'tables'), { recursive: true, mode: 0o700 });
  mkdirSync(join(half, 'files'), { mode: 0o700 });
  const client = await connectPlainly(settings.url);
  try {
    await client.query('begin isolation level repeatable read read only');
    const manifest = await writeAll(client, half, settings);
    await client.query('commit');
    renameSync(half, settings.to);
    return manifest;
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function writeAll(client: pg.Client, folder: string, settings: BackupSettings): Promise<Manifest> {
  const salt = settings.passphrase === null ? null : newSalt();
  const keys = salt === null ? null : backupKeys(settings.passphrase ?? '', salt);
  const tables: TableEntry[] = [];
  for (const table of await listTables(client)) {
    settings.onProgress?.(table.name);
    tables.push(await writeTable(client, folder, table, keys));
  }
  const { files, missing } = await writeFiles(client, folder, settings);
  const manifest: Manifest = {
    format: 1,
    product: 'yangguang',
    madeAt: settings.now.toISOString(),
    ...(await describeSchema(client)),
    tables,
    files,
    missingFiles: missing,
    salt: salt?.toString('base64') ?? null,
  };
  writeManifest(folder, manifest, keys);
  return manifest;
}

async function writeTable(
  client: pg.Client,
  folder: string,
  table: TableShape,
  keys: BackupKeys | null,
): Promise<TableEntry> {
  const source = readTable(client, table);
  const content = digestStream();
  const stored = digestStream();
  const target = createWriteStream(join(folder, tableFile(table.name)), { mode: 0o600, flush: true });
  const sealed = keys === null ? [] : [encryptStream(keys)];
  await pipeline([source, content.stream, createGzip({ level: 3 }), ...sealed, stored.stream, target]);
  return {
    name: table.name,
    columns: table.columns,
    rows: source.rowCount,
    contentDigest: content.hex(),
    storedDigest: stored.hex(),
  };
}

type Schema = Pick<Manifest, 'schemaVersion' | 'migrations' | 'keyVersions' | 'sequences' | 'chain'>;

async function describeSchema(client: pg.Client): Promise<Schema> {
  const read = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text)).rows;
  const migrations = await read<{ name: string; checksum: string }>(
    'select name, checksum from migration order by no',
  );
  const [head] = await read<{ seq: string; hash: string }>(
    `select seq::text, encode(hash, 'hex') hash from chain_head where name = 'step'`,
  );
  return {
    schemaVersion: migrations.length,
    migrations,
    keyVersions: await read('select version, fingerprint from vault_key order by version'),
    sequences: await read(`select sequencename as name, last_value::text as "lastValue" from pg_sequences
      where schemaname = 'public' and last_value is not null order by 1`),
    chain: head ?? { seq: '0', hash: '' },
  };
}

/** Copies every file that the snapshot names. Files are written once and never changed, so they fit it. */
async function writeFiles(
  client: pg.Client,
  folder: string,
  settings: BackupSettings,
): Promise<{ files: Manifest['files']; missing: string[] }> {
  const list = digestStream();
  const missing: string[] = [];
  let count = 0;
  async function* entries(): AsyncGenerator<Buffer> {
    for (const key of await listKeys(client)) {
      const place = settings.placeOfFile(key);
      if (!existsSync(place)) {
        missing.push(key);
        continue;
      }
      count += 1;
      if (count % 1000 === 0) settings.onProgress?.(`${count} files`);
      yield Buffer.from(`${JSON.stringify(await copyFile(place, join(folder, 'files', key), key))}\n`);
    }
  }
  const target = createWriteStream(join(folder, fileList), { mode: 0o600, flush: true });
  await pipeline(entries, list.stream, target);
  return { files: { count, digest: list.hex() }, missing };
}

/** Keys in every column called storage_key. */
async function listKeys(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'storage_key' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const parts = tables.map(
    ({ name }) => `select storage_key as key from "${name}" where storage_key is not null`,
  );
  if (parts.length === 0) return [];
  const { rows } = await client.query<{ key: string }>(`${parts.join(' union ')} order by 1`);
  return rows.map((row) => row.key).filter((key) => /^[\w-]+$/.test(key));
}

/** Copies one file and digests it on the way. */
export async function copyFile(from: string, to: string, key: string): Promise<FileEntry> {
  const digest = digestStream();
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  await pipeline(
    createReadStream(from),
    digest.stream,
    createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true }),
  );
  return { key, bytes: digest.bytes(), digest: digest.hex() };
}
