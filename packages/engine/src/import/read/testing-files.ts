import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { ZipFile } from 'yazl';
import type { InputFile, RawSheet } from './raw-sheet.ts';
import { readFile } from './read-file.ts';
import type { FileReading } from './read-options.ts';

/** For tests only: a database and a private folder that vanish with the test. */
export interface Bench {
  readonly db: DuckDBConnection;
  readonly folder: string;
  /** Writes a file into the folder and reads it. */
  read(
    name: string,
    bytes: Buffer | string,
    format: InputFile['format'],
    passwords?: string[],
  ): Promise<FileReading>;
  /** All rows as [row_no, c0, c1 …]; a hidden row's number is negative. */
  rows(sheet: RawSheet | undefined): Promise<(string | number | null)[][]>;
}

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'yg-read-'));
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '200MB', threads: '1' });
  const db = await instance.connect();
  onTestFinished(async () => {
    db.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  });
  let files = 0;
  return {
    db,
    folder,
    async read(name, bytes, format, passwords = []) {
      files += 1;
      const path = join(folder, name);
      await writeFile(path, bytes);
      const file = { path, name, sha256: '', bytes: (await stat(path)).size, format };
      return readFile(db, file, { passwords, tempFolder: folder, prefix: `f${files}` });
    },
    async rows(sheet) {
      if (!sheet) return [];
      const result = await db.runAndReadAll(`select * from "${sheet.table}" order by row_no`);
      return result
        .getRows()
        .map(([rowNo, hidden, ...cells]) => [
          hidden ? -Number(rowNo) : Number(rowNo),
          ...cells.map((cell) => (cell === null || cell === undefined ? null : String(cell))),
        ]);
    },
  };
}

/** A zip of the given members, in memory. */
export async function zipOf(members: Record<string, string | Buffer>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members))
    zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface XlsxParts {
  /** Content of `<worksheet>` of each sheet, by name. */
  readonly sheets: Record<string, string>;
  /** Names of hidden sheets. */
  readonly hidden?: readonly string[];
  /** Content of `<sst>`. */
  readonly strings?: string;
  /** Content of `<styleSheet>`. */
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Start of the targets in the workbook's relationships: '' relative, '/xl/' absolute. */
  readonly target?: string;
  /** Namespace of relationship types: strict files have another. */
  readonly relations?: string;
}

/** The parts of an .xlsx, to be zipped. */
export function xlsxParts(parts: XlsxParts): Record<string, string> {
  const relations = parts.relations ?? transitional;
  const target = parts.target ?? '';
  const relation = (id: string, type: string, to: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${to}"/>`;
  const sheetNames = Object.keys(parts.sheets);
  const sheetTags = sheetNames.map((name, i) => {
    const state = parts.hidden?.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="s${i}"/>`;
  });
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${packageRelations}">${relation('w', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${parts.workbookPr ?? ''}<sheets>${sheetTags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${sheetNames
      .map((_, i) => relation(`s${i}`, 'worksheet', `${target}worksheets/sheet${i}.xml`))
      .join(
        '',
      )}${relation('t', 'sharedStrings', `${target}sharedStrings.xml`)}${relation('y', 'styles', `${target}styles.xml`)}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${parts.strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${parts.styles ?? ''}</styleSheet>`,
  };
  for (const [i, name] of sheetNames.entries()) {
    const content = parts.sheets[name] ?? '';
    files[`xl/worksheets/sheet${i}.xml`] = content.startsWith('<?xml')
      ? content
      : `<worksheet xmlns="${main}">${content}</worksheet>`;
  }
  return files;
}

export async function xlsxOf(parts: XlsxParts): Promise<Buffer> {
  return zipOf(xlsxParts(parts));
}

/** A seeded stream of numbers in [0, 1): the same mutations on every run. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
