import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { checkDigit } from '@yangguang/domain/words/id-check';
import Papa from 'papaparse';
import { fileURLToPath } from 'node:url';
import { createCanonicalTables } from './canonical-tables.ts';
import { HeadingLexicon } from './find-header.ts';
import { importRawSheet, type SheetOutcome } from './import-raw-sheet.ts';
import { loadSources } from './load-sources.ts';
import type { SheetMapping } from './mapping-file.ts';
import type { RawRow, RawSheet } from './read/raw-sheet.ts';

/** The data sets as shipped. */
export const SOURCES_DIR = fileURLToPath(new URL('../../../../policy/sources', import.meta.url));
export const sources = loadSources([SOURCES_DIR]);
const lexicon = new HeadingLexicon(sources);

/** Made-up numbers, put together at run time. */
export const PEOPLE = {
  A: `37010119520302${'123'}`,
  B: `37010119800302${'126'}`,
  C: `37010119900715${'001'}`,
  D: `37010119330101${'003'}`,
} as const;
export const idOf = (who: keyof typeof PEOPLE): string => PEOPLE[who] + checkDigit(PEOPLE[who]);
export const withIds = (text: string): string =>
  text.replace(/\{([A-D])\}/gu, (_, who: string) => idOf(who as keyof typeof PEOPLE));

/** Rows of a small csv text; quotes are understood, empty cells are null. */
export function parseRows(text: string): (string | null)[][] {
  const { data } = Papa.parse<string[]>(withIds(text).trim());
  return data.map((row) => row.map((cell) => (cell === '' ? null : cell)));
}

export async function openDatabase(): Promise<DuckDBConnection> {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  await createCanonicalTables(db, sources);
  return db;
}

/** Stores rows as the readers do; wholly empty rows are left out. */
export async function makeSheet(
  db: DuckDBConnection,
  name: string,
  rows: readonly (readonly (string | null)[])[],
  sheet = '',
): Promise<RawSheet> {
  const columns = Math.max(1, ...rows.map((r) => r.length));
  const table = 'raw_test';
  const cells = Array.from({ length: columns }, (_, i) => `c${i} varchar`).join(', ');
  await db.run(`create table ${table} (row_no integer, row_hidden boolean, ${cells})`);
  const stored: RawRow[] = rows
    .map((r, i) => ({ rowNo: i + 1, cells: Array.from({ length: columns }, (_, c) => r[c] ?? null) }))
    .filter((r) => r.cells.some((c) => c !== null));
  const appender = await db.createAppender(table);
  for (const row of stored) {
    appender.appendInteger(row.rowNo);
    appender.appendBoolean(false);
    for (const cell of row.cells) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
  return {
    file: { path: name, name, sha256: '0', bytes: 1, format: 'csv' },
    sheet,
    sheetHidden: false,
    table,
    columns,
    rows: stored.length,
    head: stored.slice(0, 40),
    tail: stored.slice(-10),
    merges: [],
    alarms: [],
  };
}

/** Imports a csv text as the sheet of a file. */
export async function importText(
  db: DuckDBConnection,
  name: string,
  text: string,
  more: { sheetId?: number; sheet?: string; mapping?: SheetMapping } = {},
): Promise<SheetOutcome> {
  const sheet = await makeSheet(db, name, parseRows(text), more.sheet ?? '');
  return importRawSheet(db, sheet, {
    sheetId: more.sheetId ?? 1,
    sources,
    lexicon,
    mapping: more.mapping,
    inspect: false,
  });
}
