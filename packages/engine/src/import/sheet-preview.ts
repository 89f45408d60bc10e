import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../dataset/sql-engine.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Decision } from './decide-sheet.ts';
import type { SheetHeader } from './find-header.ts';
import { cellNames } from './import-sheet.ts';
import { type CellKind, cellKindOf, maskCell } from './mask-cell.ts';
import type { RawSheet } from './read/raw-sheet.ts';
import type { Recognition } from './recognise.ts';

/** Rows that a preview shows. */
const previewRows = 8;
/** Data sets that are offered beside the one that was taken. */
const offered = 4;

/** The first rows of a sheet as they were read, masked, with what each column was taken for. */
export interface SheetPreview {
  readonly file: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly sheet: string;
  /** What stands above the table. */
  readonly titles: readonly string[];
  /** Number of the row with the headings, the last of several; null when none was found. */
  readonly headerRow: number | null;
  readonly columns: readonly {
    readonly heading: string;
    readonly kind: CellKind;
    /** How well heading and cells fit the column, 0–1; null when the column is not used, or was named by hand. */
    readonly confidence: number | null;
  }[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly (string | null)[] }[];
  /** What else it might be, best first, and how its columns would be read then (by place; null: not used). */
  readonly offers: readonly { readonly table: string; readonly columns: readonly (string | null)[] }[];
}

/** Looks at a sheet whose raw table holds data rows only. */
export async function previewSheet(
  db: DuckDBConnection,
  sheet: RawSheet,
  seen: {
    readonly header: SheetHeader;
    readonly profiles: readonly ColumnProfile[];
    readonly recognition: Recognition;
    readonly decision: Decision;
    readonly isByHand: boolean;
  },
): Promise<SheetPreview> {
  const { header, profiles, recognition, decision, isByHand } = seen;
  const matches = [...decision.matches, ...(decision.targets ?? []).flatMap((target) => target.matches)];
  const matchAt = new Map(matches.map((match) => [match.index, match]));
  const columns = Array.from({ length: sheet.columns }, (_, index) => {
    const match = matchAt.get(index);
    return {
      heading: header.headings[index]?.raw ?? '',
      kind: cellKindOf(match?.column, profiles[index]),
      confidence: match === undefined || isByHand ? null : Math.round(100 * Math.min(1, match.score)) / 100,
    };
  });
  const found = await rowsOf(
    db,
    `select row_no, ${cellNames(sheet).join(', ')} from ${sheet.table} order by row_no limit ${previewRows}`,
  );
  const rows = found.map((row) => ({
    row: Number(row['row_no']),
    cells: columns.map(({ kind }, index) => {
      const text = (row[`c${index}`] as string | null) ?? null;
      return text === null ? null : maskCell(kind, text);
    }),
  }));
  return {
    file: sheet.file.name,
    sha256: sheet.file.sha256,
    sheet: sheet.sheet,
    titles: header.titles.slice(0, 6),
    headerRow: header.rows.at(-1) ?? null,
    columns,
    rows,
    offers: recognition.candidates.slice(0, offered).map(({ source, matches: found }) => ({
      table: source.table,
      columns: columns.map((_, index) => found.find((match) => match.index === index)?.column.name ?? null),
    })),
  };
}
