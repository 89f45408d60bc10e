import type { DuckDBConnection } from '@duckdb/node-api';
import { decryptedCopy, isCompoundFile } from './encrypted-file.ts';
import { ImportRefusal, toRefusal } from './import-refusal.ts';
import { fillMergedCells } from './merged-cells.ts';
import type { FileReading, ReadOptions } from './read-options.ts';
import { type InputFile, makeAlarm, type RawSheet } from './raw-sheet.ts';
import { RawTable, readEnds } from './raw-table.ts';
import { readWorkbook, type SheetPart, type Workbook } from './xlsx-workbook.ts';
import { XlsxRows } from './xlsx-rows.ts';
import { readXml } from './xml-events.ts';
import { ZipArchive } from './zip-archive.ts';

/**
 * Reads an .xlsx (password-protected or not) sheet by sheet, streaming: memory does not grow with the rows, only with
 * the distinct shared strings. A damaged sheet is refused by name and the others are still read.
 */
export async function readXlsx(
  db: DuckDBConnection,
  file: InputFile,
  options: ReadOptions,
): Promise<FileReading> {
  const encrypted = await isCompoundFile(file.path);
  const path = encrypted ? await decryptedCopy(file, options) : file.path;
  const zip = await ZipArchive.open(path, file.name, 'IMP-105');
  try {
    const book = await readWorkbook(zip, file.name);
    const total = book.sheets.reduce((sum, sheet) => sum + sheet.member.bytes, 1);
    let done = 0;
    const sheets: RawSheet[] = [];
    const refusals: ImportRefusal[] = [];
    for (const [index, part] of book.sheets.entries()) {
      const progress = (bytes: number): void => options.onProgress?.(Math.min(1, (done + bytes) / total));
      const read = await readSheet(db, {
        file,
        zip,
        book,
        part,
        table: `${options.prefix}_${index}`,
        progress,
      });
      if (read instanceof ImportRefusal) refusals.push(read);
      else sheets.push(read);
      done += part.member.bytes;
    }
    return { sheets, refusals };
  } catch (error) {
    throw toRefusal(error, 'IMP-105', file.name);
  } finally {
    zip.close();
  }
}

interface SheetJob {
  readonly file: InputFile;
  readonly zip: ZipArchive;
  readonly book: Workbook;
  readonly part: SheetPart;
  readonly table: string;
  readonly progress: (bytes: number) => void;
}

async function readSheet(db: DuckDBConnection, job: SheetJob): Promise<RawSheet | ImportRefusal> {
  const { file, part, table } = job;
  const rawTable = new RawTable(db, table, file.name, part.name);
  try {
    const rows = new XlsxRows(job.book, rawTable);
    await readXml(job.zip.read(part.member), rows, (bytes) => {
      job.progress(bytes);
      return rawTable.unsettled ? rawTable.settle() : undefined;
    });
    await rawTable.finish();
    if (rawTable.rows === 0) return new ImportRefusal('IMP-102', file.name, { sheet: part.name });
    const overlapping = await fillMergedCells(db, table, rawTable.columns, rows.merges);
    const ends = await readEnds(db, table, rawTable.columns);
    const alarms = rows.alarms();
    if (overlapping > 0) alarms.push(makeAlarm('overlapping_merge', overlapping));
    const { columns, rows: count } = rawTable;
    const named = { file, sheet: part.name, sheetHidden: part.hidden, table };
    return { ...named, columns, rows: count, ...ends, merges: rows.merges, alarms };
  } catch (error) {
    await rawTable.discard();
    const refusal = toRefusal(error, 'IMP-105', file.name, part.name);
    // Damage below the sheet (checksum, inflation) is reported without its name: say which sheet is missing.
    return refusal.sheet === null
      ? new ImportRefusal(refusal.code, file.name, { sheet: part.name, detail: refusal.detail })
      : refusal;
  }
}
