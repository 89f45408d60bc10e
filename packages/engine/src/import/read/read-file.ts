import type { DuckDBConnection } from '@duckdb/node-api';
import { toRefusal } from './import-refusal.ts';
import type { InputFile } from './raw-sheet.ts';
import type { FileReading, ReadOptions } from './read-options.ts';
import { readXlsx } from './read-xlsx.ts';

export async function readFile(db: DuckDBConnection, file: InputFile, options: ReadOptions): Promise<FileReading> {
  try {
    return await readXlsx(db, file, options);
  } catch (error) {
    return { sheets: [], refusals: [toRefusal(error, 'IMP-199', file.name)] };
  }
}
