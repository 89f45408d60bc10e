import { withArabicDigits } from './chinese-number.ts';
import { isBlank, plainText } from './plain-text.ts';

export type DatePrecision = 'day' | 'month' | 'year';

export type DateFault = 'unreadable' | 'impossible' | 'no_year' | 'ambiguous' | 'range';

export interface ParsedDate {
  /** 'YYYY-MM-DD'; for precision month or year the first day of it; null if unknown, open or faulty. */
  on: string | null;
  precision: DatePrecision | null;
  fault: DateFault | null;
  /** True for 长期, 至今, 永久 and the sentinel 9999-12-31: the period has no end. */
  open: boolean;
}

const NOTHING: ParsedDate = { on: null, precision: null, fault: null, open: false };
const OPEN: ParsedDate = { ...NOTHING, open: true };
const OPEN_WORDS = /^(?:长期(?:有效)?|至今|永久(?:有效)?|目前|现在|今|无固定期限|无期限|终身)$/u;
const ZERO_DATES = /^(?:0+|0{4}[-/.]0{1,2}[-/.]0{1,2}|1900[-/.]0?1[-/.]0{1,2}|1899[-/.]12[-/.]3[01])$/u;
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Day zero of the spreadsheet calendar (it wrongly counts 1900-02-29, so day 60 and later fit this base). */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

function fault(kind: DateFault): ParsedDate {
  return { ...NOTHING, fault: kind };
}

/** Days in a month of the Gregorian calendar; `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for a real calendar day of the years 1800–2199. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (!(year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= daysInMonth(year, month);
}

/** 'YYYY-MM-DD' from its parts, unchecked. */
export function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date `days` calendar days later (earlier if negative). */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from `from` to `to`: 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

function build(year: number, month: number | null, day: number | null): ParsedDate {
  if (year === 9999) return OPEN;
  if (!isRealDate(year, month ?? 1, day ?? 1)) return fault('impossible');
  const precision = day !== null ? 'day' : month !== null ? 'month' : 'year';
  return { on: dateOf(year, month ?? 1, day ?? 1), precision, fault: null, open: false };
}

function yearOf(digits: string, pivot: number): number {
  if (digits.length !== 2) return Number(digits);
  const year = Number(digits);
  return year <= pivot ? 2000 + year : 1900 + year;
}

function optional(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

type Reader = (text: string, pivot: number) => ParsedDate | null;

/** 43252 or 43252.5: days of the spreadsheet calendar, 1927 to 2099. */
function readSerial(text: string): ParsedDate | null {
  const match = /^(\d{5})(?:\.\d+)?$/u.exec(text);
  const serial = Number(match?.[1] ?? 0);
  if (serial < 10_000 || serial > 73_050) return null;
  const on = new Date(SERIAL_ZERO + serial * DAY_MS).toISOString().slice(0, 10);
  return { on, precision: 'day', fault: null, open: false };
}

/** 20180601, 201806, 180601, 2018. */
function readCompact(text: string, pivot: number): ParsedDate | null {
  const long = /^(\d{4})(\d{2})(\d{2})(?:0{6})?$/u.exec(text);
  if (long !== null) return build(Number(long[1]), Number(long[2]), Number(long[3]));
  const month = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/u.exec(text);
  if (month !== null) return build(Number(month[1]), Number(month[2]), null);
  const short = /^(\d{2})(\d{2})(\d{2})$/u.exec(text);
  if (short !== null) return build(yearOf(short[1] ?? '', pivot), Number(short[2]), Number(short[3]));
  const year = /^((?:18|19|20|21)\d{2}|9999)年?$/u.exec(text);
  return year === null ? null : build(Number(year[1]), null, null);
}

/** Year first: 2018.6.1, 2018-6, 18年6月, 2018/13/01. */
function readYearFirst(text: string, pivot: number): ParsedDate | null {
  const han = /^(\d{4}|\d{2})年(?:(\d{1,2})月?(?:(\d{1,2})[日号]?)?)?$/u.exec(text);
  if (han !== null) return build(yearOf(han[1] ?? '', pivot), optional(han[2]), optional(han[3]));
  const full = /^(\d{4}|\d{2})([-./、])(\d{1,2})\2(\d{1,2})[日号]?$/u.exec(text);
  if (full !== null) return readThree(full, pivot);
  const month = /^(\d{4})[-./](\d{1,2})月?$/u.exec(text);
  if (month !== null) return build(Number(month[1]), Number(month[2]), null);
  const short = /^(\d{2}|\d)[-./](\d{1,2})月?$/u.exec(text);
  if (short === null) return null;
  const first = Number(short[1]);
  // 18.6 can only be year and month; 6.1 may be a month and a day of any year.
  if (first <= 12 || Number(short[2]) > 12) return fault(first <= 12 ? 'ambiguous' : 'impossible');
  return build(yearOf(short[1] ?? '', pivot), Number(short[2]), null);
}

function readThree(match: RegExpExecArray, pivot: number): ParsedDate {
  return build(yearOf(match[1] ?? '', pivot), Number(match[3]), Number(match[4]));
}

/** Year last: 6/1/2018 is June 1st, as a spreadsheet with foreign settings writes it; 13/6/2018 can only be day first. */
function readYearLast(text: string): ParsedDate | null {
  const match = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/u.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  return first > 12 ? build(Number(match[3]), second, first) : build(Number(match[3]), first, second);
}

/** 1-Jun-18, Jun-18, 1 June 2018. */
function readMonthName(text: string, pivot: number): ParsedDate | null {
  const match = /^(?:(\d{1,2})[- ]?)?([a-z]{3})[a-z]*\.?[- ,]?(\d{4}|\d{2})$/iu.exec(text);
  const month = MONTH_NAMES.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  return match === null || month === 0
    ? null
    : build(yearOf(match[3] ?? '', pivot), month, optional(match[1]));
}

function readFault(text: string): ParsedDate {
  if (/^\d{1,2}月(?:\d{1,2}[日号]?)?$/u.test(text)) return fault('no_year');
  if (/\d.*(?:至|到|~|—|--).*\d/u.test(text) || /\d{4}.*-.*\d{4}/u.test(text)) return fault('range');
  return fault('unreadable');
}

const READERS: readonly Reader[] = [readSerial, readCompact, readYearFirst, readYearLast, readMonthName];

/** Time of day, weekday and vague ends of a month say nothing a date needs. */
function withoutTime(text: string): string {
  return withArabicDigits(text)
    .replace(
      /[T\s]*\d{1,2}[:时](?:\d{1,2}(?:[:分](?:\d{1,2}(?:\.\d+)?秒?)?)?)?\s*(?:AM|PM|Z|[+-]\d{2}:?\d{2})?$/iu,
      '',
    )
    .replace(/(?:上午|下午|凌晨|晚上?|中午)(?:\d{1,2}时?)?$/u, '')
    .replace(/\(?(?:星期|周)[0-9日天]\)?/u, '')
    .replace(/(?<=月)(?:份|初|底|末|中旬?|上旬|下旬)+$/u, '')
    .replace(/\s*([-./年月日号])\s*/gu, '$1')
    .replace(/[.\-/]+$/u, '')
    .trim();
}

/**
 * Reads a date in any form offices use (domain §4.1): 2018.6.1, 18年6月, 20180601, 43252, 二〇一八年六月一日,
 * 6/1/2018, with or without a time. Two-digit years up to `centuryPivot` (default 30) are 20xx, above it 19xx.
 * Blank cells give null without a fault; 长期 and 至今 give null with `open`; a wrong date gives null with a fault.
 */
export function parseDate(text: string | null, options: { centuryPivot?: number } = {}): ParsedDate {
  if (text === null || isBlank(text)) return NOTHING;
  const plain = plainText(text);
  if (OPEN_WORDS.test(plain)) return OPEN;
  if (ZERO_DATES.test(plain)) return NOTHING;
  const bare = withoutTime(plain);
  if (ZERO_DATES.test(bare)) return NOTHING;
  for (const read of READERS) {
    const date = read(bare, options.centuryPivot ?? 30);
    if (date !== null) return date;
  }
  return readFault(bare);
}
