import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { sayIn } from '../lead-words.ts';
import { readRows } from '../read-rows.ts';
import { integer, type StreamedRow, streamRows, text } from '../stream-rows.ts';
import { neutraliseFormula } from '../xlsx/xml-text.ts';

/**
 * Writes a CSV for each sheet that had rows set aside: the row's number in the sender's file, why it was set
 * aside, then its cells under their own headings, unmasked, to be corrected and sent again. UTF-8 with BOM,
 * file mode 0600; cells a spreadsheet could run get a leading apostrophe.
 */
export async function writeSetAsideFiles(db: DuckDBConnection, folder: string, meta: RunMeta): Promise<void> {
  const sheets = await readRows(
    db,
    `SELECT sheet_id, file, sheet FROM import_sheet
     WHERE sheet_id IN (SELECT sheet_id FROM set_aside) ORDER BY file, sheet, sheet_id`,
  );
  const taken = new Set<string>();
  for (const sheet of sheets) {
    const name = uniqueName(safeName(text(sheet, 'file'), text(sheet, 'sheet')), taken);
    taken.add(name.toLowerCase());
    const lines = linesOf(db, sheet, meta);
    await pipeline(Readable.from(lines), createWriteStream(join(folder, name), { mode: 0o600 }));
  }
}

async function* linesOf(db: DuckDBConnection, sheet: StreamedRow, meta: RunMeta): AsyncGenerator<string> {
  const say = sayIn(meta.lang);
  const summary = meta.files.find(
    (file) => file.file === text(sheet, 'file') && file.sheet === text(sheet, 'sheet'),
  );
  const headings = (summary?.mapping ?? []).map((entry) => entry.heading);
  const rows = streamRows(
    db,
    `SELECT row_no, reason_${meta.lang} AS reason, cells FROM set_aside
     WHERE sheet_id = ${integer(sheet, 'sheet_id') ?? -1} ORDER BY row_no, code`,
  );
  let isFirst = true;
  for await (const row of rows) {
    const cells = cellsOf(text(row, 'cells'));
    if (isFirst) {
      const columns = cells.map(
        (cell, index) => headings[index] || cell.heading || say(`第${index + 1}列`, `Column ${index + 1}`),
      );
      yield `\ufeff${csvLine([say('原行号', 'Source row'), say('挑出原因', 'Reason'), ...columns])}`;
    }
    isFirst = false;
    yield csvLine([text(row, 'row_no'), text(row, 'reason'), ...cells.map((cell) => cell.value)]);
  }
}

interface SourceCell {
  readonly heading: string | null;
  readonly value: string;
}

/** The cells kept with a row: a list in the order of the columns, or values under their headings. */
function cellsOf(json: string): SourceCell[] {
  const parsed: unknown = json === '' ? [] : JSON.parse(json);
  if (Array.isArray(parsed)) return parsed.map((value) => ({ heading: null, value: cellValue(value) }));
  if (typeof parsed !== 'object' || parsed === null) return [];
  return Object.entries(parsed).map(([heading, value]) => ({ heading, value: cellValue(value) }));
}

function cellValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function csvLine(cells: readonly string[]): string {
  const line = cells.map((cell) => {
    const safe = neutraliseFormula(cell);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${line.join(',')}\r\n`;
}

/** File systems take 255 bytes of a name; a Han character is three. */
const nameCharacters = 70;

/** '01_民政局/名册.xlsx' and 'Sheet1' → '01_民政局_名册.xlsx_Sheet1'. */
function safeName(file: string, sheet: string): string {
  const joined = sheet === '' ? file.replace(/\.(csv|txt)$/i, '') : `${file}_${sheet}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file name must not hold them.
  const safe = joined.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '_').replace(/^[._\s]+/, '');
  return [...safe].slice(-nameCharacters).join('') || 'sheet';
}

function uniqueName(base: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy++) {
    const name = `${base}${copy === 1 ? '' : `-${copy}`}.csv`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
