import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Cell, Sheet } from './sheet.ts';

/** One fixed day inside every archive, so that the same county has the same bytes. */
export const ARCHIVE_TIME = new Date(2022, 7, 1, 8, 0, 0);

const SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A, B, … Z, AA … */
export function columnName(index: number): string {
  const first = index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '';
  return first + String.fromCharCode(65 + (index % 26));
}

function cellXml(cell: Cell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${reference}"><v>${cell.raw}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

function sheetXml(sheet: Sheet): string {
  const hidden = new Set(sheet.hiddenRows);
  const rows = sheet.rows.map((cells, r) => {
    const inner = cells.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`)).join('');
    return `<row r="${r + 1}"${hidden.has(r) ? ' hidden="1"' : ''}>${inner}</row>`;
  });
  const merges = sheet.merges.map(
    ([top, left, bottom, right]) =>
      `<mergeCell ref="${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}"/>`,
  );
  const merged =
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  return `${HEAD}<worksheet xmlns="${SPACE}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`;
}

/** The parts of a workbook that do not depend on its cells. */
export function workbookParts(names: readonly string[]): readonly (readonly [path: string, xml: string])[] {
  const types = names.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const links = names.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${SPACE}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${package_}/relationships">${links.join('')}</Relationships>`,
    ],
  ];
}

/** Writes a workbook of these sheets: inline strings, merged cells, hidden rows, no styles. */
export async function writeXlsx(path: string, sheets: readonly Sheet[]): Promise<void> {
  const zip = new ZipFile();
  const parts = workbookParts(sheets.map((sheet) => sheet.name));
  const all = [
    ...parts,
    ...sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)] as const),
  ];
  for (const [name, xml] of all)
    zip.addBuffer(Buffer.from(xml), name, {
      mtime: ARCHIVE_TIME,
      forceDosTimestamp: true,
      compressionLevel: 4,
    });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** Writes a plain zip of these files. */
export async function writeZip(
  path: string,
  files: readonly (readonly [name: string, content: Buffer])[],
): Promise<void> {
  const zip = new ZipFile();
  for (const [name, content] of files)
    zip.addBuffer(content, name, { mtime: ARCHIVE_TIME, forceDosTimestamp: true, compressionLevel: 6 });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
