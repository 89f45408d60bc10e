import { readFileSync, writeFileSync } from 'node:fs';
import { read, utils, type WorkSheet, write } from '@e965/xlsx';
import { LEAD_ID_HEADING } from '../answers-vocabulary.ts';

/** A row of a sheet by the words of its headings. */
export type HeadedRow = Readonly<Record<string, string>>;

/**
 * Fills rows of a workbook in place, as an office does, with a library that shares no code with our writer: `fill`
 * is given every row below the headings of every sheet that has a column 疑点编号, and says what to write under which
 * headings; a Date becomes a date cell. Returns how many rows were filled. Test support.
 */
export function fillWorkbook(
  path: string,
  fill: (row: HeadedRow, sheet: string) => Readonly<Record<string, string | Date>> | null,
): number {
  const book = read(readFileSync(path), { cellStyles: true });
  let filled = 0;
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet !== undefined) filled += fillSheet(sheet, (row) => fill(row, name));
  }
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return filled;
}

function fillSheet(
  sheet: WorkSheet,
  fill: (row: HeadedRow) => Readonly<Record<string, string | Date>> | null,
): number {
  const grid = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true });
  const top = grid.findIndex((row) => row.includes(LEAD_ID_HEADING.zh));
  const headings = grid[top] ?? [];
  let filled = 0;
  for (const [index, cells] of grid.entries()) {
    if (top < 0 || index <= top) continue;
    const answer = fill(Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));
    if (answer === null) continue;
    filled += 1;
    for (const [heading, value] of Object.entries(answer)) {
      const origin = { r: index, c: headings.indexOf(heading) };
      utils.sheet_add_aoa(sheet, [[value]], { origin, cellDates: true });
    }
  }
  return filled;
}
