import type { DuckDBConnection } from '@duckdb/node-api';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/**
 * Runs one SELECT and returns plain rows: integers of any width as numbers (all our amounts in fen stay far
 * below 2^53), dates as 'YYYY-MM-DD', everything else as text. Meant for aggregates and for lists that are
 * written out whole; rows keep the order of the query.
 */
export async function readRows(db: DuckDBConnection, sql: string): Promise<Row[]> {
  const result = await db.runAndReadAll(sql);
  return result.getRowObjectsJS().map((row) => {
    const plain: Record<string, Cell> = {};
    for (const [name, value] of Object.entries(row)) plain[name] = plainCell(value);
    return plain;
  });
}

function plainCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** The cell as text; empty text where it is NULL. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}

/** The cell as a number; 0 where it is NULL. */
export function numberOf(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : Number(value ?? 0);
}

/** The cell as a number, or null where it is NULL: for amounts that may be unknown. */
export function numberOrNull(row: Row, column: string): number | null {
  const value = row[column];
  return value === null || value === undefined ? null : Number(value);
}
