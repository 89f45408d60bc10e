import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { yuanText } from '@yangguang/engine/outputs/xlsx/cell';
import { neutraliseFormula } from '@yangguang/engine/outputs/xlsx/xml-text';
import { createWorkbook } from '@yangguang/engine/outputs/write-xlsx';
import type { ExportColumn, ExportValue } from './export-columns.ts';

/** A file being written, a row at a time: await each. */
export interface ExportFile {
  row(values: readonly ExportValue[]): Promise<void>;
  close(): Promise<void>;
}

/** What stands at the head of the sheet and at the end of every row. */
export interface ExportHead {
  readonly title: string;
  readonly lines: readonly string[];
  readonly watermark: string;
  readonly watermarkHeading: string;
  readonly lang: 'zh' | 'en';
  /** 'YYYY-MM-DD' */
  readonly on: string;
}

const chunkCharacters = 65_536;

/**
 * A folder for files on their way out, for nobody else to read. Files of processes that are gone are removed: a server that
 * was killed leaves nobody's list behind for longer than to the next export.
 */
export function exportFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'exports');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const pid = Number(name.split('-')[0]);
    if (pid !== process.pid && !isAlive(pid)) rmSync(join(folder, name), { force: true });
  }
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A workbook with the watermark in its head, its foot and its last column. */
export function xlsxFile(path: string, columns: readonly ExportColumn[], head: ExportHead): ExportFile {
  const { lang, title, lines, watermark } = head;
  const book = createWorkbook(path, { title, createdOn: head.on, lang });
  const mark = { heading: head.watermarkHeading, width: 40, kind: 'text' as const };
  const sheet = book.sheet(title, {
    columns: [...columns.map((c) => ({ heading: c[lang], width: c.width, kind: c.kind })), mark],
    ...{ title, subtitle: lines, landscape: true, filter: true, pageFooter: watermark },
  });
  return {
    row: (values) => sheet.row([...values, watermark]),
    close: async () => {
      await sheet.close();
      await book.close();
    },
  };
}

/** UTF-8 with BOM, RFC 4180; the watermark in the last column. Cells a spreadsheet could run get an apostrophe. */
export async function csvFile(
  path: string,
  columns: readonly ExportColumn[],
  head: ExportHead,
): Promise<ExportFile> {
  const file: FileHandle = await open(path, 'wx', 0o600);
  const headings = [...columns.map((c) => c[head.lang]), head.watermarkHeading];
  let pending = `\uFEFF${csvLine(headings)}`;
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    await file.write(text);
  };
  return {
    row: async (values) => {
      const cells = values.map((value, i) => cellText(value, columns[i]?.kind === 'money'));
      pending += csvLine([...cells, head.watermark]);
      if (pending.length >= chunkCharacters) await flush();
    },
    close: async () => {
      await flush();
      await file.close();
    },
  };
}

function cellText(value: ExportValue, isMoney: boolean): string {
  if (value === null) return '';
  if (typeof value === 'number') return isMoney ? yuanText(value) : String(value);
  return value;
}

function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    // Amounts are numbers by construction: an apostrophe before a minus would only break them.
    const safe = /^-?\d+\.\d{2}$/.test(cell) ? cell : neutraliseFormula(cell);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\r\n`;
}
