import type { Cell } from './xlsx/cell.ts';
import { columnLetters } from './xlsx/cell.ts';
import {
  APP_PROPERTIES,
  contentTypes,
  coreProperties,
  type ListedSheet,
  listSheet,
  quotedSheet,
  ROOT_RELATIONS,
  workbookPart,
  workbookRelations,
} from './xlsx/package-parts.ts';
import { cleanSheetName, uniqueSheetName } from './xlsx/sheet-name.ts';
import type { SheetSpec } from './xlsx/sheet-spec.ts';
import { type RowOptions, SheetWriter } from './xlsx/sheet-writer.ts';
import { createStyleTable, type StyleTable } from './xlsx/styles.ts';
import { type ZipPart, ZipWriter } from './xlsx/zip-writer.ts';

/** The format's limit of rows in one sheet. */
const SHEET_ROWS = 1_048_576;
const CHUNK_CHARACTERS = 65_536;

/** What a workbook says about itself. */
export interface WorkbookOptions {
  readonly title: string;
  /** 'YYYY-MM-DD', usually the as-of date: the document properties take it instead of the clock. */
  readonly createdOn: string;
  /** Language of page numbers and warnings; zh when absent. */
  readonly lang?: 'zh' | 'en';
  /** For tests: rows a sheet may hold before it continues in the next one. */
  readonly sheetRows?: number;
}

/** A sheet being written. Rows go straight to the file: await each call. */
export interface SheetHandle {
  /** Writes a row; a full sheet continues in `name(2)`, with title and header again. */
  row(cells: readonly Cell[], options?: RowOptions): Promise<void>;
  /** Reference (such as 'A7') of the first cell of the row that comes next, for links to it. */
  nextCell(): { sheet: string; cell: string };
  close(): Promise<void>;
}

/** A workbook being written: one sheet at a time, then `close`. */
export interface Workbook {
  /** Starts a sheet; its name is cleaned and made unique. Throws while another sheet is open. */
  sheet(name: string, spec: SheetSpec): SheetHandle;
  /** Writes the end of the file. Rejects (and removes the file) if the disk refused any part of it. */
  close(): Promise<void>;
}

/**
 * Starts an .xlsx file at `path` (file mode 0600: nearly all of them name people).
 *
 * Streams: memory does not grow with the rows, except for merged cells and links. Deterministic: the same
 * calls give the same bytes. Money is given in integer fen, dates as 'YYYY-MM-DD'. Text is never a formula,
 * and text that could become one after an export to CSV gets a leading apostrophe as in our own CSV files.
 */
export function createWorkbook(path: string, options: WorkbookOptions): Workbook {
  return new XlsxWorkbook(path, options);
}

class XlsxWorkbook implements Workbook {
  readonly styles: StyleTable;
  readonly options: WorkbookOptions;
  private readonly zip: ZipWriter;
  private readonly sheets: ListedSheet[] = [];
  private readonly taken = new Set<string>();
  private readonly lists: (readonly string[])[] = [];
  private open: XlsxSheet | undefined;

  constructor(path: string, options: WorkbookOptions) {
    this.options = options;
    this.styles = createStyleTable(options.lang === 'en' ? 'Arial' : '微软雅黑');
    this.zip = new ZipWriter(path);
    this.add('_rels/.rels', ROOT_RELATIONS);
    this.add('docProps/app.xml', APP_PROPERTIES);
    this.add('docProps/core.xml', coreProperties(options.title, options.createdOn));
  }

  sheet(name: string, spec: SheetSpec): SheetHandle {
    if (this.open) throw new Error(`The sheet before "${name}" is still open: close it first`);
    this.open = new XlsxSheet(this, name, spec);
    return this.open;
  }

  async close(): Promise<void> {
    if (this.open) throw new Error('A sheet is still open: close it before the workbook');
    if (this.lists.length > 0) this.addListSheet();
    this.add('xl/styles.xml', this.styles.xml());
    this.add('xl/workbook.xml', workbookPart(inTabOrder(this.sheets)));
    this.add('xl/_rels/workbook.xml.rels', workbookRelations(this.sheets.length));
    this.add('[Content_Types].xml', contentTypes(this.sheets.length));
    await this.zip.finish();
  }

  /** Where the next sheet's XML goes, and the place where that sheet is listed. */
  startPart(name: string): { xml: ZipPart; name: string; part: number } {
    const unique = uniqueSheetName(name, this.taken);
    this.taken.add(unique.toLowerCase());
    const part = this.taken.size;
    return { xml: this.zip.start(`xl/worksheets/sheet${part}.xml`), name: unique, part };
  }

  endPart(sheet: ListedSheet): void {
    this.sheets.push(sheet);
  }

  released(): void {
    this.open = undefined;
  }

  /** Range with these values in the hidden sheet of allowed values. */
  listRange(values: readonly string[]): string {
    const key = values.join('\n');
    let at = this.lists.findIndex((list) => list.join('\n') === key);
    if (at < 0) at = this.lists.push(values) - 1;
    const letters = columnLetters(at);
    return `${quotedSheet(this.listSheetName())}!$${letters}$1:$${letters}$${values.length}`;
  }

  private listSheetName(): string {
    return this.options.lang === 'en' ? 'Allowed values' : '可选值';
  }

  private addListSheet(): void {
    const name = this.listSheetName();
    this.add(`xl/worksheets/sheet${this.sheets.length + 1}.xml`, listSheet(this.lists));
    this.sheets.push({
      name,
      headerRow: 0,
      lastRow: 0,
      spec: { columns: [], tabOrder: Number.MAX_VALUE },
      hidden: true,
      part: this.sheets.length + 1,
    });
  }

  private add(name: string, text: string): void {
    this.zip.add(name, text);
  }
}

class XlsxSheet implements SheetHandle {
  private readonly book: XlsxWorkbook;
  private readonly name: string;
  private readonly spec: SheetSpec;
  private writer!: SheetWriter;
  private xml!: ZipPart;
  private partName = '';
  private part = 0;
  private pending = '';

  constructor(book: XlsxWorkbook, name: string, spec: SheetSpec) {
    this.book = book;
    this.name = cleanSheetName(name);
    this.spec = spec;
    this.begin();
  }

  async row(cells: readonly Cell[], options: RowOptions = {}): Promise<void> {
    if (this.writer.lastRow >= (this.book.options.sheetRows ?? SHEET_ROWS)) {
      await this.end();
      this.begin();
    }
    this.pending += this.writer.rowXml(cells, options);
    if (this.pending.length >= CHUNK_CHARACTERS) await this.flush();
  }

  nextCell(): { sheet: string; cell: string } {
    return { sheet: this.partName, cell: `A${this.writer.lastRow + 1}` };
  }

  async close(): Promise<void> {
    await this.end();
    this.book.released();
  }

  private begin(): void {
    const part = this.book.startPart(this.name);
    this.xml = part.xml;
    this.partName = part.name;
    this.part = part.part;
    const { styles, options } = this.book;
    const listRange = (values: readonly string[]): string => this.book.listRange(values);
    this.writer = new SheetWriter(this.spec, {
      styles,
      lang: options.lang ?? 'zh',
      listRange,
    });
    this.pending = this.writer.head;
  }

  private async end(): Promise<void> {
    this.pending += this.writer.foot();
    await this.flush();
    await this.xml.end();
    const { headerRow, lastRow } = this.writer;
    this.book.endPart({
      name: this.partName,
      headerRow,
      lastRow,
      spec: this.spec,
      hidden: false,
      part: this.part,
    });
  }

  private async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    await this.xml.write(text);
  }
}

/** Sheets as their tabs stand; those without a place of their own keep the order of writing. */
function inTabOrder(sheets: readonly ListedSheet[]): ListedSheet[] {
  const place = (sheet: ListedSheet): number => sheet.spec.tabOrder ?? sheet.part;
  return [...sheets].sort((a, b) => place(a) - place(b) || a.part - b.part);
}
