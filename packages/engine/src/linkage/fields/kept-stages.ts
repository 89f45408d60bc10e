import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf } from '../../dataset/sql-engine.ts';

/** Changes when tables of this version cannot be read by another. */
const layout = 1;
/** Of files above this size the first and the last bytes of this number are hashed, with size and time of change. */
const hashedBytes = 32 * 1024 * 1024;

/** A finished piece of work that a later run with the same files and plan need not do again. */
export interface Stage {
  readonly name: 'left' | 'right' | 'sides';
  /** What it was made of. */
  readonly key: string;
}

/** A stage's tables, with what is to be known about them. */
interface Manifest {
  readonly key: string;
  readonly tables: readonly string[];
  readonly told: unknown;
}

/** Size, time of change and hash of a file: whole, or of its head and tail where it is large. */
export async function fingerprint(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  const hash = createHash('sha256');
  const handle = await open(file);
  try {
    const parts = size <= 2 * hashedBytes ? [[0, size] as const] : headAndTail(size);
    for (const [start, length] of parts) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
  return `${size} ${mtimeMs} ${hash.digest('hex')}`;
}

const headAndTail = (size: number): (readonly [start: number, length: number])[] => [
  [0, hashedBytes],
  [size - hashedBytes, hashedBytes],
];

/** One text for all that a stage depends on. */
export const stageKey = (...parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([layout, ...parts]))
    .digest('hex');

/** Finished stages in a folder, as Parquet beside a manifest. */
export class KeptStages {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, 'kept');
  }

  /** Makes the stage's tables of what was kept, and returns what was told of them; null when there is nothing that fits. */
  async take(db: DuckDBConnection, { name, key }: Stage): Promise<{ readonly told: unknown } | null> {
    const folder = join(this.#folder, name);
    const manifest = await manifestIn(folder);
    if (manifest === null || manifest.key !== key) return null;
    for (const table of manifest.tables)
      await db.run(
        `create or replace table ${table} as select * from read_parquet(${quoted(join(folder, `${table}.parquet`))})`,
      );
    return { told: manifest.told };
  }

  /**
   * Keeps a stage's tables: they are written beside their place, manifest last, and take it in one step, so that a run
   * that is killed leaves a whole stage or none.
   */
  async put(
    db: DuckDBConnection,
    { name, key }: Stage,
    tables: readonly string[],
    told: unknown,
  ): Promise<void> {
    const [folder, part] = [join(this.#folder, name), join(this.#folder, `${name}.part`)];
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true, mode: 0o700 });
    for (const table of tables)
      await db.run(
        `copy ${table} to ${quoted(join(part, `${table}.parquet`))} (format parquet, compression zstd)`,
      );
    const manifest: Manifest = { key, tables, told };
    await writeFile(join(part, 'manifest.json'), JSON.stringify(manifest), { mode: 0o600 });
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
  }
}

/** Tables of the two sides and their dictionaries, as `makeSides` left them. */
export async function sideTables(db: DuckDBConnection): Promise<string[]> {
  const rows = await rowsOf(
    db,
    `select table_name from duckdb_tables() where table_name in ('side_l', 'side_r', 'sample_r') or starts_with(table_name, 'dict_') order by 1`,
  );
  return rows.map((row) => String(row.table_name));
}

async function manifestIn(folder: string): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}
