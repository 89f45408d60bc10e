import { isLongNumber, isoCellText, type NumberLook, numericCellText, unescapeText } from './cell-text.ts';
import { parseRange } from './merged-cells.ts';
import { type FileAlarm, type MergedRange, makeAlarm } from './raw-sheet.ts';
import { PlainCell } from './plain-cell.ts';
import { isPlainNumber, plainInteger } from './plain-xml.ts';
import type { RawTable } from './raw-table.ts';
import { isTrue, type Workbook } from './xlsx-workbook.ts';
import type { XmlAttributes, XmlListener } from './xml-scanner.ts';

const lastRow = 1_048_576;
const maxMerges = 1_000_000;
const maxPlainDigits = 14;
const plain: NumberLook = { kind: 'plain' };

/** Where the rows go. */
export type RowTarget = Pick<RawTable, 'startRow' | 'putText' | 'putBytes'>;

/** Turns the events of one worksheet part into rows of text. Throws when the sheet contradicts itself. */
export class XlsxRows implements XmlListener {
  readonly merges: MergedRange[] = [];
  private readonly book: Workbook;
  private readonly table: RowTarget;
  private readonly plainCell = new PlainCell();
  private rowNo = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private hasValue = false;
  private hasFormula = false;
  private capturing = false;
  private phonetic = false;
  private inCell = false;
  private uncached = 0;
  private longNumbers = 0;
  private readonly longColumns = new Set<number>();

  constructor(book: Workbook, table: RowTarget) {
    this.book = book;
    this.table = table;
  }

  alarms(): FileAlarm[] {
    const alarms: FileAlarm[] = [];
    if (this.uncached > 0) alarms.push(makeAlarm('no_cached_value', this.uncached));
    if (this.longNumbers > 0) alarms.push(makeAlarm('long_number', this.longNumbers, this.longColumns));
    return alarms;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.openText(name);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'mergeCell') this.openMerge(attributes['ref'] ?? '');
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.capturing = false;
    else if (name === 'rPh') this.phonetic = false;
  }

  text(piece: string): void {
    if (this.capturing) this.value += piece;
  }

  /** Takes plain cells as bytes. Whatever is the matter with a cell, it is left to the events. */
  skim(bytes: Buffer, start: number): number {
    if (this.inCell || this.phonetic || this.rowNo === 0) return start;
    const { plainCell: cell } = this;
    let at = start;
    while (cell.read(bytes, at) && cell.column > this.column && this.takePlain(bytes, cell)) {
      this.column = cell.column;
      at = cell.end;
    }
    return at;
  }

  private takePlain(bytes: Buffer, { type, column, style, from, to }: PlainCell): boolean {
    if (from === to) return true;
    if (type === 'number') return this.takePlainNumber(bytes, column, style, from, to);
    if (type !== 'shared') {
      this.table.putBytes(column, bytes, from, to);
      return true;
    }
    const { strings } = this.book;
    if (!strings.locate(plainInteger(bytes, from, to))) return false;
    if (strings.from < strings.to) this.table.putBytes(column, strings.page, strings.from, strings.to);
    return true;
  }

  private takePlainNumber(bytes: Buffer, column: number, style: number, from: number, to: number): boolean {
    // Longer ones are counted, those with other characters rewritten.
    if (to - from > maxPlainDigits || !isPlainNumber(bytes, from, to)) return false;
    const look = this.book.looks[Math.max(style, 0)] ?? plain;
    if (look.kind === 'plain') this.table.putBytes(column, bytes, from, to);
    else {
      const raw = bytes.toString('latin1', from, to);
      this.table.putText(column, numericCellText(raw, look, this.book.date1904));
    }
    return true;
  }

  private openRow(attributes: XmlAttributes): void {
    const rowNo = attributes.r === undefined ? this.rowNo + 1 : Number(attributes.r);
    if (!Number.isInteger(rowNo) || rowNo <= this.rowNo || rowNo > lastRow)
      throw new Error('rows out of order');
    this.rowNo = rowNo;
    this.column = -1;
    this.table.startRow(rowNo, isTrue(attributes['hidden']) || attributes['ht'] === '0');
  }

  private openCell(attributes: XmlAttributes): void {
    const address = attributes.r;
    const column = address === undefined ? this.column + 1 : columnOf(address);
    if (column <= this.column) throw new Error('cells out of order');
    if (this.rowNo === 0) throw new Error('a cell outside a row');
    this.column = column;
    this.type = attributes.t ?? 'n';
    this.style = Number(attributes.s ?? 0);
    this.value = '';
    this.hasValue = false;
    this.hasFormula = false;
    this.inCell = true;
  }

  private openText(name: string): void {
    this.capturing = this.inCell && !this.phonetic && (name === 't') === (this.type === 'inlineStr');
    if (this.capturing) this.hasValue = true;
  }

  private closeCell(): void {
    this.inCell = false;
    const text = this.hasValue && this.value !== '' ? this.cellText() : null;
    if (text !== null && text !== '') this.table.putText(this.column, text);
    else if (this.hasFormula && this.type !== 'str' && this.value === '') this.uncached += 1;
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return this.sharedText();
      case 'inlineStr':
      case 'str':
        return unescapeText(this.value);
      case 'b':
        return this.value === '1' || this.value === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        return this.value;
      case 'd':
        return isoCellText(this.value);
      default:
        return this.numericText();
    }
  }

  private sharedText(): string {
    const { strings } = this.book;
    if (!strings.locate(Number(this.value))) throw new Error('a shared text is missing');
    return strings.page.toString('utf8', strings.from, strings.to);
  }

  private numericText(): string {
    const raw = this.value;
    if (isLongNumber(raw)) {
      this.longNumbers += 1;
      this.longColumns.add(this.column);
    }
    return numericCellText(raw, this.book.looks[this.style] ?? plain, this.book.date1904);
  }

  private openMerge(ref: string): void {
    const range = parseRange(ref);
    if (!range) return;
    if (this.merges.length >= maxMerges) throw new Error('too many merged cells');
    this.merges.push(range);
  }
}

/** Column index of an address; throws when it has none. */
function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length && i < 4; i += 1) {
    const code = address.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column === 0 || column > 16_384) throw new Error('a cell address is wrong');
  return column - 1;
}
