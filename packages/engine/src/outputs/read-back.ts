import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';

/** A workbook read back by a library that shares no code with our writer. Test support. */
export interface ReadBack {
  readonly names: readonly string[];
  /** Rows of a sheet as values; empty cells are undefined. */
  rows(name: string): unknown[][];
  /** Row heights in points, undefined where the program decides. */
  heights(name: string): (number | undefined)[];
  /** Targets of the links of a sheet by cell. */
  links(name: string): ReadonlyMap<string, string>;
  /** Every cell of every sheet. */
  readonly text: string;
}

/** Reads an .xlsx file whole. Test support. */
export function readBack(path: string): ReadBack {
  const book = read(readFileSync(path), { cellStyles: true });
  const sheet = (name: string): NonNullable<(typeof book.Sheets)[string]> => book.Sheets[name] ?? {};
  const rows = (name: string): unknown[][] =>
    utils.sheet_to_json<unknown[]>(sheet(name), { header: 1, blankrows: true });
  return {
    names: book.SheetNames,
    rows,
    heights: (name) => (sheet(name)['!rows'] ?? []).map((row) => row?.hpt),
    links: (name) =>
      new Map(
        Object.entries(sheet(name)).flatMap(([cell, value]) =>
          value?.l?.Target ? [[cell, String(value.l.Target)] as const] : [],
        ),
      ),
    text: book.SheetNames.map((name) => JSON.stringify(rows(name))).join('\n'),
  };
}
