import { normaliseAccount } from '@yangguang/domain/words/account';
import { withArabicDigits } from '@yangguang/domain/words/chinese-number';
import { parseDate } from '@yangguang/domain/words/date';
import { normaliseId } from '@yangguang/domain/words/id-number';
import { parseMoney } from '@yangguang/domain/words/money';
import { monthsBetween, parseMonths } from '@yangguang/domain/words/month';
import { cleanName } from '@yangguang/domain/words/name';
import { normalisePhone } from '@yangguang/domain/words/phone';
import { isBlank, plainText } from '@yangguang/domain/words/plain-text';
import { parseRegion } from '@yangguang/domain/words/region';
import { normaliseValue } from './category-values.ts';
import { endOfMonth } from './sheet-context.ts';

/** A typed cell: one to three values as text, and a fault code when something had to be left out. */
export interface TypedCell {
  readonly values: readonly (string | null)[];
  readonly fault: string | null;
}

const one = (value: string | null, fault: string | null = null): TypedCell => ({ values: [value], fault });

/** Values: normal form, state. */
export function typeId(raw: string): TypedCell {
  const { id, state } = normaliseId(raw);
  const good = state === 'valid' || state === 'converted' || state === 'foreign' || state === 'missing';
  return { values: [id, state], fault: good ? null : `id_${state}` };
}

/** Values: name, note. */
export function typeName(raw: string): TypedCell {
  const text = raw.replace(/\d{15,17}[\dXx×*]?/gu, ' ');
  const { name, note, more } = cleanName(text);
  if (name === '' || /^\d+$/u.test(name))
    return { values: [null, note], fault: isBlank(raw) ? null : 'name_unreadable' };
  return { values: [name, note], fault: more.length > 0 ? 'name_several' : null };
}

/** Which end of a range a column wants. */
export type RangeEnd = 'first' | 'last';

function rangeParts(raw: string): [string, string] | null {
  const text = plainText(raw).replace(/\s+/gu, '');
  const match =
    /^(.{4,}?)(?:至|到|~|～|——?|--|起至)(.{2,}|今)$/u.exec(text) ??
    /^(\d{4})年?-(\d{4})年?$/u.exec(text) ??
    /^((?:19|20)\d{4}(?:\d{2})?)-((?:19|20)\d{4}(?:\d{2})?)$/u.exec(text) ??
    /^(\d{4}[./年]\d{1,2}[./月]?(?:\d{1,2}日?)?)-(\d{4}.*|至今|今|长期)$/u.exec(text) ??
    /^(\d{4}-\d{1,2}(?:-\d{1,2})?)-(\d{4}-\d{1,2}(?:-\d{1,2})?)$/u.exec(text);
  return match === null
    ? null
    : [(match[1] ?? '').replace(/^[自从]/u, ''), (match[2] ?? '').replace(/止$/u, '')];
}

/** Of a month or year given as an end, the last day counts. */
function wholePeriod(on: string, isYear: boolean, end: RangeEnd): string {
  if (end === 'first') return on;
  return isYear ? `${on.slice(0, 4)}-12-31` : endOfMonth(on.slice(0, 7));
}

/** Said instead of an end: still in office. */
const STILL = /^(?:至今|在任|现任|在职|在岗|任职中|今|长期|现在|目前|未离任|未届满)$/u;

/** Systems that know only the month write its day as 00: 2021-03-00 is March 2021. */
const withoutDayNought = (raw: string): string =>
  raw.replace(
    /^\s*((?:19|20)\d{2}(?:[-./](?:0?[1-9]|1[0-2])(?=[-./])|(?:0[1-9]|1[0-2])(?=00\s*$)))[-./]?00\s*$/u,
    '$1',
  );

/** A date, or the wanted end of a range of dates. A month or a year gives its first (or last) day and says so as a fault. */
export function typeDate(cell: string, end: RangeEnd): TypedCell {
  const raw = withoutDayNought(cell);
  const text = plainText(raw).replace(/\s+/gu, '');
  if (STILL.test(text)) return one(null);
  const part = rangeParts(raw)?.[end === 'first' ? 0 : 1];
  const date = parseDate(YEARS.test(text) ? String(part) : raw);
  if (date.on !== null) return typeParsed(date.on, date.precision, end);
  const own = parseDate(part ?? '');
  if (own.on !== null || own.open) return one(own.on);
  return date.fault === null ? one(null) : dateInside(text, date.fault);
}

const YEARS = /^(?:19|20)\d{2}年?-(?:19|20)\d{2}年?$/u;

function typeParsed(on: string, precision: string | null, end: RangeEnd): TypedCell {
  if (precision === 'day') return one(on);
  return one(wholePeriod(on, precision === 'year', end), `date_${precision ?? 'unknown'}_only`);
}

/** A whole date somewhere in a text is taken and said so. */
function dateInside(text: string, fault: string): TypedCell {
  const inside = /(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}/u.exec(text);
  const on = inside === null ? null : parseDate(inside[0]).on;
  return on === null ? one(null, `date_${fault}`) : one(on, 'date_in_text');
}

/** Values: first month as 'YYYY-MM-01', number of months from first to last. */
export function typeMonth(cell: string, end: RangeEnd, year: number | null): TypedCell {
  const raw = withoutDayNought(cell);
  const months = parseMonths(raw, year === null ? {} : { year });
  const [first, last] = [months[0], months.at(-1)];
  if (first !== undefined && last !== undefined) {
    const span = monthsBetween(first, last) + 1;
    return {
      values: [`${end === 'first' ? first : last}-01`, String(span)],
      fault: span === months.length ? null : 'month_gap',
    };
  }
  return monthOfDate(typeDate(raw, end));
}

/** The month of a day; a year alone is none. */
function monthOfDate(date: TypedCell): TypedCell {
  const on = date.values[0] ?? null;
  if (on === null) return { values: [null, '1'], fault: date.fault };
  if (date.fault === 'date_year_only') return { values: [null, '1'], fault: 'month_year_only' };
  return { values: [`${on.slice(0, 7)}-01`, '1'], fault: null };
}

export interface MoneyTerms {
  /** Yuan of one unit as the heading says, 1 if it does not. */
  readonly yuan: number;
  /** Period in which the heading states the amount; null if it does not say. */
  readonly stated: 'month' | 'quarter' | 'year' | null;
  /** Period the column is kept in; null if none. */
  readonly kept: 'month' | 'year' | null;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Amount in fen, brought to the column's unit and period. What the cell says wins over what the heading says. */
export function typeMoney(raw: string, terms: MoneyTerms): TypedCell {
  const money = parseMoney(raw);
  if (money.fen === null) return one(null, money.fault === null ? null : `money_${money.fault}`);
  const ownUnit = /[元万千百亿角分]/u.test(raw);
  const yuan = ownUnit ? 1 : terms.yuan;
  const per = money.per === 'day' ? null : (money.per ?? terms.stated);
  const fen = money.fen * yuan * periodFactor(per, terms.kept);
  return one(
    String(Math.round(fen)),
    money.perPerson
      ? 'money_per_person'
      : money.per === 'day'
        ? 'money_per_day'
        : money.approximate
          ? 'money_about'
          : null,
  );
}

/** 3600 a year in a monthly column counts a twelfth. */
export function periodFactor(stated: MoneyTerms['stated'], kept: MoneyTerms['kept']): number {
  return stated === null || kept === null ? 1 : MONTHS[kept] / MONTHS[stated];
}

/** A plain yes where a number or a month was asked for. */
export const isYes = (raw: string): boolean => /^(?:是|有|√|有的|已有)$/u.test(plainText(raw).trim());

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };

/** A whole number from 3人, 三口, 一级, Ⅱ级, 2018年; a plain yes is at least one. */
export function typeInteger(raw: string): TypedCell {
  if (isBlank(raw)) return one(null);
  const text = plainText(raw).replace(/\s+/gu, '').toLowerCase();
  if (isYes(text)) return one('1');
  if (/^(?:否|没有)$/u.test(text)) return one('0');
  const digits = digitsOf(text);
  const value = digits === undefined ? Number.NaN : Number(digits);
  return Number.isInteger(value) && Math.abs(value) < 2_000_000_000
    ? one(String(value))
    : one(null, 'number_unreadable');
}

function digitsOf(text: string): string | undefined {
  const roman = /^[^a-z]*([iv]{1,3})级?$/u.exec(text)?.[1];
  if (roman !== undefined && ROMAN[roman] !== undefined) return ROMAN[roman];
  return /-?\d+(?:\.\d+)?/u.exec(withArabicDigits(text).replace(/,/gu, ''))?.[0];
}

/** A number; shares as fractions: 50% and 1/2 give 0.5. */
export function typeDecimal(raw: string, isShare: boolean): TypedCell {
  if (isBlank(raw)) return one(null);
  const text = plainText(raw).replace(/[\s,]+/gu, '');
  const fraction = (isShare ? /(?<![\d/])(\d+)\/(\d+)(?![\d/])/u : /^(\d+)\/(\d+)$/u).exec(text);
  if (fraction !== null && Number(fraction[2]) > 0)
    return one(String(Number(fraction[1]) / Number(fraction[2])));
  const match = /-?\d+(?:\.\d+)?/u.exec(text);
  if (match === null) return one(null, 'number_unreadable');
  const value = Number(match[0]);
  return one(String(text.includes('%') || (isShare && value > 1) ? value / 100 : value));
}

export function typePhone(raw: string): TypedCell {
  const first =
    plainText(raw)
      .split(/[、,;/|\n]+|\s+(?=1\d{10})/u)
      .find((p) => p.trim() !== '') ?? raw;
  const { phone, state } = normalisePhone(first);
  return one(
    state === 'placeholder' ? null : phone,
    state === 'other' || state === 'placeholder' ? `phone_${state}` : null,
  );
}

/**
 * Accounts eaten by a spreadsheet are left out: two of them would look like one.
 * @param damaged whether so many numbers of the column end in 000 that this cannot be chance
 */
export function typeAccount(raw: string, damaged: boolean): TypedCell {
  const { account, state } = normaliseAccount(raw);
  if (state === 'truncated' && !damaged) return one(account);
  const lost = state === 'truncated' || state === 'scientific' || state === 'masked';
  return one(lost ? null : account, lost || state === 'other' ? `account_${state}` : null);
}

const NEGATION = /[未不非无没]$/u;

/** The code of the longest known spelling inside a text, the last of several as long; not one that is denied. */
function containedCode(text: string, values: ReadonlyMap<string, string>): string | null {
  let best = { code: null as string | null, length: 0, at: -1 };
  for (const [word, code] of values) {
    if (word.length < Math.max(2, best.length) || /^\d+$/u.test(word)) continue;
    const at = text.lastIndexOf(word);
    if (at < 0 || NEGATION.test(text.slice(0, at))) continue;
    if (word.length > best.length || at > best.at) best = { code, length: word.length, at };
  }
  return best.code;
}

/** Category code: the spelling itself, else the longest known spelling inside the text. */
export function typeCategory(raw: string, values: ReadonlyMap<string, string>): TypedCell {
  const text = normaliseValue(raw);
  const exact = values.get(text) ?? values.get(text.replace(/(?:人员|对象|户|类)$/u, ''));
  if (exact !== undefined) return one(exact);
  if (isBlank(raw)) return one(null);
  const code = containedCode(text, values);
  return one(code, code === null ? 'category_unknown' : null);
}

/** Category of a whole sheet from a title or name; null when it names several or none. */
export function contextCategory(text: string, values: ReadonlyMap<string, string>): string | null {
  let rest = normaliseValue(text);
  const codes = new Set<string>();
  for (const [word, code] of [...values].sort((a, b) => b[0].length - a[0].length)) {
    if (word.length < 2 || !rest.includes(word) || /^[\d a-z]+$/u.test(word)) continue;
    codes.add(code);
    rest = rest.replaceAll(word, '|');
  }
  if (codes.size > 1) codes.delete('other');
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

export function typeYesNo(raw: string, values: ReadonlyMap<string, string>): TypedCell {
  const text = normaliseValue(raw);
  const exact = values.get(text);
  if (exact !== undefined) return one(exact);
  if (/^[/\\—-]*$/u.test(text) || ['不详', '未知', 'null'].includes(text)) return one(null);
  if (/^(?:否|无|不|未|非|没|×)/u.test(text)) return one('false');
  const code = containedCode(text, values);
  if (code !== null) return one(code);
  return /^(?:是|有|已|享受|√|在)/u.test(text) ? one('true') : one(null, 'yesno_unknown');
}

/** Values: town, village, group as far as the text names them; a bare name is what its column says it is. */
export function typePlace(raw: string, as: 'town' | 'village' | 'address'): TypedCell {
  if (isBlank(raw)) return { values: [null, null, null], fault: null };
  const region = parseRegion(raw);
  const whole = plainText(raw).replace(/\s+/gu, '');
  const bare = region.town === undefined && region.village === undefined && as !== 'address' ? whole : null;
  return {
    values: [
      region.town ?? (as === 'town' ? bare : null),
      region.village ?? (as === 'village' ? bare : null),
      region.group ?? null,
    ],
    fault: null,
  };
}

export function typeCredit(raw: string): TypedCell {
  return one(
    isBlank(raw)
      ? null
      : plainText(raw)
          .replace(/[\s'-]+/gu, '')
          .replace(/\.0$/u, '')
          .toUpperCase(),
  );
}
