import type { CellKind, LookName } from './styles.ts';
import { lookSize } from './styles.ts';
import { cellText, xmlText } from './xml-text.ts';

/** What a cell may hold: money as integer fen, dates as 'YYYY-MM-DD', everything else as text or integer. */
export type CellValue = string | number | bigint | null | undefined;

/** A cell with more than a value. */
export interface CellSpec {
  readonly value: CellValue;
  readonly look?: LookName;
  /** Overrides the column's kind. */
  readonly kind?: CellKind;
  /** Columns and rows this cell is merged over (1 when absent). */
  readonly span?: number;
  readonly rowSpan?: number;
  /** A place in this workbook; `cell` is A1 when absent. */
  readonly link?: { readonly sheet: string; readonly cell?: string };
}

/** A cell of a row: a bare value takes the look of its row and the kind of its column. */
export type Cell = CellValue | CellSpec;

const LETTERS = Array.from({ length: 64 }, (_, index) => spelledLetters(index));

/** A1-style letters of a column counted from 0. */
export function columnLetters(index: number): string {
  return LETTERS[index] ?? spelledLetters(index);
}

function spelledLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Integer fen as plain yuan with two decimals; exact, no floating point. */
export function yuanText(fen: number | bigint): string {
  const whole = BigInt(fen);
  const size = whole < 0n ? -whole : whole;
  return `${whole < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** Spreadsheet day number of an ISO date; undefined when it is no full date or too early for the format. */
export function dayNumber(date: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!found) return undefined;
  const days = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / 86_400_000 + 25_569;
  // Before March 1900 the format counts a 29 February that never was.
  return days > 60 ? days : undefined;
}

function isSpec(cell: Cell): cell is CellSpec {
  return typeof cell === 'object' && cell !== null;
}

/** The cell in full form. */
export function specOf(cell: Cell): CellSpec {
  return isSpec(cell) ? cell : { value: cell };
}

function numberText(value: CellValue, kind: CellKind): string | undefined {
  if (kind === 'money' && (typeof value === 'number' || typeof value === 'bigint')) return yuanText(value);
  if (kind === 'int' && (typeof value === 'number' || typeof value === 'bigint')) return String(value);
  if (kind === 'date' && typeof value === 'string') return dayNumber(value)?.toString();
  return undefined;
}

/** XML of one cell at `reference` (such as 'B7') with the style of its look and kind. */
export function cellXml(reference: string, value: CellValue, kind: CellKind, style: number): string {
  if (value === null || value === undefined || value === '') return `<c r="${reference}" s="${style}"/>`;
  const number = numberText(value, kind);
  if (number !== undefined) return `<c r="${reference}" s="${style}"><v>${number}</v></c>`;
  const text = xmlText(cellText(String(value)));
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Kind a cell is written with: text that reached a number column is shown as text, never lost. */
export function effectiveKind(value: CellValue, kind: CellKind): CellKind {
  return typeof value === 'string' && (kind === 'int' || kind === 'money') ? 'text' : kind;
}

// A Han character is about two digits wide; what is estimated here only sets the height of merged rows.
function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // The second half of a character outside the basic plane adds nothing.
    if (unit < 0xdc00 || unit > 0xdfff) width += unit > 0x2e7f ? 2 : 1;
  }
  return width;
}

/** Points a text needs in a cell `width` characters wide: programs do not grow rows of merged cells themselves. */
export function fittedHeight(text: string, width: number, look: LookName): number {
  const size = lookSize(look);
  const room = Math.max(1, (width - 1) * (10 / size));
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  return Math.min(409, Math.ceil(lines * size * 1.42 + 4));
}
