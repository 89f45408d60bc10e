import {
  BOOLEAN,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { ImportRefusal } from './import-refusal.ts';
import type { RawRow } from './raw-sheet.ts';

/** Wider sheets are refused: a data chunk of 2,048 rows would no longer fit in memory. */
export const maxColumns = 1024;
const chunkRows = 2048;
const chunksPerFlush = 15;
const rowsToLearnWidth = 200;

interface PendingRow {
  readonly rowNo: number;
  readonly hidden: boolean;
  readonly cells: (string | null)[];
}

/**
 * Writes rows into one DuckDB table, in chunks, with bounded memory.
 *
 * The width is learnt from the first 200 rows; a later, wider row waits until {@link settle} has added the
 * columns. So callers append (synchronously, as parsers call back) and after each piece of input do
 * `if (table.unsettled) await table.settle()`.
 */
export class RawTable {
  rows = 0;
  columns = 0;
  private appender: DuckDBAppender | null = null;
  private columnValues: (string | null)[][] = [];
  private rowNos: number[] = [];
  private hiddens: boolean[] = [];
  private sinceFlush = 0;
  private pending: PendingRow[] = [];
  private neededColumns = 0;
  private readonly db: DuckDBConnection;
  readonly table: string;
  private readonly fileName: string;
  private readonly sheet: string | undefined;

  constructor(db: DuckDBConnection, table: string, fileName: string, sheet?: string) {
    this.db = db;
    this.table = table;
    this.fileName = fileName;
    this.sheet = sheet;
  }

  /** Rows are waiting for columns to be added. */
  get unsettled(): boolean {
    return this.pending.length >= rowsToLearnWidth || (this.appender !== null && this.pending.length > 0);
  }

  /** `cells[0..width-1]` is copied; `width` is the index after the last non-null cell, at least 1. */
  append(rowNo: number, hidden: boolean, cells: readonly (string | null)[], width: number): void {
    if (width > maxColumns) throw new ImportRefusal('IMP-113', this.fileName, { sheet: this.sheet });
    this.rows += 1;
    if (this.appender === null || width > this.columns || this.pending.length > 0) {
      if (width > this.neededColumns) this.neededColumns = width;
      this.pending.push({ rowNo, hidden, cells: cells.slice(0, width) });
      return;
    }
    this.place(rowNo, hidden, cells, width);
  }

  /** Creates or widens the table and stores the waiting rows. */
  async settle(): Promise<void> {
    if (this.pending.length === 0) return;
    if (this.appender === null) await this.create();
    else if (this.neededColumns > this.columns) await this.widen();
    const waiting = this.pending;
    this.pending = [];
    for (const row of waiting) this.place(row.rowNo, row.hidden, row.cells, row.cells.length);
  }

  /** Stores what is left. The table exists afterwards only when `rows > 0`. */
  async finish(): Promise<void> {
    await this.settle();
    this.flush();
    this.appender?.closeSync();
    this.appender = null;
  }

  /** Removes the half-written table after a failure. */
  async discard(): Promise<void> {
    try {
      this.appender?.closeSync();
    } catch {
      // The appender is already broken: the table is dropped next, which is all that matters.
    }
    this.appender = null;
    await this.db.run(`drop table if exists "${this.table}"`);
  }

  private async create(): Promise<void> {
    await this.db.run(createTableSql(this.table, this.neededColumns));
    await this.open();
  }

  private async widen(): Promise<void> {
    this.flush();
    this.appender?.closeSync();
    for (let c = this.columns; c < this.neededColumns; c += 1) {
      await this.db.run(`alter table "${this.table}" add column c${c} varchar`);
    }
    await this.open();
  }

  private async open(): Promise<void> {
    this.columns = this.neededColumns;
    this.columnValues = Array.from({ length: this.columns }, () => []);
    this.appender = await this.db.createAppender(this.table);
  }

  private place(rowNo: number, hidden: boolean, cells: readonly (string | null)[], width: number): void {
    this.rowNos.push(rowNo);
    this.hiddens.push(hidden);
    const { columnValues, columns } = this;
    for (let c = 0; c < columns; c += 1) {
      (columnValues[c] as (string | null)[]).push(c < width ? (cells[c] ?? null) : null);
    }
    if (this.rowNos.length === chunkRows) this.flush();
  }

  private flush(): void {
    if (this.rowNos.length === 0 || this.appender === null) return;
    const types = [INTEGER, BOOLEAN, ...this.columnValues.map(() => VARCHAR)];
    const chunk = DuckDBDataChunk.create(types, this.rowNos.length);
    chunk.setColumnValues(0, this.rowNos);
    chunk.setColumnValues(1, this.hiddens);
    for (let c = 0; c < this.columns; c += 1) {
      const values = this.columnValues[c] as (string | null)[];
      chunk.setColumnValues(c + 2, values);
      values.length = 0;
    }
    this.appender.appendDataChunk(chunk);
    this.sinceFlush += 1;
    // Left alone, the appender holds 200,000 rows outside the database's memory limit.
    if (this.sinceFlush >= chunksPerFlush) {
      this.appender.flushSync();
      this.sinceFlush = 0;
    }
    this.rowNos = [];
    this.hiddens = [];
  }
}

/** The DDL of a raw table, see {@link RawSheet}. */
function createTableSql(table: string, columns: number): string {
  const cells = Array.from({ length: columns }, (_, c) => `c${c} varchar`).join(', ');
  return `create table "${table}" (row_no integer, row_hidden boolean, ${cells})`;
}

/** First 40 and last 10 stored rows, in source order. */
export async function readEnds(
  db: DuckDBConnection,
  table: string,
  columns: number,
): Promise<{ head: RawRow[]; tail: RawRow[] }> {
  const cells = Array.from({ length: columns }, (_, c) => `c${c}`).join(', ');
  const read = async (order: string): Promise<RawRow[]> => {
    const result = await db.runAndReadAll(`select row_no, ${cells} from "${table}" order by row_no ${order}`);
    return result.getRows().map((row) => ({
      rowNo: Number(row[0]),
      cells: row.slice(1).map((cell) => (cell === null ? null : String(cell))),
    }));
  };
  const head = await read('limit 40');
  const tail = await read('desc limit 10');
  return { head, tail: tail.reverse() };
}
