import type { DuckDBConnection } from '@duckdb/node-api';

/** A streamed value: integers of any width as numbers (fen stay far below 2^53), dates as 'YYYY-MM-DD'. */
export type StreamedValue = string | number | boolean | null;

/** A row by column name. */
export type StreamedRow = Readonly<Record<string, StreamedValue>>;

/**
 * Runs one SELECT and yields its rows one by one in order; memory holds one chunk (2,048 rows) at a time. A row comes
 * over as one JSON text: taking it apart in one go costs half of asking the database for value after value.
 */
export async function* streamRows(db: DuckDBConnection, sql: string): AsyncGenerator<StreamedRow> {
  const result = await db.stream(`select to_json(r)::varchar from (${sql}) r`);
  for await (const chunk of result.yieldRowsJs()) {
    for (const [json] of chunk) yield plainRow(JSON.parse(json as string) as Record<string, unknown>);
  }
}

/** Lists and structures stay JSON texts; everything else is a plain value already. */
function plainRow(row: Record<string, unknown>): StreamedRow {
  for (const name in row) {
    const value = row[name];
    if (typeof value === 'object' && value !== null) row[name] = JSON.stringify(value);
  }
  return row as StreamedRow;
}

/**
 * Rows of a sorted stream gathered while `key` stays the same.
 * @yields the rows of one key, in order.
 */
export async function* groupRows(
  rows: AsyncIterable<StreamedRow>,
  key: (row: StreamedRow) => string,
): AsyncGenerator<StreamedRow[]> {
  let group: StreamedRow[] = [];
  for await (const row of rows) {
    if (group[0] && key(group[0]) !== key(row)) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield group;
}

/** Rows by key, keys in order of first appearance. */
export function groupBy(
  rows: readonly StreamedRow[],
  key: (row: StreamedRow) => string,
): Map<string, StreamedRow[]> {
  const groups = new Map<string, StreamedRow[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** The text of a column, '' when empty. */
export function text(row: StreamedRow, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}

/** The first of these columns that is not empty, '' when all are. */
export function firstText(row: StreamedRow, ...columns: readonly string[]): string {
  return columns.map((column) => text(row, column)).find((value) => value !== '') ?? '';
}

/** Town, village and group as far as they are known, with spaces between. */
export function placeText(row: StreamedRow): string {
  return ['town', 'village', 'group_name']
    .map((column) => text(row, column))
    .filter((part) => part !== '')
    .join(' ');
}

/** The integer of a column, null when empty. */
export function integer(row: StreamedRow, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/** Whether a column is true; empty is false. */
export function flag(row: StreamedRow, column: string): boolean {
  return row[column] === true;
}
