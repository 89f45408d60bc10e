import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source, SourceColumn } from './source.ts';

const SQL_TYPE: Readonly<Record<SourceColumn['type'], string>> = {
  text: 'varchar',
  name: 'varchar',
  phone: 'varchar',
  account: 'varchar',
  credit: 'varchar',
  id: 'varchar',
  cat: 'varchar',
  date: 'date',
  month: 'date',
  money: 'bigint',
  int: 'integer',
  decimal: 'double',
  yesno: 'boolean',
  year: 'integer',
  place: 'varchar',
};

/** Columns of one data set column as stored: numbers keep their state, and the raw text where it is another. */
export function storedColumns(column: SourceColumn): readonly (readonly [name: string, type: string])[] {
  // A year beside a month, an address where none is kept: they only help to read other columns.
  if (column.type === 'year' || column.type === 'place') return [];
  const own = [column.name, SQL_TYPE[column.type]] as const;
  if (column.type !== 'id') return [own];
  return [own, [`${column.name}_state`, 'varchar'], [`${column.name}_raw`, 'varchar']];
}

/** Columns every canonical table begins with. */
export const KEY_COLUMNS =
  'row_key bigint, sheet_id integer, row_no integer, part integer, source_on date, is_current boolean';

/**
 * Creates an empty table for every data set, and import_sheet, set_aside and cell_fault. Rules can then read any of them,
 * whatever was sent.
 */
export async function createCanonicalTables(db: DuckDBConnection, sources: readonly Source[]): Promise<void> {
  for (const source of sources) {
    const columns = source.columns.flatMap(storedColumns).map(([name, type]) => `${name} ${type}`);
    await db.run(`create table ${source.table} (${KEY_COLUMNS}, ${columns.join(', ')})`);
  }
  await db.run(`create table import_sheet (sheet_id integer, file varchar, sheet varchar, table_name varchar, confidence double,
    rows_in bigint, rows_taken bigint, rows_set_aside bigint, rows_structure bigint, rows_outside bigint, source_on date)`);
  await db.run(
    'create table set_aside (sheet_id integer, row_no integer, code varchar, reason_zh varchar, reason_en varchar, cells json)',
  );
  await db.run(
    'create table cell_fault (sheet_id integer, row_no integer, column_name varchar, code varchar, raw varchar)',
  );
}
