import { columnLetters } from './cell.ts';
import type { SheetSpec } from './sheet-spec.ts';
import { xmlText } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What is known about a sheet once its rows are written. */
export interface SheetTail {
  readonly spec: SheetSpec;
  /** Number of the header row, 0 when there is none. */
  readonly headerRow: number;
  readonly lastRow: number;
  readonly merges: readonly string[];
  readonly links: readonly { readonly cell: string; readonly location: string }[];
  /** Rows after which a printed page ends. */
  readonly breaks: readonly number[];
  /** Cell range with the allowed values of a column, by column index. */
  readonly lists: ReadonlyMap<number, string>;
  readonly lang: 'zh' | 'en';
}

/** The sheet's XML up to its first row. `topRows` rows stay in view. */
export function sheetHead(spec: SheetSpec, topRows: number): string {
  const tab = spec.tabColour ? `<tabColor rgb="FF${spec.tabColour}"/>` : '';
  const fit = spec.fitToWidth === false ? '' : '<pageSetUpPr fitToPage="1"/>';
  const grid = (spec.gridLines ?? spec.header !== false) ? '' : ' showGridLines="0"';
  const view = `<sheetView${grid} workbookViewId="0">${pane(spec, topRows)}</sheetView>`;
  const cols = spec.columns.map(
    (c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetPr>${tab}${fit}</sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>${cols.join('')}</cols><sheetData>`;
}

function pane(spec: SheetSpec, topRows: number): string {
  const rows = (spec.freeze ?? spec.header !== false) ? topRows : 0;
  const columns = spec.freezeColumns ?? 0;
  if (rows === 0 && columns === 0) return '';
  const corner = `${columnLetters(columns)}${rows + 1}`;
  const where = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns ? ` xSplit="${columns}"` : ''}${rows ? ` ySplit="${rows}"` : ''}`;
  return `<pane${split} topLeftCell="${corner}" activePane="${where}" state="frozen"/><selection pane="${where}" activeCell="${corner}" sqref="${corner}"/>`;
}

/** The sheet's XML after its last row; the order of its parts is fixed by the format. */
export function sheetFoot(tail: SheetTail): string {
  const { spec } = tail;
  const protection = spec.columns.some((c) => c.locked)
    ? '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
    : '';
  const filter = filterRange(tail);
  const merges = tail.merges.map((range) => `<mergeCell ref="${range}"/>`);
  const breaks = tail.breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  return [
    `</sheetData>${protection}`,
    filter ? `<autoFilter ref="${filter}"/>` : '',
    wrapped('mergeCells', merges),
    validations(tail),
    links(tail),
    '<printOptions horizontalCentered="1"/><pageMargins left="0.47" right="0.47" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    pageSetup(spec),
    headerFooter(tail),
    breaks.length
      ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</rowBreaks>`
      : '',
    ignoredErrors(tail),
    '</worksheet>',
  ].join('');
}

/** The filtered range (`A3:K120`), or undefined when the sheet has no filter. */
export function filterRange(tail: Pick<SheetTail, 'spec' | 'headerRow' | 'lastRow'>): string | undefined {
  if (!tail.spec.filter || tail.headerRow === 0) return undefined;
  const right = columnLetters(tail.spec.columns.length - 1);
  return `A${tail.headerRow}:${right}${Math.max(tail.lastRow, tail.headerRow)}`;
}

function pageSetup(spec: SheetSpec): string {
  const fit = ` fitToWidth="${spec.pagesWide ?? 1}" fitToHeight="0"`;
  const scale = spec.scale ? ` scale="${spec.scale}"` : '';
  const orientation = spec.landscape ? 'landscape' : 'portrait';
  return `<pageSetup paperSize="9"${spec.fitToWidth === false ? scale : fit} orientation="${orientation}"/>`;
}

function wrapped(tag: string, items: readonly string[]): string {
  return items.length ? `<${tag} count="${items.length}">${items.join('')}</${tag}>` : '';
}

function validations(tail: SheetTail): string {
  const zh = tail.lang === 'zh';
  const title = zh ? '不在可选值中' : 'Not an allowed value';
  const text = zh ? '请从下拉列表中选择。' : 'Please choose from the list.';
  const items = [...tail.lists].map(([column, range]) => {
    const letters = columnLetters(column);
    const cells = `${letters}${tail.headerRow + 1}:${letters}${Math.max(tail.lastRow, tail.headerRow + 1)}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${title}" error="${text}" sqref="${cells}"><formula1>${range}</formula1></dataValidation>`;
  });
  return wrapped('dataValidations', items);
}

function links(tail: SheetTail): string {
  if (!tail.links.length) return '';
  const items = tail.links.map((l) => `<hyperlink ref="${l.cell}" location="${xmlText(l.location)}"/>`);
  return `<hyperlinks>${items.join('')}</hyperlinks>`;
}

function headerFooter(tail: SheetTail): string {
  const code = (text: string): string => xmlText(text.replaceAll('&', '&&'));
  const page = tail.lang === 'zh' ? '第 &amp;P 页 共 &amp;N 页' : 'Page &amp;P of &amp;N';
  const head = tail.spec.pageHeader
    ? `<oddHeader>&amp;L&amp;9${code(` ${tail.spec.pageHeader}`)}</oddHeader>`
    : '';
  const left = tail.spec.pageFooter ? `&amp;L&amp;9${code(` ${tail.spec.pageFooter}`)}` : '';
  return `<headerFooter>${head}<oddFooter>${left}&amp;C&amp;9 ${page}</oddFooter></headerFooter>`;
}

// ID numbers and accounts are text on purpose: no green warning corners on them.
function ignoredErrors(tail: SheetTail): string {
  const corner = `${columnLetters(Math.max(0, tail.spec.columns.length - 1))}${Math.max(1, tail.lastRow)}`;
  return `<ignoredErrors><ignoredError sqref="A1:${corner}" numberStoredAsText="1"/></ignoredErrors>`;
}
