import type { DuckDBConnection } from '@duckdb/node-api';

/** A value as DuckDB hands it over: whole numbers beyond 2^31 arrive as bigint. */
export type SqlValue = string | number | bigint | boolean | null;
export type SqlRow = Record<string, SqlValue>;

/** All rows of a query; dates, lists and structs must be cast to text in the query. */
export async function rowsOf(db: DuckDBConnection, sql: string): Promise<SqlRow[]> {
  const read = await db.runAndReadAll(sql);
  return read.getRowObjectsJS() as SqlRow[];
}

/** The one value of a one-row, one-column query; null when there is no row. */
export async function valueOf(db: DuckDBConnection, sql: string): Promise<SqlValue> {
  const row = (await rowsOf(db, sql))[0];
  return row === undefined ? null : (Object.values(row)[0] ?? null);
}

/** A text literal; null becomes NULL. A statement ends at a NUL character, so those are left out. */
export const quoted = (text: string | null): string =>
  text === null ? 'null' : `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;

/** Appends rows of text cells to an existing table; every column of it must be VARCHAR. */
export async function appendText(
  db: DuckDBConnection,
  table: string,
  rows: Iterable<readonly (string | null)[]>,
): Promise<void> {
  const appender = await db.createAppender(table);
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
}
