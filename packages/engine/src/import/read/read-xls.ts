import { readFile } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { decrypt, isProtectedFile } from './encrypted-file.ts';
import { ImportRefusal, toRefusal } from './import-refusal.ts';
import { fillMergedCells } from './merged-cells.ts';
import { type InputFile, type MergedRange, makeAlarm, type RawSheet } from './raw-sheet.ts';
import { RawTable, readEnds } from './raw-table.ts';
import type { FileReading, ReadOptions } from './read-options.ts';
import { markedEncoding } from './text-encoding.ts';
import { withinTime } from './within-time.ts';
import { XlsCellTexts } from './xls-cell-texts.ts';
import { ZipArchive } from './zip-archive.ts';

/** The general reader holds everything in memory, about ten times the file. */
const maxBytes = 64 * 2 ** 20;
const maxUnpackedBytes = 256 * 2 ** 20;
const mostRows = 1_048_576;
const mostColumns = 16_384;

const parsing: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellDates: false,
  // Fills '!rows', where hidden rows are marked.
  cellStyles: true,
  // Without it, an ID number in an HTML table becomes a rounded number.
  raw: true,
};

/** Reads .xls and .et (BIFF), HTML and SpreadsheetML saved as .xls, .xlsb and .ods, up to 64 MB. */
export async function readXls(
  db: DuckDBConnection,
  file: InputFile,
  options: ReadOptions,
): Promise<FileReading> {
  if (file.bytes > maxBytes) throw new ImportRefusal('IMP-107', file.name);
  const book = await parse(await readFile(file.path), file, options);
  const sheets: RawSheet[] = [];
  const refusals: ImportRefusal[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet || sheet['!type'] === 'chart') continue;
    const job = { file, sheet, name, ...sheetTraits(book, index), table: `${options.prefix}_${index}` };
    const read = await storeSheet(db, job);
    if (read instanceof ImportRefusal) refusals.push(read);
    else sheets.push(read);
    options.onProgress?.((index + 1) / book.SheetNames.length);
  }
  if (sheets.length + refusals.length === 0) throw new ImportRefusal('IMP-116', file.name);
  return { sheets, refusals };
}

function sheetTraits(book: WorkBook, index: number): { hidden: boolean; date1904: boolean } {
  const { Sheets: sheets, WBProps: properties } = book.Workbook ?? {};
  return { hidden: (sheets?.[index]?.Hidden ?? 0) > 0, date1904: properties?.date1904 === true };
}

type QuietRead = (data: Buffer | string, type: 'buffer' | 'string') => WorkBook;

/** The general reader is loaded when the first such file comes: it takes 25 MB that other files do not need. */
async function loadReader(): Promise<QuietRead> {
  const { read, set_cptable: setCodePages } = await import('@e965/xlsx');
  // Needed for the GBK text of BIFF5 files.
  setCodePages(await import('@e965/xlsx/dist/cpexcel'));
  return (data, type) => inSilence(() => withinTime(data.length, () => read(data, { ...parsing, type })));
}

async function parse(bytes: Buffer, file: InputFile, options: ReadOptions): Promise<WorkBook> {
  try {
    const quietRead = await loadReader();
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) await refuseLargePackage(file);
    if (bytes[0] !== 0xd0 && bytes[0] !== 0x50) return quietRead(decodeMarkup(bytes), 'string');
    try {
      return quietRead(bytes, 'buffer');
    } catch (error) {
      if (!(await isProtected(bytes, error))) throw error;
      const plain = await decrypt(bytes, file.name, options.passwords);
      return quietRead(plain, 'buffer');
    }
  } catch (error) {
    throw toRefusal(error, 'IMP-105', file.name);
  }
}

/** The library writes its doubts about damaged records to the console; they mean nothing to a clerk. */
function inSilence<T>(work: () => T): T {
  const own = globalThis.console;
  const silent = Object.create(own) as Console;
  Object.assign(silent, { error: () => {}, warn: () => {} });
  globalThis.console = silent;
  try {
    return work();
  } finally {
    globalThis.console = own;
  }
}

async function isProtected(bytes: Buffer, error: unknown): Promise<boolean> {
  return (error instanceof Error && /password|encrypt/i.test(error.message)) || isProtectedFile(bytes);
}

async function refuseLargePackage(file: InputFile): Promise<void> {
  const zip = await ZipArchive.open(file.path, file.name, 'IMP-105');
  zip.close();
  const unpacked = zip.members.reduce((sum, member) => sum + member.bytes, 0);
  if (unpacked > maxUnpackedBytes) throw new ImportRefusal('IMP-107', file.name);
}

/** HTML or XML text: by byte order mark, else UTF-8 when strictly valid, else GB18030. */
function decodeMarkup(bytes: Buffer): string {
  const marked = markedEncoding(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

interface SheetJob {
  readonly file: InputFile;
  readonly sheet: WorkSheet;
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly table: string;
}

async function storeSheet(db: DuckDBConnection, job: SheetJob): Promise<RawSheet | ImportRefusal> {
  const { file, sheet, name, table } = job;
  const rawTable = new RawTable(db, table, file.name, name);
  try {
    const texts = new XlsCellTexts(job.date1904);
    await storeRows(sheet, texts, rawTable);
    await rawTable.finish();
    if (rawTable.rows === 0) return new ImportRefusal('IMP-102', file.name, { sheet: name });
    const { columns, rows } = rawTable;
    const merges = (sheet['!merges'] ?? []).map(toRange);
    const overlapping = await fillMergedCells(db, table, columns, merges);
    const alarms = texts.alarms();
    if (overlapping > 0) alarms.push(makeAlarm('overlapping_merge', overlapping));
    const ends = await readEnds(db, table, columns);
    return { file, sheet: name, sheetHidden: job.hidden, table, columns, rows, ...ends, merges, alarms };
  } catch (error) {
    await rawTable.discard();
    return toRefusal(error, 'IMP-105', file.name, name);
  }
}

/** Positions are the file's word: a damaged one would have us walk through four thousand million empty cells. */
function refuseFarCells(data: readonly (readonly unknown[] | undefined)[]): void {
  if (data.length > mostRows) throw new Error('more rows than a sheet can have');
  if (data.some((row) => row !== undefined && row.length > mostColumns))
    throw new Error('more columns than a sheet can have');
}

async function storeRows(sheet: WorkSheet, texts: XlsCellTexts, table: RawTable): Promise<void> {
  const data = (sheet['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[];
  const hiddenRows = sheet['!rows'] ?? [];
  refuseFarCells(data);
  for (let r = 0; r < data.length; r += 1) {
    const cells = Array.from(data[r] ?? [], (cell, c) => texts.text(cell, c));
    const width = cells.findLastIndex((cell) => cell !== null) + 1;
    if (width > 0) table.append(r + 1, hiddenRows[r]?.hidden === true, cells, width);
    if (table.unsettled) await table.settle();
  }
}

function toRange(merge: { s: { r: number; c: number }; e: { r: number; c: number } }): MergedRange {
  return { top: merge.s.r + 1, left: merge.s.c, bottom: merge.e.r + 1, right: merge.e.c };
}
