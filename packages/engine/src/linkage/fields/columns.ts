import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';

/** Rows of a data chunk; DuckDB takes no more at once. */
const chunkRows = 2048;

/** The one column of a query, piece by piece. */
export async function* streamColumn(
  db: DuckDBConnection,
  sql: string,
): AsyncGenerator<readonly DuckDBValue[]> {
  for await (const [column] of streamColumns(db, sql)) if (column !== undefined) yield column;
}

/**
 * The columns of a query, piece by piece. The result is held by the database, which may spill it: a streamed one would
 * end without a word as soon as a writer on the same connection hands over its rows.
 */
export async function* streamColumns(
  db: DuckDBConnection,
  sql: string,
): AsyncGenerator<readonly (readonly DuckDBValue[])[]> {
  const result = await db.run(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    yield chunk.getColumns();
}

/** Gathers rows and hands them to a table a chunk at a time. Call `close` at the end. */
export class ColumnWriter {
  readonly #appender: Awaited<ReturnType<DuckDBConnection['createAppender']>>;
  readonly #types: readonly DuckDBType[];
  #rows: DuckDBValue[][] = [];

  private constructor(
    appender: Awaited<ReturnType<DuckDBConnection['createAppender']>>,
    types: readonly DuckDBType[],
  ) {
    this.#appender = appender;
    this.#types = types;
  }

  static async open(
    db: DuckDBConnection,
    table: string,
    types: readonly DuckDBType[],
  ): Promise<ColumnWriter> {
    return new ColumnWriter(await db.createAppender(table), types);
  }

  put(row: DuckDBValue[]): void {
    this.#rows.push(row);
    if (this.#rows.length === chunkRows) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#appender.closeSync();
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    const chunk = DuckDBDataChunk.create(this.#types);
    chunk.setRows(this.#rows);
    this.#appender.appendDataChunk(chunk);
    this.#rows = [];
  }
}
