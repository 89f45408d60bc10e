import { createHash } from 'node:crypto';
import { readFile as readBytes } from 'node:fs/promises';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { rowsOf } from '../dataset/sql-engine.ts';
import { openEngine } from '../run/open-engine.ts';
import { kindByContent } from './read/file-format.ts';
import type { RawSheet } from './read/raw-sheet.ts';
import { readFile } from './read/read-file.ts';

/** A line of an office's own list of its places. */
export interface ListedPlace {
  /** As the clerk sees it, from 1. */
  readonly row: number;
  readonly town: string | null;
  readonly village: string | null;
  /** Digits, where the list has a column for them. */
  readonly code: string | null;
}

type Column = 'town' | 'village' | 'code';

/** What offices write above the columns, without blanks and brackets. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  town: ['乡镇', '乡镇街道', '乡镇名称', '镇街', '街道', '所属乡镇', '镇', '乡', '街镇'],
  village: ['村', '村名', '村社区', '村居', '村居名称', '行政村', '行政村名称', '社区', '村委会', '村名称'],
  code: ['代码', '区划代码', '行政区划代码', '统计用区划代码', '编码', '村代码', '村级代码'],
};

/** Most lines one list may have. */
const longest = 5000;

/**
 * Reads a list of towns and villages from a file of any format the import takes: the first sheet with a heading for towns
 * or villages. Rows without either are passed over.
 * @returns the lines, or in words why there are none
 */
export async function readPlaceList(
  path: string,
  name: string,
  signal: AbortSignal,
): Promise<{ readonly places: readonly ListedPlace[] } | { readonly problem: Bilingual }> {
  const { kind: format } = await kindByContent(path, name);
  if (format !== 'xlsx' && format !== 'xls' && format !== 'csv') return { problem: notATable };
  const bytes = await readBytes(path);
  const engine = await openEngine(signal);
  try {
    const file = {
      ...{ path, name, format, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    const read = await readFile(engine.db, file, {
      passwords: [],
      tempFolder: engine.folder,
      prefix: 'places',
    });
    for (const sheet of read.sheets) {
      const places = await placesOf(engine.db, sheet);
      if (places !== null) return places.length > longest ? { problem: tooLong } : { places };
    }
    const [refusal] = read.refusals;
    return { problem: refusal === undefined ? noHeading : { zh: refusal.zh, en: refusal.en } };
  } finally {
    await engine.close();
  }
}

const notATable = { zh: '文件不是 xlsx、xls 或 csv 表格。', en: 'The file is no xlsx, xls or csv table.' };
const noHeading = {
  zh: '没有找到“乡镇”或“村”的表头。',
  en: 'There is no heading for towns or villages.',
};
const tooLong = { zh: `名单超过 ${longest} 行。`, en: `The list has more than ${longest} lines.` };

type Db = Awaited<ReturnType<typeof openEngine>>['db'];

async function placesOf(db: Db, sheet: RawSheet): Promise<ListedPlace[] | null> {
  const header = sheet.head.find((row) => columnsIn(row.cells).size > 0 && namesPlaces(columnsIn(row.cells)));
  if (header === undefined) return null;
  const columns = columnsIn(header.cells);
  const cell = (column: Column): string => {
    const at = columns.get(column);
    return `${at === undefined ? 'null' : `nullif(trim(c${at}), '')`} as ${column}`;
  };
  const rows = await rowsOf(
    db,
    `select row_no, ${cell('town')}, ${cell('village')}, ${cell('code')} from "${sheet.table}"
     where row_no > ${header.rowNo} order by row_no limit ${longest + 1}`,
  );
  return rows.map(toPlace).filter(({ town, village }) => town !== null || village !== null);
}

function toPlace(row: Readonly<Record<string, unknown>>): ListedPlace {
  const text = (value: unknown): string | null =>
    typeof value === 'string' ? value.replaceAll(/\s/gu, '') : null;
  return {
    row: Number(row['row_no']),
    town: text(row['town']),
    village: text(row['village']),
    code: text(row['code']),
  };
}

function namesPlaces(columns: ReadonlyMap<Column, number>): boolean {
  return columns.has('village') || columns.has('town');
}

function columnsIn(cells: readonly (string | null)[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const heading = (cell ?? '').replaceAll(/[\s（）()、/·]/gu, '');
    for (const column of Object.keys(headings) as Column[])
      if (headings[column].includes(heading) && !found.has(column)) found.set(column, at);
  }
  return found;
}
