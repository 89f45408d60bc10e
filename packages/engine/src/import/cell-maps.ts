import type { DuckDBConnection } from '@duckdb/node-api';
import { appendText, quoted, rowsOf, type SqlValue } from '../dataset/sql-engine.ts';
import { FAST, mapValues, type ValueMap } from './typed-column.ts';
import type { TypedCell } from './type-value.ts';
import type { TypingTask } from './typing-task.ts';

/** Cells to be typed: SQL types the clean ones of a long list, `convert` all others. */
export interface CellRequest {
  readonly column: string;
  /** SQL text expression over the body. */
  readonly expr: string;
  /** SQL predicate of the clean cells, and their values as SQL. */
  readonly fast: string;
  readonly clean: readonly string[];
  readonly convert: (raw: string) => TypedCell;
  /** How many values a cell gives. */
  readonly width: number;
  /** What these cells do not say is no fault. */
  readonly quiet: boolean;
  /** SQL type of the values, if not text. */
  readonly cast: 'bigint' | null;
}

/** Where the typed values of a sheet's cells come from. The body has the alias b. */
export interface CellMaps {
  /** SQL of the request's values, valid once `settle` has run. */
  map(request: CellRequest): Promise<string[]>;
  /** The joins the values need. */
  settle(): Promise<readonly string[]>;
  /** Records the faults and drops what was made. */
  finish(): Promise<void>;
}

/** Up to this many rows every cell is typed at once; beyond, SQL types the clean ones and only distinct others pass here. */
const SHORT = 3000;

export const cellMaps = (db: DuckDBConnection, task: TypingTask): CellMaps =>
  task.rows <= SHORT ? new StagedCells(db, task) : new MappedCells(db, task);

const bodyOf = ({ body, where }: TypingTask): string =>
  where === 'true' ? body : `(select * from ${body} where ${where})`;

const typed = (value: string, cast: CellRequest['cast']): string =>
  cast === null ? value : `try_cast(${value} as ${cast})`;

class MappedCells implements CellMaps {
  private readonly joins: string[] = [];
  private readonly maps: { map: ValueMap; request: CellRequest }[] = [];
  private counter = 0;
  private readonly db: DuckDBConnection;
  private readonly task: TypingTask;

  constructor(db: DuckDBConnection, task: TypingTask) {
    this.db = db;
    this.task = task;
  }

  async map(request: CellRequest): Promise<string[]> {
    const { expr, fast, clean, convert, width, cast } = request;
    this.counter += 1;
    const table = `map_${this.task.sheetId}_${this.task.partOffset}_${this.counter}`;
    const map = await mapValues(this.db, bodyOf(this.task), expr, fast, convert, width, table);
    // The map holds every cell the fast path refused, so a cell without entry is a clean one.
    const fastValue = (i: number): string =>
      clean[i] === undefined ? 'null' : `case when (${expr}) is not null then ${clean[i]} end`;
    const places = Array.from({ length: width }, (_, i) => i);
    if (map === null) return places.map((i) => (fast === FAST.none ? 'null' : fastValue(i)));
    this.joins.push(`left join ${table} on ${table}.raw = ${expr}`);
    this.maps.push({ map, request });
    return places.map((i) => {
      const value = typed(`${table}.v${i}`, cast);
      return fast === FAST.none
        ? value
        : `case when ${table}.raw is not null then ${value} else ${fastValue(i)} end`;
    });
  }

  async settle(): Promise<readonly string[]> {
    return this.joins;
  }

  async finish(): Promise<void> {
    const { sheetId } = this.task;
    for (const { map, request } of this.maps) {
      if (map.faults > 0 && !request.quiet)
        await this.db.run(`insert into cell_fault select ${sheetId}, b.row_no, ${quoted(request.column)}, m.fault, m.raw
          from ${bodyOf(this.task)} b join ${map.table} m on m.raw = ${request.expr} where m.fault is not null`);
      await this.db.run(`drop table ${map.table}`);
    }
  }
}

/** Short lists: their cells are read once, typed, and laid beside the rows in one table. */
class StagedCells implements CellMaps {
  private readonly requests: CellRequest[] = [];
  private readonly faults: string[] = [];
  private readonly db: DuckDBConnection;
  private readonly task: TypingTask;

  constructor(db: DuckDBConnection, task: TypingTask) {
    this.db = db;
    this.task = task;
  }

  private get table(): string {
    return `stage_${this.task.sheetId}_${this.task.partOffset}`;
  }

  async map(request: CellRequest): Promise<string[]> {
    const at = this.requests.push(request) - 1;
    return Array.from({ length: request.width }, (_, i) => typed(`${this.table}.v${at}_${i}`, request.cast));
  }

  async settle(): Promise<readonly string[]> {
    if (this.requests.length === 0) return [];
    const rows = await rowsOf(
      this.db,
      `select row_no, part, ${this.requests.map((r, i) => `${r.expr} as e${i}`).join(', ')} from ${bodyOf(this.task)}`,
    );
    const seen = this.requests.map(() => new Map<string, TypedCell>());
    const out = rows.map((row) => [
      String(row['row_no']),
      String(row['part']),
      ...this.requests.flatMap((request, i) =>
        this.convert(request, row[`e${i}`] ?? null, Number(row['row_no']), seen[i] as Map<string, TypedCell>),
      ),
    ]);
    const columns = this.requests.flatMap((r, at) =>
      Array.from({ length: r.width }, (_, i) => `v${at}_${i} varchar`),
    );
    await this.db.run(
      `create temp table ${this.table} (row_no varchar, part varchar, ${columns.join(', ')})`,
    );
    await appendText(this.db, this.table, out);
    return [
      `left join ${this.table} on ${this.table}.row_no::integer = b.row_no and ${this.table}.part::integer = b.part`,
    ];
  }

  private convert(
    request: CellRequest,
    cell: SqlValue,
    rowNo: number,
    seen: Map<string, TypedCell>,
  ): (string | null)[] {
    if (cell === null) return Array.from({ length: request.width }, () => null);
    const raw = String(cell);
    const known = seen.get(raw) ?? request.convert(raw);
    seen.set(raw, known);
    if (known.fault !== null && !request.quiet)
      this.faults.push(
        `(${this.task.sheetId}, ${rowNo}, ${quoted(request.column)}, ${quoted(known.fault)}, ${quoted(raw)})`,
      );
    return Array.from({ length: request.width }, (_, i) => known.values[i] ?? null);
  }

  async finish(): Promise<void> {
    for (let at = 0; at < this.faults.length; at += 500)
      await this.db.run(`insert into cell_fault values ${this.faults.slice(at, at + 500).join(', ')}`);
    await this.db.run(`drop table if exists ${this.table}`);
  }
}
