import { parseMonths } from '@yangguang/domain/words/month';
import { daysInMonth } from '@yangguang/domain/words/date';
import { plainText } from '@yangguang/domain/words/plain-text';

/** What stands around a sheet's rows: names, titles, and the dates they give. */
export interface SheetContext {
  /** Sheet name, titles, file name, folders: the nearest to the rows first. */
  readonly places: readonly {
    readonly place: 'sheet' | 'title' | 'file' | 'folder';
    readonly text: string;
  }[];
  /** Benefit months 'YYYY-MM' named by the nearest place that names any. */
  readonly months: readonly string[];
  readonly year: number | null;
  /** Data date 'YYYY-MM-DD'. */
  readonly sourceOn: string | null;
}

const PLAIN_SHEET = /^(?:sheet|工作表|表)?\d*$|^查询结果$|^导出$|^data$|^result.*$/iu;

/** Collects the places of a sheet; `titles` are the cells above its header. */
export function readContext(file: string, sheet: string, titles: readonly string[]): SheetContext {
  const parts = file.split('/');
  const base = (parts.at(-1) ?? '').replace(/\.[a-z]{2,4}$/iu, '');
  const folders = parts.slice(0, -1).reverse();
  const places = [
    ...(PLAIN_SHEET.test(sheet.trim()) ? [] : [{ place: 'sheet' as const, text: plainText(sheet) }]),
    ...titles.map((t) => ({ place: 'title' as const, text: plainText(t) })),
    { place: 'file' as const, text: plainText(base) },
    ...folders.map((t) => ({ place: 'folder' as const, text: plainText(t) })),
  ];
  const year = firstOf(places, (p) => yearIn(p.text));
  return {
    places,
    year,
    months: firstOf(places, (p) => monthsIn(p.text, year)) ?? [],
    sourceOn: sourceDate(places, year),
  };
}

function firstOf<T, R>(list: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of list) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

function yearIn(text: string): number | null {
  const match =
    /(?<!\d)(20[0-3]\d)(?=年|[-._/]?(?:0?[1-9]|1[0-2])(?!\d)|(?:0[1-9]|1[0-2])(?:\d{2})?(?!\d)|年?度|$|[^\d])/u.exec(
      text,
    );
  return match === null ? null : Number(match[1]);
}

const RANGE =
  /(?:(20\d{2})年?[-._]?)?(?:第?[一二三四1-4]季度?|[上下]半年|(?:0?[1-9]|1[0-2])月?[-~—至到](?:0?[1-9]|1[0-2])月|(?:[1-9]|1[0-2]|[一二三四五六七八九十]{1,2})月(?!\d{1,2}日))/u;
const COMPACT = /(?<!\d)(20\d{2})[-._/]?(0[1-9]|1[0-2])(?!\d)/u;
const DOTTED = /(?<!\d)(20\d{2})[-._/年]([1-9]|1[0-2])(?!\d)/u;

/** Benefit months a text names; null if none. A month without year takes `year`. */
export function monthsIn(text: string, year: number | null): string[] | null {
  const range = RANGE.exec(text);
  if (range !== null && !/\d+月\d+日/u.test(range[0])) {
    const months = parseMonths(range[0], year === null ? {} : { year });
    if (months.length > 0) return months;
  }
  const month = COMPACT.exec(text) ?? DOTTED.exec(text);
  return month === null ? null : [`${month[1]}-${String(month[2]).padStart(2, '0')}`];
}

const FULL_DATE =
  /(?<!\d)(20\d{2})[-./_年](0?[1-9]|1[0-2])[-./_月](0?[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/u;

function dateIn(text: string): string | null {
  const m = FULL_DATE.exec(text);
  if (m === null) return null;
  const [y, mo, d] = m[1] === undefined ? [m[4], m[5], m[6]] : [m[1], m[2], m[3]];
  const day = Math.min(Number(d), daysInMonth(Number(y), Number(mo)));
  return `${y}-${String(mo).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day a file speaks of: a full date, else the end of its (last) month. A year alone says too little. */
function sourceDate(places: SheetContext['places'], year: number | null): string | null {
  const order = ['file', 'sheet', 'title', 'folder'];
  const sorted = [...places].sort((a, b) => order.indexOf(a.place) - order.indexOf(b.place));
  const day = firstOf(sorted, (p) => dateIn(p.text));
  if (day !== null) return day;
  const month = firstOf(sorted, (p) => monthsIn(p.text, year))?.at(-1);
  return month === undefined ? null : endOfMonth(month);
}

/** 'YYYY-MM' → its last day. */
export function endOfMonth(month: string): string {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(days).padStart(2, '0')}`;
}
