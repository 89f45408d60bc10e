import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { CellColumn } from './cell-column.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { RawRow } from './raw-sheet.ts';

/** Wider sheets are refused: a data chunk of 2,048 rows would no longer fit in memory. */
export const maxColumns = 1024;
/** What is gathered before it is handed to the database: so many cells, empty ones included, or bytes of text. */
const batchCells = 100_000;
const batchBytes = 4 * 2 ** 20;

/**
 * Writes rows into one DuckDB table, in batches, with bounded memory.
 *
 * A row is begun with {@link startRow} and its cells are put from left to right; a row without cells is not stored.
 * Cells are gathered column by column as UTF-8, and a whole batch goes to the database as one text a column, which the
 * database splits while the caller reads on: neither a string nor a call is spent on a cell. The separator is NUL,
 * which no text holds: XML forbids it, and escaped or damaged ones are dropped.
 *
 * Callers put cells synchronously, as parsers call back, and after each piece of input do
 * `if (table.unsettled) await table.settle()`.
 */
export class RawTable {
  rows = 0;
  columns = 0;
  private readonly rowNos = new CellColumn();
  private readonly hiddens = new CellColumn();
  private readonly cells: CellColumn[] = [];
  /** Rows and bytes of the batch. */
  private batchRows = 0;
  private bytes = 0;
  private rowNo = 0;
  private hidden = false;
  private started = false;
  private storedColumns = 0;
  private insert: DuckDBPreparedStatement | null = null;
  private writing: Promise<unknown> = Promise.resolve();
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

  /** The batch is full. */
  get unsettled(): boolean {
    return this.batchRows * (this.columns + 2) >= batchCells || this.bytes >= batchBytes;
  }

  /** Begins a row, which ends when the next one begins. It counts from its first cell. */
  startRow(rowNo: number, hidden: boolean): void {
    this.rowNo = rowNo;
    this.hidden = hidden;
    this.started = false;
  }

  /** A cell of the row, right of those before. An empty text is no cell. */
  putText(column: number, text: string): void {
    const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
    if (clean !== '') this.bytes += this.columnAt(column).putText(this.batchRows - 1, clean);
  }

  /** The same for bytes `from` to `to` of `source`, at least one, which must be UTF-8 without NUL. */
  putBytes(column: number, source: Buffer, from: number, to: number): void {
    this.columnAt(column).putBytes(this.batchRows - 1, source, from, to);
    this.bytes += to - from;
  }

  /** A row as a whole: `cells[0..width-1]`, null where there is none. */
  append(rowNo: number, hidden: boolean, cells: readonly (string | null)[], width: number): void {
    this.startRow(rowNo, hidden);
    for (let c = 0; c < width; c += 1) {
      const text = cells[c];
      if (text) this.putText(c, text);
    }
  }

  /** Hands the batch to the database, once it has taken the one before. A row begun waits for its other cells. */
  async settle(): Promise<void> {
    await this.writing;
    const rows = this.started ? this.batchRows - 1 : this.batchRows;
    if (rows === 0) return;
    const insert = await this.statement();
    for (const [index, text] of [this.rowNos, this.hiddens, ...this.cells].entries()) {
      insert.bindBlob(index + 1, text.read(rows));
      text.drop(rows);
    }
    this.batchRows -= rows;
    this.bytes = 0;
    this.writing = insert.run();
    // It is awaited with the next batch: should it fail before that, the failure is not unheard of.
    this.writing.catch(() => {});
  }

  /** Stores what is left. The table exists afterwards only when `rows > 0`. */
  async finish(): Promise<void> {
    this.started = false;
    await this.settle();
    await this.writing;
    this.insert?.destroySync();
    this.insert = null;
  }

  /** Removes the half-written table after a failure. */
  async discard(): Promise<void> {
    await this.writing.catch(() => {});
    this.insert?.destroySync();
    this.insert = null;
    await this.db.run(`drop table if exists "${this.table}"`);
  }

  private columnAt(column: number): CellColumn {
    if (!this.started) this.storeRow();
    if (column >= this.columns) this.addColumns(column);
    return this.cells[column] as CellColumn;
  }

  private storeRow(): void {
    this.started = true;
    this.bytes += this.rowNos.putText(this.batchRows, String(this.rowNo));
    if (this.hidden) this.hiddens.putText(this.batchRows, '1');
    this.rows += 1;
    this.batchRows += 1;
  }

  private addColumns(column: number): void {
    if (column >= maxColumns) throw new ImportRefusal('IMP-113', this.fileName, { sheet: this.sheet });
    while (this.cells.length <= column) this.cells.push(new CellColumn());
    this.columns = column + 1;
  }

  /** The statement that stores a batch; makes the table first, or adds the columns it lacks. */
  private async statement(): Promise<DuckDBPreparedStatement> {
    if (this.insert !== null && this.storedColumns === this.columns) return this.insert;
    this.insert?.destroySync();
    this.insert = null;
    if (this.storedColumns === 0) {
      await this.db.run(createTableSql(this.table, this.columns));
      this.storedColumns = this.columns;
    }
    for (let c = this.storedColumns; c < this.columns; c += 1) {
      await this.db.run(`alter table "${this.table}" add column c${c} varchar`);
    }
    this.storedColumns = this.columns;
    this.insert = await this.db.prepare(insertSql(this.table, this.columns));
    return this.insert;
  }
}

/** The DDL of a raw table, see {@link RawSheet}. */
function createTableSql(table: string, columns: number): string {
  const cells = Array.from({ length: columns }, (_, c) => `c${c} varchar`).join(', ');
  return `create table "${table}" (row_no integer, row_hidden boolean, ${cells})`;
}

/** Splits one blob a column, texts separated by NUL, into rows. */
function insertSql(table: string, columns: number): string {
  const texts = Array.from(
    { length: columns + 2 },
    (_, i) => `unnest(string_split(decode($${i + 1}), chr(0))) as t${i}`,
  );
  const cells = Array.from({ length: columns }, (_, c) => `nullif(t${c + 2}, '')`);
  return `insert into "${table}" select t0::integer, t1 = '1', ${cells.join(', ')} from (select ${texts.join(', ')})`;
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
