import {
  type Cell,
  type CellSpec,
  cellXml,
  columnLetters,
  effectiveKind,
  fittedHeight,
  specOf,
} from './cell.ts';
import { quotedSheet } from './package-parts.ts';
import { sheetFoot, sheetHead } from './sheet-frame.ts';
import { cleanSheetName } from './sheet-name.ts';
import type { ColumnSpec, SheetSpec } from './sheet-spec.ts';
import type { CellKind, LookName, StyleTable } from './styles.ts';

/** How a row is written. */
export interface RowOptions {
  /** Look of every cell that names none (then the column's, then plain body). */
  readonly look?: LookName;
  /**
   * Points, or 'fit' for the height the text needs, fixed. When absent, rows with wrapped text get that height
   * too, but still grow by themselves when somebody types more.
   */
  readonly height?: number | 'fit';
  /** The printed page ends after this row. */
  readonly pageBreakAfter?: boolean;
}

interface Surroundings {
  readonly styles: StyleTable;
  readonly lang: 'zh' | 'en';
  /** Range with the allowed values of a column. */
  readonly listRange: (values: readonly string[]) => string;
}

/** A cell right of the last column. */
const BEYOND: ColumnSpec = { heading: '', width: 8, kind: 'text' };

interface PlacedCell {
  readonly spec: CellSpec;
  readonly column: number;
  readonly look: LookName;
  readonly kind: CellKind;
  readonly style: number;
  readonly span: number;
  readonly rowSpan: number;
}

/** One physical sheet: turns rows into XML and remembers what the end of the sheet must say. */
export class SheetWriter {
  headerRow = 0;
  lastRow = 0;
  readonly head: string;
  private readonly spec: SheetSpec;
  private readonly around: Surroundings;
  private readonly merges: string[] = [];
  private readonly links: { cell: string; location: string }[] = [];
  private readonly breaks: number[] = [];
  private readonly protectedSheet: boolean;

  constructor(spec: SheetSpec, around: Surroundings) {
    this.spec = spec;
    this.around = around;
    this.protectedSheet = spec.columns.some((column) => column.locked);
    const top = this.topRows();
    this.head = sheetHead(spec, this.lastRow) + top;
  }

  /** XML of the next row. */
  rowXml(cells: readonly Cell[], options: RowOptions): string {
    this.lastRow += 1;
    const row = this.lastRow;
    let column = 0;
    let fitted = 0;
    const parts: string[] = [];
    for (const cell of cells) {
      const placed = this.placed(specOf(cell), column, options.look);
      parts.push(this.cellParts(placed, row));
      fitted = Math.max(fitted, this.heightNeeded(placed, options.height === 'fit'));
      column += placed.span;
    }
    if (options.pageBreakAfter) this.breaks.push(row);
    return `<row r="${row}"${heightOf(options.height, fitted)}>${parts.join('')}</row>`;
  }

  /** XML after the last row. */
  foot(): string {
    const lists = new Map<number, string>();
    this.spec.columns.forEach((column, index) => {
      if (column.list?.length) lists.set(index, this.around.listRange(column.list));
    });
    const { spec, headerRow, lastRow, merges, links, breaks } = this;
    return sheetFoot({ spec, headerRow, lastRow, merges, links, breaks, lists, lang: this.around.lang });
  }

  private placed(spec: CellSpec, column: number, rowLook: LookName | undefined): PlacedCell {
    const at = this.spec.columns[column] ?? BEYOND;
    const kind = effectiveKind(spec.value, spec.kind ?? at.kind);
    const look = spec.look ?? rowLook ?? at.look ?? 'body';
    const style = this.around.styles.indexOf(look, kind, this.protectedSheet && at.locked === true);
    return { spec, column, look, kind, style, span: spec.span ?? 1, rowSpan: spec.rowSpan ?? 1 };
  }

  private cellParts({ spec, column, kind, style, span, rowSpan }: PlacedCell, row: number): string {
    const reference = `${columnLetters(column)}${row}`;
    if (span > 1 || rowSpan > 1) {
      this.merges.push(`${reference}:${columnLetters(column + span - 1)}${row + rowSpan - 1}`);
    }
    if (spec.link) {
      const location = `${quotedSheet(cleanSheetName(spec.link.sheet))}!${spec.link.cell ?? 'A1'}`;
      this.links.push({ cell: reference, location });
    }
    let xml = cellXml(reference, spec.value, kind, style);
    // The covered cells carry the style too, or half of the merged block would have no border.
    for (let covered = column + 1; covered < column + span; covered += 1) {
      xml += `<c r="${columnLetters(covered)}${row}" s="${style}"/>`;
    }
    return xml;
  }

  private heightNeeded({ spec, column, look, kind, span, rowSpan }: PlacedCell, fit: boolean): number {
    if (!spec.value || rowSpan > 1 || (!fit && kind !== 'wrap')) return 0;
    return fittedHeight(String(spec.value), this.widthOf(column, span), look);
  }

  private widthOf(column: number, span: number): number {
    return this.spec.columns.slice(column, column + span).reduce((sum, c) => sum + c.width, 0);
  }

  private topRows(): string {
    const { spec } = this;
    const span = spec.columns.length;
    const rows: string[] = [];
    if (spec.title)
      rows.push(this.rowXml([{ value: spec.title, look: 'title', kind: 'wrap', span }], { height: 'fit' }));
    for (const line of spec.subtitle ?? []) {
      rows.push(this.rowXml([{ value: line, look: 'subtitle', kind: 'wrap', span }], { height: 'fit' }));
    }
    if (spec.header === false) return rows.join('');
    if (spec.groupHeaders) rows.push(this.groupRow());
    rows.push(this.headingRow());
    this.headerRow = this.lastRow;
    return rows.join('');
  }

  private groupRow(): string {
    const cells: Cell[] = [];
    const groups = [...(this.spec.groupHeaders ?? [])].sort((a, b) => a.from - b.from);
    for (let column = 0; column < this.spec.columns.length; ) {
      const group = groups.find((g) => g.from === column);
      const heading = this.spec.columns[column];
      const look = heading?.headerLook ?? 'header';
      // A column under no group heading is one cell over both header rows.
      if (group) cells.push({ value: group.label, kind: 'text', look, span: group.to - group.from + 1 });
      else cells.push({ value: heading?.heading, kind: 'text', look, rowSpan: 2 });
      column = group ? group.to + 1 : column + 1;
    }
    return this.rowXml(cells, { height: 'fit' });
  }

  private headingRow(): string {
    const cells = this.spec.columns.map((column, index): Cell => {
      const look = column.headerLook ?? 'header';
      const under =
        this.spec.groupHeaders && !this.spec.groupHeaders.some((g) => index >= g.from && index <= g.to);
      return { value: under ? undefined : column.heading, kind: 'wrap', look };
    });
    return this.rowXml(cells, { height: 'fit' });
  }
}

function heightOf(asked: RowOptions['height'], fitted: number): string {
  const points = typeof asked === 'number' ? asked : fitted;
  if (points === 0) return '';
  return asked === undefined ? ` ht="${Math.max(points, 18)}"` : ` ht="${points}" customHeight="1"`;
}
