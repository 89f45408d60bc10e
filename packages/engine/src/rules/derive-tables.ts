import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { PackError } from '../pack/pack-error.ts';

/** A table that rules read, made from the data sets and the links by one SQL file of the pack. */
export interface DerivedTable {
  readonly file: string;
  readonly sql: string;
}

/** The derived tables of a pack folder, in the order of their numbers. */
export function findDerivedTables(policyFolder: string): DerivedTable[] {
  const folder = join(policyFolder, 'tables', 'derived');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ file: join(folder, name), sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Builds the derived tables. The data sets, the links and the pack's own tables must exist.
 * @throws PackError PACK-18 naming the file when its SQL does not run
 */
export async function deriveTables(
  db: DuckDBConnection,
  tables: readonly DerivedTable[],
  onTable: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  for (const [at, table] of tables.entries()) {
    onTable(at, tables.length);
    try {
      await db.run(table.sql);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new PackError(
        'PACK-18',
        { file: table.file, line: 1 },
        {
          zh: `派生表不能生成：${why}。请改正这个文件。`,
          en: `The derived table cannot be built: ${why}. Correct this file.`,
        },
      );
    }
  }
}
