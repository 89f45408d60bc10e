import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { quoted, rowsOf } from '../../dataset/sql-engine.ts';
import { findEncoding, transcode } from '../../import/read/text-encoding.ts';

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Makes view `name` over a CSV or Parquet file, every column as text, headings without blanks around them, and returns
 * the columns. A CSV that is not UTF-8 (GB18030, UTF-16) is written anew into `folder` first.
 *
 * @throws UserError LNK-101 no such file, LNK-102 not readable as a table, LNK-103 the same heading twice
 */
export async function openTable(
  db: DuckDBConnection,
  file: string,
  name: string,
  folder: string,
): Promise<readonly string[]> {
  const source = await sourceOf(file, name, folder);
  let read: readonly string[];
  try {
    await assertHeadings(db, file, source);
    read = (await rowsOf(db, `describe select * from ${source}`)).map((row) => String(row.column_name));
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(file, error);
  }
  const columns = read.map((column) => column.replace(/^\ufeff/, '').trim());
  const picked = read.map(
    (column, at) => `${identifier(column)}::varchar as ${identifier(columns[at] ?? '')}`,
  );
  await db.run(`create or replace view ${name} as select ${picked.join(', ')} from ${source}`);
  return columns;
}

/** The engine gives the second of two like headings another name (case does not count): they are looked for before. */
async function assertHeadings(db: DuckDBConnection, file: string, source: string): Promise<void> {
  if (!source.includes(withHeading)) return;
  const [row] = await rowsOf(db, `select * from ${source.replace(withHeading, 'header = false')} limit 1`);
  if (row === undefined) throw unreadable(file, new Error('not one line'));
  const headings = Object.values(row).flatMap((heading) =>
    heading === null ? [] : [String(heading).trim()],
  );
  const small = headings.map((heading) => heading.toLowerCase());
  const twice = headings.find((_, at) => small[at] !== '' && small.indexOf(small[at] ?? '') !== at);
  if (twice !== undefined) throw headingTwice(file, twice);
}

const withHeading = 'header = true';

async function sourceOf(file: string, name: string, folder: string): Promise<string> {
  if (!(await stat(file).catch(() => null))?.isFile()) throw noFile(file);
  if (await isParquet(file)) return `read_parquet(${quoted(file)})`;
  return `read_csv(${quoted(await asUtf8(file, join(folder, `${name}.utf8.csv`)))}, ${withHeading}, all_varchar = true, nullstr = '',
    delim = ${quoted(await delimiterOf(file))}, quote = '"', escape = '"', null_padding = true, parallel = ${!(await hasQuotes(file))})`;
}

/** The four letters every Parquet file begins with. */
async function isParquet(file: string): Promise<boolean> {
  return (await startOf(file, 4)).toString('latin1') === 'PAR1';
}

/** Quoted line ends cannot be read by several threads; a look at the beginning tells whether quotes are in use. */
async function hasQuotes(file: string): Promise<boolean> {
  return (await startOf(file, 1 << 20)).includes('"');
}

async function delimiterOf(file: string): Promise<string> {
  const heading = (await startOf(file, 1 << 16)).toString('latin1').split(/\r?\n/)[0] ?? '';
  const counts = [',', '\t', ';', '|'].map((mark) => [mark, heading.split(mark).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

async function startOf(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function asUtf8(file: string, copy: string): Promise<string> {
  const { encoding, isCleanUtf8 } = await findEncoding(file);
  if (isCleanUtf8) return file;
  await transcode(file, copy, encoding, basename(file));
  return copy;
}

function noFile(file: string): UserError {
  return new UserError('LNK-101', {
    what: { zh: `没有文件“${basename(file)}”。`, en: `There is no file “${basename(file)}”.` },
    why: { zh: '给出的路径上没有可读的文件。', en: 'No readable file is at the path that was given.' },
    remedy: { zh: '请检查文件名和所在文件夹。', en: 'Check the name and the folder.' },
  });
}

function unreadable(file: string, cause: unknown): UserError {
  return new UserError(
    'LNK-102',
    {
      what: {
        zh: `“${basename(file)}”不能按表格读取。`,
        en: `“${basename(file)}” cannot be read as a table.`,
      },
      why: {
        zh: '文件不是带表头的 CSV，也不是 Parquet，或者各行列数不一致。',
        en: 'It is neither CSV with headings nor Parquet, or its lines differ in their number of columns.',
      },
      remedy: {
        zh: '请另存为 CSV（UTF-8 或 GB18030）或 Parquet 后重试。',
        en: 'Save it as CSV (UTF-8 or GB18030) or Parquet and try again.',
      },
    },
    { cause },
  );
}

function headingTwice(file: string, column: string): UserError {
  return new UserError('LNK-103', {
    what: {
      zh: `“${basename(file)}”有两列都叫“${column}”。`,
      en: `Two columns of “${basename(file)}” are called “${column}”.`,
    },
    why: {
      zh: '方案按列名取值，列名必须唯一。',
      en: 'Plans name columns, so that each name may stand only once.',
    },
    remedy: { zh: '请改名或删去其中一列。', en: 'Rename or remove one of them.' },
  });
}
