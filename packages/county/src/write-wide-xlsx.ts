import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { checkCharacter } from './citizen-number.ts';
import { ARCHIVE_TIME, columnName, workbookParts } from './files/write-xlsx.ts';
import { makeName } from './names.ts';
import { Random } from './prng.ts';

export interface WideWish {
  readonly rows?: number;
  readonly columns?: number;
  /** How text is stored: in the cell (exports) or in the shared table (saved by a spreadsheet program). */
  readonly strings?: 'inline' | 'shared';
  readonly seed?: number;
}

const HEADINGS = [
  '姓名',
  '身份证号',
  '乡镇',
  '村',
  '补贴项目',
  '所属月份',
  '开户姓名',
  '银行账号',
  '金额',
  '发放日期',
  '发放状态',
  '备注',
];

/** The cells of a payment row: text, or a number. Only the first text of name, ID and account is new in each row. */
function rowCells(random: Random, index: number): (string | number)[] {
  const name = makeName(random, '男');
  const first17 = `371399${1940 + (index % 60)}${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}${String(index % 1000).padStart(3, '0')}`;
  const month = `2022${String(1 + (index % 12)).padStart(2, '0')}`;
  return [
    name,
    first17 + checkCharacter(first17),
    `青${index % 15}镇`,
    `柳${index % 500}村`,
    '农村最低生活保障金',
    month,
    name,
    `62170${String(index).padStart(14, '0')}`,
    100 + (index % 900),
    `${month}15`,
    index % 97 === 0 ? '退汇' : '成功',
    '',
  ];
}

function cellsOf(random: Random, index: number, columns: number): (string | number)[] {
  const cells = rowCells(random, index);
  while (cells.length < columns) cells.push(index % 1000);
  return cells.slice(0, columns);
}

/** Position of each text in the shared table, in the order the sheet meets them. */
class SharedTable {
  private readonly fixed = new Map<string, number>();
  private next = 0;

  index(text: string, unique: boolean): { at: number; fresh: boolean } {
    const known = unique ? undefined : this.fixed.get(text);
    if (known !== undefined) return { at: known, fresh: false };
    const at = this.next;
    this.next += 1;
    if (!unique) this.fixed.set(text, at);
    return { at, fresh: true };
  }
}

type Strings = 'inline' | 'shared';

function* sheetXml(wish: Required<WideWish>): Generator<string> {
  const random = new Random(wish.seed);
  const table = new SharedTable();
  const names = Array.from({ length: wish.columns }, (_, i) => columnName(i));
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  const text = (value: string, reference: string, unique: boolean): string =>
    wish.strings === 'inline'
      ? `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
      : `<c r="${reference}" t="s"><v>${table.index(value, unique).at}</v></c>`;
  let piece = `<row r="1">${names.map((name, i) => text(HEADINGS[i] ?? `列${i + 1}`, `${name}1`, false)).join('')}</row>`;
  for (let i = 0; i < wish.rows; i += 1) {
    piece += `<row r="${i + 2}">`;
    cellsOf(random, i, wish.columns).forEach((cell, c) => {
      const reference = `${names[c] ?? ''}${i + 2}`;
      if (typeof cell === 'number') piece += `<c r="${reference}"><v>${cell}</v></c>`;
      else if (cell !== '') piece += text(cell, reference, isUnique(c));
    });
    piece += '</row>';
    if (piece.length < 200_000) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function isUnique(column: number): boolean {
  return column === 0 || column === 1 || column === 7;
}

function* sharedXml(wish: Required<WideWish>): Generator<string> {
  const random = new Random(wish.seed);
  const table = new SharedTable();
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  let piece = '';
  const add = (value: string, unique: boolean): void => {
    if (table.index(value, unique).fresh) piece += `<si><t>${value}</t></si>`;
  };
  for (let c = 0; c < wish.columns; c += 1) add(HEADINGS[c] ?? `列${c + 1}`, false);
  for (let i = 0; i < wish.rows; i += 1) {
    cellsOf(random, i, wish.columns).forEach((cell, c) => {
      if (typeof cell === 'string' && cell !== '') add(cell, isUnique(c));
    });
    if (piece.length < 200_000) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sst>`;
}

function parts(strings: Strings): readonly (readonly [string, string])[] {
  if (strings === 'inline') return workbookParts(['发放明细']);
  return workbookParts(['发放明细']).map(([path, xml]) => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    const part = `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}"/></Types>`;
    const link = `<Relationship Id="rId9" Type="${relation}" Target="sharedStrings.xml"/></Relationships>`;
    if (path === '[Content_Types].xml') return [path, xml.replace('</Types>', part)] as const;
    return path.endsWith('workbook.xml.rels')
      ? ([path, xml.replace('</Relationships>', link)] as const)
      : ([path, xml] as const);
  });
}

/** Writes one large sheet of payment rows as a stream: memory does not grow with the rows. */
export async function writeWideXlsx(path: string, wish: WideWish = {}): Promise<void> {
  const all: Required<WideWish> = { rows: 1_000_000, columns: 12, strings: 'inline', seed: 1, ...wish };
  const zip = new ZipFile();
  const options = { mtime: ARCHIVE_TIME, forceDosTimestamp: true, compressionLevel: 1 };
  for (const [name, xml] of parts(all.strings)) zip.addBuffer(Buffer.from(xml), name, options);
  zip.addReadStream(Readable.from(sheetXml(all), { objectMode: false }), 'xl/worksheets/sheet1.xml', options);
  if (all.strings === 'shared')
    zip.addReadStream(Readable.from(sharedXml(all), { objectMode: false }), 'xl/sharedStrings.xml', options);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
