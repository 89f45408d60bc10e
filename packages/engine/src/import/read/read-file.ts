import type { DuckDBConnection } from '@duckdb/node-api';
import { toRefusal } from './import-refusal.ts';
import type { InputFile } from './raw-sheet.ts';
import { readCsv } from './read-csv.ts';
import type { FileReading, ReadOptions } from './read-options.ts';
import { readXls } from './read-xls.ts';
import { readXlsx } from './read-xlsx.ts';

const readers = { xlsx: readXlsx, xls: readXls, csv: readCsv };

/**
 * Reads one file, whatever its format, into one DuckDB table per sheet.
 *
 * Whatever is wrong with the file becomes a refusal (code, what, what to do, zh and en) of the file or of one sheet;
 * empty sheets are refusals too, so that nothing goes unmentioned. Throws only what is not about the file: a full
 * disk, an interruption, lack of memory.
 */
export async function readFile(
  db: DuckDBConnection,
  file: InputFile,
  options: ReadOptions,
): Promise<FileReading> {
  try {
    return await readers[file.format](db, file, options);
  } catch (error) {
    return { sheets: [], refusals: [toRefusal(error, 'IMP-199', file.name)] };
  }
}
