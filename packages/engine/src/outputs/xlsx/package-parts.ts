import { columnLetters } from './cell.ts';
import { filterRange } from './sheet-frame.ts';
import type { SheetPlace } from './sheet-spec.ts';
import { xmlText } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet as the workbook part lists it. */
export interface ListedSheet extends SheetPlace {
  readonly hidden: boolean;
  /** Number of its file inside the package. */
  readonly part: number;
}

/** `_rels/.rels`. */
export const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`;

/** `docProps/app.xml`. */
export const APP_PROPERTIES = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Yangguang</Application></Properties>`;

/** `docProps/core.xml`; the date is the run's own, never the clock's. */
export function coreProperties(title: string, createdOn: string): string {
  const at = `${createdOn}T00:00:00Z`;
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>阳光救助 Yangguang</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

/** `[Content_Types].xml`. */
export function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>${parts.join('')}</Types>`;
}

/** `xl/_rels/workbook.xml.rels`. */
export function workbookRelations(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

/** A sheet's name as formulas quote it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `xl/workbook.xml` with the names that make filters work and headers repeat in print. */
export function workbookPart(sheets: readonly ListedSheet[]): string {
  const list = sheets.map(
    (s) =>
      `<sheet name="${xmlText(s.name)}" sheetId="${s.part}"${s.hidden ? ' state="hidden"' : ''} r:id="rId${s.part}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  const defined = names.length ? `<definedNames>${names.join('')}</definedNames>` : '';
  return `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" tabRatio="850"/></bookViews><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}

function definedNames(sheet: ListedSheet, index: number): string[] {
  const names: string[] = [];
  const quoted = xmlText(quotedSheet(sheet.name));
  const range = filterRange(sheet);
  if (range) {
    const [from = '', to = ''] = range.split(':');
    names.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${absolute(from)}:${absolute(to)}</definedName>`,
    );
  }
  if (sheet.headerRow > 0 && sheet.spec.repeatHeader !== false) {
    const top = sheet.spec.groupHeaders ? sheet.headerRow - 1 : sheet.headerRow;
    const frozen = sheet.spec.freezeColumns ?? 0;
    const columns = frozen > 0 ? `${quoted}!$A:$${columnLetters(frozen - 1)},` : '';
    names.push(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${columns}${quoted}!$${top}:$${sheet.headerRow}</definedName>`,
    );
  }
  return names;
}

function absolute(cell: string): string {
  return cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

/** XML of the hidden sheet that holds the allowed values, one column a list. */
export function listSheet(lists: readonly (readonly string[])[]): string {
  const height = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, row) => {
    const cells = lists.map((list, column) => {
      const text = list[row];
      const at = `${columnLetters(column)}${row + 1}`;
      return text === undefined ? '' : `<c r="${at}" t="inlineStr"><is><t>${xmlText(text)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}
