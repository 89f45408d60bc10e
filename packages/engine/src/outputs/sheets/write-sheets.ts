import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SheetPreview } from '../../import/sheet-preview.ts';
import type { FileSummary, RunMeta } from '../../run/run-meta.ts';
import { integer, streamRows, text } from '../stream-rows.ts';

/** Rows of a sheet, and cells of a column with one kind of fault, that are written: the report has all the counts. */
export const rowLimits = { setAside: 2000, faults: 200 } as const;

/** A line of `rows.ndjson`: a row set aside, or a cell that could not be understood. Values are whole. */
export type SheetRow =
  | {
      readonly kind: 'setAside';
      readonly file: string;
      readonly sheet: string;
      readonly row: number;
      readonly code: string;
      readonly zh: string;
      readonly en: string;
      readonly cells: readonly (string | null)[];
    }
  | {
      readonly kind: 'fault';
      readonly file: string;
      readonly sheet: string;
      readonly row: number;
      /** `<kind>_<fault>`, see fault-names.ts */
      readonly code: string;
      readonly column: string;
      /** Place of the cell in its row, from 0; null when the value came from somewhere else. */
      readonly place: number | null;
      readonly value: string;
    };

/**
 * Writes what a clerk looks at before a batch is used: `preview.json` (the first rows of every sheet, masked) and
 * `rows.ndjson` (rows and cells with something wrong, whole values, file mode 0600).
 */
export async function writeSheets(
  db: DuckDBConnection,
  folder: string,
  previews: readonly SheetPreview[],
  meta: RunMeta,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'preview.json'), `${JSON.stringify({ sheets: previews })}\n`, { mode: 0o600 });
  const lines = linesOf(db, meta.files);
  await pipeline(Readable.from(lines), createWriteStream(join(folder, 'rows.ndjson'), { mode: 0o600 }));
}

async function* linesOf(db: DuckDBConnection, files: readonly FileSummary[]): AsyncGenerator<string> {
  for await (const row of setAsideRows(db)) yield `${JSON.stringify(row)}\n`;
  for await (const row of faultRows(db, files)) yield `${JSON.stringify(row)}\n`;
}

async function* setAsideRows(db: DuckDBConnection): AsyncGenerator<SheetRow> {
  const rows = streamRows(
    db,
    `SELECT s.file, s.sheet, a.row_no, a.code, a.reason_zh, a.reason_en, a.cells
     FROM set_aside a JOIN import_sheet s USING (sheet_id)
     QUALIFY row_number() OVER (PARTITION BY a.sheet_id ORDER BY a.row_no, a.code) <= ${rowLimits.setAside}
     ORDER BY s.file, s.sheet, a.row_no, a.code`,
  );
  for await (const row of rows)
    yield {
      kind: 'setAside',
      file: text(row, 'file'),
      sheet: text(row, 'sheet'),
      row: integer(row, 'row_no') ?? 0,
      code: text(row, 'code'),
      zh: text(row, 'reason_zh'),
      en: text(row, 'reason_en'),
      cells: JSON.parse(text(row, 'cells')) as (string | null)[],
    };
}

async function* faultRows(db: DuckDBConnection, files: readonly FileSummary[]): AsyncGenerator<SheetRow> {
  const places = new Map(files.map((file) => [`${file.file}\u0000${file.sheet}`, placesOf(file)]));
  const rows = streamRows(
    db,
    `SELECT s.file, s.sheet, f.row_no, f.column_name, f.code, f.raw
     FROM cell_fault f JOIN import_sheet s USING (sheet_id)
     QUALIFY row_number() OVER (PARTITION BY f.sheet_id, f.column_name, f.code ORDER BY f.row_no, f.raw)
       <= ${rowLimits.faults}
     ORDER BY s.file, s.sheet, f.column_name, f.code, f.row_no, f.raw`,
  );
  for await (const row of rows) {
    const [file, sheet, column] = [text(row, 'file'), text(row, 'sheet'), text(row, 'column_name')];
    yield {
      kind: 'fault',
      ...{ file, sheet, column },
      row: integer(row, 'row_no') ?? 0,
      code: text(row, 'code'),
      place: places.get(`${file}\u0000${sheet}`)?.get(column) ?? null,
      value: text(row, 'raw'),
    };
  }
}

/** Where each column stands; one that several headings feed stands nowhere. */
function placesOf(file: FileSummary): Map<string, number> {
  const places = new Map<string, number>();
  const several = new Set<string>();
  for (const [place, { column }] of file.mapping.entries()) {
    if (column === null) continue;
    if (places.has(column)) several.add(column);
    places.set(column, place);
  }
  for (const column of several) places.delete(column);
  return places;
}
