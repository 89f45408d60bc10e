import { withArabicDigits } from './chinese-number.ts';
import { parseDate } from './date.ts';
import { plainText } from './plain-text.ts';

/** Longest stretch of months one cell may name; more is a typing error, not a back-payment. */
const MAX_MONTHS = 240;

interface Point {
  year: number | null;
  month: number;
}
interface Stretch {
  from: Point;
  to: Point;
}

/** The month of a date: '2018-06-01' → '2018-06'. */
export function monthOf(on: string): string {
  return on.slice(0, 7);
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The month `count` months later (earlier if negative): addMonths('2018-11', 3) → '2019-02'. */
export function addMonths(month: string, count: number): string {
  return monthAt(indexOf(month) + count);
}

/** How many months from `from` to `to`: 0 for the same month, negative if `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return indexOf(to) - indexOf(from);
}

/** All months from `from` to `to`, both included; empty if `to` is earlier. */
export function monthRange(from: string, to: string): string[] {
  const months: string[] = [];
  for (let index = indexOf(from); index <= indexOf(to); index += 1) months.push(monthAt(index));
  return months;
}

/** Words and figures that stand beside a month and are none: 补发, 第2批, 300元, 低保金. */
function withoutNoise(text: string): string {
  return withArabicDigits(plainText(text))
    .replace(/第?\d+(?:批次?|期|次|人|户|笔|个月)/gu, '')
    .replace(/\d+(?:\.\d+)?元/gu, '')
    .replace(/年度/gu, '年')
    .replace(/[—–~～至到]/gu, '~')
    .replace(/月份/gu, '月')
    .replace(/[^\d年月季上下半全Qq~\-./、,;和及与\s]/gu, '')
    .replace(/上(?!半)|下(?!半)/gu, '');
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

const YEAR_START = /^(?:(\d{4})(?:年|[.\-/](?=\d))?|(\d{2})年)/u;
const WHOLE: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:全年)?$/u, 1, 12],
  [/^上半年$/u, 1, 6],
  [/^下半年$/u, 7, 12],
];

/** Splits a leading year off: '2018年3' → [2018, '3']; '3月' → [null, '3月']; '201803' → [2018, '03']. */
function takeYear(text: string): readonly [number | null, string] {
  const match = YEAR_START.exec(text);
  if (match === null) return [null, text];
  return [fullYear(match[1] ?? match[2] ?? ''), text.slice(match[0].length)];
}

function parsePoint(text: string): Point | null {
  const [year, rest] = takeYear(text);
  const match = /^(\d{1,2})(?:月|[.\-/]\d{1,2})?$/u.exec(rest);
  const month = Number(match?.[1] ?? 0);
  return month >= 1 && month <= 12 ? { year, month } : null;
}

function parseWhole(text: string): Stretch | null {
  const [year, rest] = takeYear(text);
  const quarter = /^(?:([1-4])季|[Qq]([1-4]))$/u.exec(rest);
  if (quarter !== null) {
    const last = Number(quarter[1] ?? quarter[2]) * 3;
    return { from: { year, month: last - 2 }, to: { year, month: last } };
  }
  for (const [pattern, first, last] of WHOLE) {
    if (pattern.test(rest) && (year !== null || rest !== '')) {
      return { from: { year, month: first }, to: { year, month: last } };
    }
  }
  return null;
}

/** Quarters may be a range too: 1-2季. */
function parseQuarterRange(text: string): Stretch | null {
  const [year, rest] = takeYear(text);
  const match = /^([1-4])季?[~-]([1-4])季$/u.exec(rest);
  if (match === null) return null;
  return { from: { year, month: Number(match[1]) * 3 - 2 }, to: { year, month: Number(match[2]) * 3 } };
}

function splitRange(text: string): readonly [string, string] | null {
  const tilde = text.split('~');
  if (tilde.length === 2) return [tilde[0] ?? '', tilde[1] ?? ''];
  // A dash is a range only where it cannot be the dash inside 2018-03.
  const match =
    /^(\d{6}|.*[年月.].*?|\d{1,2}|\d{4}-\d{1,2})-(\d{6}|\d{4}[年.-]\d{1,2}月?|\d{2}年\d{1,2}月?|\d{1,2}月?)$/u.exec(
      text,
    );
  return match === null ? null : [match[1] ?? '', match[2] ?? ''];
}

function parseItem(text: string): Stretch | null {
  const whole = parseWhole(text) ?? parseQuarterRange(text);
  if (whole !== null) return whole;
  const range = splitRange(text);
  if (range === null) {
    const point = parsePoint(text);
    return point === null ? null : { from: point, to: point };
  }
  const from = parsePoint(range[0]);
  const to = parsePoint(range[1]);
  return from === null || to === null ? null : { from, to };
}

function monthsOf(stretch: Stretch, year: number): string[] {
  const fromYear = stretch.from.year ?? stretch.to.year ?? year;
  const rollsOver = stretch.to.year === null && stretch.to.month < stretch.from.month;
  const toYear = stretch.to.year ?? (rollsOver ? fromYear + 1 : fromYear);
  const from = fromYear * 12 + stretch.from.month - 1;
  const to = toYear * 12 + stretch.to.month - 1;
  return to - from >= MAX_MONTHS ? [] : monthRange(monthAt(from), monthAt(to));
}

/** 2018年12月、1月: a month without a year that lies before its neighbour belongs to the following year. */
function baseYear(stretch: Stretch, year: number | null, lastIndex: number | null): number | null {
  const own = stretch.from.year ?? stretch.to.year ?? year;
  if (own === null || stretch.from.year !== null || lastIndex === null) return own;
  return own * 12 + stretch.from.month - 1 < lastIndex ? own + 1 : own;
}

interface Reading {
  months: Set<string>;
  /** The year that the next item without one takes. */
  year: number | null;
  /** Last month named so far, once the cell itself has given a year: only then can a later item roll over. */
  lastIndex: number | null;
}

/** Takes one item of the list into the reading; false if it names no month. */
function takeItem(reading: Reading, item: string): boolean {
  const stretch = parseItem(item.replace(/^[-.~/]+|[-.~/]+$/gu, ''));
  if (stretch === null) return false;
  const base = baseYear(stretch, reading.year, reading.lastIndex);
  if (base === null) return false;
  const named = monthsOf(stretch, base);
  for (const month of named) reading.months.add(month);
  const last = named.at(-1);
  if (last === undefined) return true;
  reading.year = Number(last.slice(0, 4));
  const hasOwnYear = stretch.from.year !== null || reading.lastIndex !== null;
  reading.lastIndex = hasOwnYear ? indexOf(last) : null;
  return true;
}

/**
 * The benefit months a cell names, ascending, 'YYYY-MM' each. Understands single months, lists, ranges, quarters,
 * half-years and whole years (2018年3-5月, 补发3-5月, 201803-201805, 第一季度). A text without a year takes
 * `context.year`; without one, and for a text that names no month, the answer is empty.
 */
export function parseMonths(text: string, context: { year?: number } = {}): string[] {
  const date = parseDate(text);
  if (date.on !== null && date.precision !== 'year') return [monthOf(date.on)];
  const reading: Reading = { months: new Set(), year: context.year ?? null, lastIndex: null };
  for (const item of withoutNoise(text).split(/[、,;和及与\s]+/u)) {
    if (item !== '' && !takeItem(reading, item)) return [];
  }
  return [...reading.months].sort();
}
