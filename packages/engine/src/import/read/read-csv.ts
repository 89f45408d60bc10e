import { createReadStream } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CsvRecords } from './csv-records.ts';
import { CsvScan, findSeparator, type Separator } from './csv-scan.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type FileAlarm, type InputFile, makeAlarm, type RawSheet } from './raw-sheet.ts';
import { maxColumns, RawTable, readEnds } from './raw-table.ts';
import type { FileReading, ReadOptions } from './read-options.ts';
import { findEncoding, transcode } from './text-encoding.ts';

const pieceBytes = 1 << 20;

/**
 * Reads a delimited text file. Regular files go through the database's own reader, and its count of records must
 * equal ours; all others go record by record. `row_no` is the physical record number, blank lines counted.
 */
export async function readCsv(
  db: DuckDBConnection,
  file: InputFile,
  options: ReadOptions,
): Promise<FileReading> {
  const alarms: FileAlarm[] = [];
  const path = await plainUtf8(file, options, alarms);
  const separator = findSeparator(await readSample(path));
  const scan = await scanFile(path, separator, (fraction) => options.onProgress?.(fraction / 2));
  if (scan.records === 0) throw new ImportRefusal('IMP-101', file.name);
  const table = `${options.prefix}_0`;
  const columns = isRegular(scan) ? await loadRegular(db, path, table, scan, separator) : null;
  const job = { db, file, path, table, separator, alarms };
  const size = columns ?? (await loadRecords(job));
  if (size.rows === 0) throw new ImportRefusal('IMP-101', file.name);
  options.onProgress?.(1);
  const ends = await readEnds(db, table, size.columns);
  const sheet: RawSheet = {
    file,
    sheet: '',
    sheetHidden: false,
    table,
    ...size,
    ...ends,
    merges: [],
    alarms,
  };
  return { sheets: [sheet], refusals: [] };
}

/** The file itself when it is clean UTF-8 under a name the database takes literally, else a copy. */
async function plainUtf8(file: InputFile, options: ReadOptions, alarms: FileAlarm[]): Promise<string> {
  const { encoding, isCleanUtf8 } = await findEncoding(file.path);
  const copy = join(options.tempFolder, `${options.prefix}.csv`);
  if (isCleanUtf8) {
    if (!/[*?[\]{}]/.test(file.path)) return file.path;
    await copyFile(file.path, copy);
    return copy;
  }
  const result = await transcode(file.path, copy, encoding, file.name);
  if (result.undecodable > 0) alarms.push(makeAlarm('undecodable', result.undecodable));
  if (result.nulBytes > 0) alarms.push(makeAlarm('nul_bytes', result.nulBytes));
  return copy;
}

async function readSample(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 18), 0, 1 << 18, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function scanFile(
  path: string,
  separator: Separator,
  onProgress: (fraction: number) => void,
): Promise<CsvScan> {
  const scan = new CsvScan(separator);
  const handle = await open(path);
  const { size } = await handle.stat();
  await handle.close();
  let seen = 0;
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
    // The mark would make the first line of a file of nothing else look like a record.
    scan.feed(
      seen === 0 && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? piece.subarray(3) : piece,
    );
    seen += piece.length;
    onProgress(seen / size);
  }
  scan.end();
  return scan;
}

function isRegular(scan: CsvScan): boolean {
  const ragged = scan.minFields < scan.maxFields;
  return (
    !scan.oddQuotes &&
    !scan.isMixed &&
    scan.maxFields <= maxColumns &&
    scan.maxRecordBytes < 1_000_000 &&
    scan.blanksAfter.length <= 64 &&
    // The database keeps blank lines of a single column, and does not pad rows around embedded line ends.
    !(scan.maxFields === 1 && scan.blanksAfter.length > 0) &&
    !(ragged && scan.embeddedLines > 0)
  );
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Null when the database refuses the file or counts its records otherwise than we do. */
async function loadRegular(
  db: DuckDBConnection,
  path: string,
  table: string,
  scan: CsvScan,
  separator: Separator,
): Promise<Size | null> {
  const columns = scan.maxFields;
  try {
    await inSourceOrder(db, () => db.run(regularSql(path, table, scan, separator)));
    const counted = await db.runAndReadAll(`select count(*) from "${table}"`);
    const rows = Number(counted.getRows()[0]?.[0]);
    if (rows !== scan.records - scan.blanksAfter.length) throw new Error('the counts differ');
    if (scan.hollow === 0) return { rows, columns };
    const cells = Array.from({ length: columns }, (_, c) => `c${c}`).join(', ');
    await db.run(`delete from "${table}" where coalesce(${cells}) is null`);
    const left = await db.runAndReadAll(`select count(*) from "${table}"`);
    return { rows: Number(left.getRows()[0]?.[0]), columns };
  } catch (error) {
    await db.run(`drop table if exists "${table}"`);
    if (error instanceof Error && /INTERRUPT|No space left|Out of Memory/i.test(error.message)) throw error;
    return null;
  }
}

function regularSql(path: string, table: string, scan: CsvScan, separator: Separator): string {
  const names = Array.from({ length: scan.maxFields }, (_, c) => `c${c}`);
  const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const ragged = scan.minFields < scan.maxFields;
  // Told of CRLF, the strict parser loses its place at the borders of its blocks; untold, it finds CRLF itself.
  const lineEnd = scan.crlf > 0 ? '' : `, new_line = '${scan.cr > 0 ? '\\r' : '\\n'}'`;
  const options = [
    literal(path),
    'auto_detect = false, header = false, strict_mode = true, ignore_errors = false',
    `delim = ${literal(separator)}, quote = '"', escape = '"', nullstr = ''${lineEnd}`,
    `null_padding = ${ragged}, parallel = ${scan.embeddedLines === 0}, max_line_size = 2000000`,
    `columns = {${names.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`,
  ];
  // The database skips blank lines; the clerk's line numbers do not.
  const shift = scan.blanksAfter.map((before) => ` + (n > ${before})::integer`).join('');
  return `create table "${table}" as select (n${shift})::integer as row_no, false as row_hidden, ${names.join(', ')}
    from (select row_number() over () as n, * from read_csv(${options.join(', ')}))`;
}

/** row_number() counts in file order only while the database preserves insertion order. */
async function inSourceOrder(db: DuckDBConnection, work: () => Promise<unknown>): Promise<void> {
  const setting = await db.runAndReadAll(`select current_setting('preserve_insertion_order')`);
  const preserved = setting.getRows()[0]?.[0] === true;
  if (!preserved) await db.run('set preserve_insertion_order = true');
  try {
    await work();
  } finally {
    if (!preserved) await db.run('set preserve_insertion_order = false');
  }
}

interface RecordsJob {
  readonly db: DuckDBConnection;
  readonly file: InputFile;
  readonly path: string;
  readonly table: string;
  readonly separator: Separator;
  readonly alarms: FileAlarm[];
}

async function loadRecords(job: RecordsJob): Promise<Size> {
  const table = new RawTable(job.db, job.table, job.file.name);
  const records = new CsvRecords(job.separator, (recordNo, fields) => {
    const cells = fields.map((field) => (field === '' ? null : field));
    const width = cells.findLastIndex((cell) => cell !== null) + 1;
    if (width > 0) table.append(recordNo, false, cells, width);
  });
  const decoder = new TextDecoder('utf-8');
  try {
    const pieces = createReadStream(job.path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>;
    for await (const piece of pieces) {
      records.write(decoder.decode(piece, { stream: true }));
      if (table.unsettled) await table.settle();
    }
    records.write(decoder.decode());
    records.end();
    await table.finish();
  } catch (error) {
    await table.discard();
    if (error instanceof RangeError) throw new ImportRefusal('IMP-115', job.file.name);
    throw error;
  }
  if (records.strayQuotes > 0) job.alarms.push(makeAlarm('stray_quote', records.strayQuotes));
  return { rows: table.rows, columns: table.columns };
}
