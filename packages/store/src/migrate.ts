import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { changedFile, newerDatabase } from './migration-refusals.ts';
import { prepareServer } from './prepare-server.ts';

/** One step of the schema: a plain SQL file, applied once, never changed after a release. */
export interface Migration {
  readonly no: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly checksum: string;
}

/** What one run did. */
export interface MigrationReport {
  readonly applied: readonly string[];
  /** Number of the newest migration the database has now. */
  readonly version: number;
}

/** Folder of the migrations beside this file; a bundled program brings a copy and names it itself. */
export const sourceMigrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number, the same in every version: who holds it migrates. */
const lockKey = 7_207_310_001;

/**
 * Brings the database at `url` (its owner's) to this program's schema: forward only, each file in a transaction of its
 * own, one migrator at a time (the others wait and find nothing to do).
 * @throws UserError DB-120 newer database, DB-121 a released file was changed, DB-122 … DB-125 server not fit
 */
export async function migrate(
  url: string,
  options: { readonly migrationsFolder?: string; readonly upTo?: number } = {},
): Promise<MigrationReport> {
  const all = readMigrations(options.migrationsFolder ?? sourceMigrations);
  const migrations = all.filter((one) => one.no <= (options.upTo ?? Infinity));
  const client = new pg.Client({ connectionString: url, application_name: 'yangguang migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await prepareServer(client);
    return await applyAll(client, migrations, all.at(-1)?.no ?? 0);
  } finally {
    // Closing the session gives the lock back, whatever happened.
    await client.end();
  }
}

/** The migrations of a folder in order. @throws when numbers are missing or double */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) throw new Error(`There is no folder of migrations at ${folder}.`);
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files.sort().map((name, index) => {
    const no = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (no !== index + 1) throw new Error(`Migration ${name}: number ${index + 1} was expected.`);
    // Line ends may change on the way through version control; the statements do not.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { no, name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

async function applyAll(
  client: pg.Client,
  migrations: readonly Migration[],
  newest: number,
): Promise<MigrationReport> {
  await client.query(`create table if not exists migration (
    no integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ no: number; name: string; checksum: string }>(
    'select no, name, checksum from migration order by no',
  );
  const has = rows.at(-1)?.no ?? 0;
  if (has > newest) throw newerDatabase(has, newest);
  const applied: string[] = [];
  for (const migration of migrations) {
    const before = rows.find((row) => row.no === migration.no);
    if (before === undefined) {
      await apply(client, migration);
      applied.push(migration.name);
    } else if (before.checksum !== migration.checksum) throw changedFile(migration.name);
  }
  return { applied, version: Math.max(has, migrations.at(-1)?.no ?? 0) };
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.text);
    await client.query('insert into migration (no, name, checksum) values ($1, $2, $3)', [
      migration.no,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const { message, position } = error as { message: string; position?: string };
    const line = migration.text.slice(0, Number(position ?? 0)).split('\n').length;
    throw new Error(`Migration ${migration.name}, line ${line}: ${message}`, { cause: error });
  }
}
