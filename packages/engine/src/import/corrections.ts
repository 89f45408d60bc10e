import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { quoted, valueOf } from '../dataset/sql-engine.ts';
import { makeAlarm, type RawRow, type RawSheet } from './read/raw-sheet.ts';

const correctionFile = z.strictObject({
  cells: z.array(
    z.strictObject({
      /** Of the file's bytes, hex: a correction is of this content, whatever the file is called. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      sheet: z.string(),
      /** 1-based, as the clerk sees it. */
      row: z.number().int().min(1),
      /** Place of the column, from 0. */
      column: z.number().int().min(0),
      /** What the cell is read as; '' is an empty cell. */
      value: z.string(),
    }),
  ),
});

/** Cells that a clerk corrected. The file that was sent stays as it is: they are laid over it when it is read. */
export type CellCorrection = z.infer<typeof correctionFile>['cells'][number];

/** Reads a file of corrections. @throws ZodError when it has another shape: a fault of ours, since we wrote it */
export function readCorrections(path: string): readonly CellCorrection[] {
  return correctionFile.parse(JSON.parse(readFileSync(path, 'utf8'))).cells;
}

/** The text of a file of corrections. */
export function writeCorrections(cells: readonly CellCorrection[]): string {
  return `${JSON.stringify({ cells })}\n`;
}

/**
 * Lays corrections over a sheet that was just read, before anything is recognised in it.
 * @returns the sheet with its first and last rows corrected as well, and an alarm that says how many cells were
 */
export async function applyCorrections(
  db: DuckDBConnection,
  sheet: RawSheet,
  all: readonly CellCorrection[],
): Promise<RawSheet> {
  const cells = all.filter(
    (one) => one.sha256 === sheet.file.sha256 && one.sheet === sheet.sheet && one.column < sheet.columns,
  );
  if (cells.length === 0) return sheet;
  let corrected = 0;
  const columns = new Set<number>();
  for (const { row, column, value } of cells) {
    const isThere = await valueOf(db, `select count(*) from ${sheet.table} where row_no = ${row}`);
    if (Number(isThere) === 0) continue;
    await db.run(
      `update ${sheet.table} set c${column} = ${value === '' ? 'null' : quoted(value)} where row_no = ${row}`,
    );
    corrected += 1;
    columns.add(column);
  }
  if (corrected === 0) return sheet;
  const over = (rows: readonly RawRow[]): RawRow[] => rows.map((row) => correctRow(row, cells));
  return {
    ...sheet,
    head: over(sheet.head),
    tail: over(sheet.tail),
    alarms: [...sheet.alarms, makeAlarm('corrected', corrected, columns)],
  };
}

function correctRow(row: RawRow, cells: readonly CellCorrection[]): RawRow {
  const own = cells.filter((one) => one.row === row.rowNo);
  if (own.length === 0) return row;
  const changed = [...row.cells];
  for (const { column, value } of own) changed[column] = value === '' ? null : value;
  return { ...row, cells: changed };
}
