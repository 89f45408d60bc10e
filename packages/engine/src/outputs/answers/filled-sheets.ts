import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { read, utils, type WorkSheet } from '@e965/xlsx';
import { ANSWER_COLUMNS, type AnswerColumn, LEAD_ID_HEADING } from '../answers-vocabulary.ts';
import { type FilledCell, type FilledRow, words } from './answer-row.ts';

/** A row somebody wrote something into, with the place to find it again. */
export interface FilledPlace {
  readonly file: string;
  readonly sheet: string;
  /** 1-based, as the spreadsheet shows it. */
  readonly row: number;
  readonly leadId: string;
  readonly filled: FilledRow;
}

/** What was read from a folder: sheets with answer columns, the rows filled in, and files nobody could open. */
export interface FilledFolder {
  readonly sheets: number;
  readonly rows: readonly FilledPlace[];
  readonly unreadable: readonly string[];
}

/** Titles and notes may stand above the headings, as many rows as this. */
const headingRows = 15;

/** Reads every workbook in a folder and below it; lock files (`~$…`) and sheets without the columns are passed by. */
export async function readFilledFolder(folder: string): Promise<FilledFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(xlsx|xls|et)$/i.test(entry.name) && !entry.name.startsWith('~$'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const rows: FilledPlace[] = [];
  const unreadable: string[] = [];
  let sheets = 0;
  for (const path of paths) {
    const file = relative(folder, path).split(sep).join('/');
    const found = await readWorkbook(path, file);
    if (found === null) unreadable.push(file);
    sheets += found?.sheets ?? 0;
    rows.push(...(found?.rows ?? []));
  }
  return { sheets, rows, unreadable };
}

async function readWorkbook(
  path: string,
  file: string,
): Promise<{ sheets: number; rows: FilledPlace[] } | null> {
  const rows: FilledPlace[] = [];
  let sheets = 0;
  try {
    const book = read(await readFile(path), {
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
    for (const name of book.SheetNames) {
      const found = readSheet(book.Sheets[name], file, name);
      if (found === null) continue;
      sheets += 1;
      rows.push(...found);
    }
  } catch {
    // A protected or broken workbook: named to the user, the others are still read.
    return null;
  }
  return { sheets, rows };
}

function readSheet(sheet: WorkSheet | undefined, file: string, name: string): FilledPlace[] | null {
  if (sheet === undefined) return null;
  const grid = utils.sheet_to_json<FilledCell[]>(sheet, {
    header: 1,
    raw: true,
    defval: null,
    blankrows: true,
  });
  const top = sheet['!ref'] === undefined ? 0 : utils.decode_range(sheet['!ref']).s.r;
  const at = grid.slice(0, headingRows).findIndex((row) => columnOf(row, LEAD_ID_HEADING) >= 0);
  const heading = grid[at];
  if (heading === undefined) return null;
  const leadColumn = columnOf(heading, LEAD_ID_HEADING);
  const columns = ANSWER_COLUMNS.map((column) => ({ key: column.key, at: columnOf(heading, column) }));
  if (columns.every((column) => column.key !== 'verdict' || column.at < 0)) return null;
  const rows: FilledPlace[] = [];
  grid.slice(at + 1).forEach((cells, index) => {
    const filled = filledRow(columns, cells);
    if (Object.values(filled).every((cell) => words(cell) === '')) return;
    rows.push({
      file,
      sheet: name,
      row: top + at + index + 2,
      leadId: words(cells[leadColumn] ?? null),
      filled,
    });
  });
  return rows;
}

function columnOf(row: readonly FilledCell[], heading: { readonly zh: string; readonly en: string }): number {
  return row.findIndex((cell) => {
    const word = words(cell ?? null);
    return word === heading.zh || word.toLowerCase() === heading.en.toLowerCase();
  });
}

function filledRow(
  columns: readonly { readonly key: AnswerColumn['key']; readonly at: number }[],
  cells: readonly FilledCell[],
): FilledRow {
  const row: Record<AnswerColumn['key'], FilledCell> = {
    verdict: null,
    outcome: null,
    checkedBy: null,
    checkedOn: null,
    rectification: null,
    exitManner: null,
  };
  for (const column of columns) row[column.key] = (column.at < 0 ? null : cells[column.at]) ?? null;
  return row;
}
