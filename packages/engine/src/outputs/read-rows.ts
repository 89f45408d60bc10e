import type { DuckDBConnection } from '@duckdb/node-api';
import { type StreamedRow, streamRows } from './stream-rows.ts';

/** All rows of one SELECT, in its order: for aggregates. Lists that may be long are streamed instead. */
export async function readRows(db: DuckDBConnection, sql: string): Promise<StreamedRow[]> {
  const rows: StreamedRow[] = [];
  for await (const row of streamRows(db, sql)) rows.push(row);
  return rows;
}

/** The cell as a number; 0 where it is NULL. */
export function numberOf(row: StreamedRow, column: string): number {
  return Number(row[column] ?? 0);
}
