import { readFile } from 'node:fs/promises';
import { read, utils, type WorkSheet } from '@e965/xlsx';

/** The sheets of a workbook that was written, as grids of the text a reader sees. Test support. */
export async function readGrids(path: string): Promise<Record<string, string[][]>> {
  const book = read(await readFile(path));
  return Object.fromEntries(book.SheetNames.map((name) => [name, gridOf(book.Sheets[name])]));
}

/** The merged ranges of a sheet, such as 'A3:A4'. Test support. */
export async function mergesOf(path: string, sheet: string): Promise<string[]> {
  const book = read(await readFile(path));
  return (book.Sheets[sheet]?.['!merges'] ?? []).map((range) => utils.encode_range(range)).sort();
}

function gridOf(sheet: WorkSheet | undefined): string[][] {
  if (sheet === undefined) return [];
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true });
}
