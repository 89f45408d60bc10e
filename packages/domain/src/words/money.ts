import { parseChineseInteger } from './chinese-number.ts';
import { isBlank, plainText } from './plain-text.ts';

export { amountInWords } from './amount-in-words.ts';

export type MoneyPeriod = 'month' | 'quarter' | 'year' | 'day';

export type MoneyFault = 'unreadable' | 'range' | 'several' | 'does_not_add_up' | 'too_large';

export interface ParsedMoney {
  /** Integer fen; null for a blank cell or a fault. More than two decimals are rounded half up. */
  fen: number | null;
  /** The period the text names; null if it names none. */
  per: MoneyPeriod | null;
  fault: MoneyFault | null;
  /** True for 约300, 300左右. */
  approximate: boolean;
  /** True for 300元/人: an amount for each person, not the sum. */
  perPerson: boolean;
}

const NOTHING: ParsedMoney = { fen: null, per: null, fault: null, approximate: false, perPerson: false };
const PERIODS: readonly (readonly [RegExp, MoneyPeriod])[] = [
  [/每季度?|季度?均|[/每]季度?|^季度?(?=\d)/u, 'quarter'],
  [/每个?月|^月(?=\d)|月(?!\d)/u, 'month'],
  [/每年|全年|^年(?=\d)|年(?!\d)/u, 'year'],
  [/[/每][天日]|日均/u, 'day'],
];
const SCALE: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };

/** Value of a plain decimal text times 10^`shift`, as hundredths, rounded half up away from zero. Null if no number. */
function toFen(text: string, shift: number): bigint | null {
  const match = /^(\d*)(?:\.(\d*))?(?:E([+-]?\d{1,2}))?$/iu.exec(text);
  if (match === null || `${match[1] ?? ''}${match[2] ?? ''}` === '') return null;
  const fraction = match[2] ?? '';
  const digits = BigInt(`${match[1] ?? ''}${fraction}`);
  const exponent = shift + 2 + Number(match[3] ?? 0) - fraction.length;
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return (digits * 2n + divisor) / (2n * divisor);
}

/** '1,234.00' without its commas; null where they do not stand at thousands. */
function withoutCommas(text: string): string | null {
  if (!text.includes(',')) return text;
  return /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u.test(text) ? text.replaceAll(',', '') : null;
}

function readChinese(text: string): bigint | null {
  const match = /^([^元圆角分整]+?)?(?:[元圆块]([^角分整]+)?)?$/u.exec(text);
  const parts = /^(?:(.+?)[元圆块]|(?=[^元圆块]+[角分]))?(?:零?(.)角)?(?:零?(.)分)?整?$/u.exec(text);
  if (parts !== null && (parts[1] ?? parts[2] ?? parts[3]) !== undefined) return sumChinese(parts);
  const whole = parseChineseInteger(match?.[1] ?? '');
  return whole === null ? null : whole * 100n;
}

function sumChinese(parts: RegExpExecArray): bigint | null {
  let fen = 0n;
  for (const [index, scale] of [
    [1, 100n],
    [2, 10n],
    [3, 1n],
  ] as const) {
    const part = parts[index];
    if (part === undefined) continue;
    const value = parseChineseInteger(part);
    if (value === null) return null;
    fen += value * scale;
  }
  return fen;
}

/** A single unsigned amount: 1,234.5 · 1.2万 · 3万5千 · 三百 · 叁佰元伍角. */
function readTerm(text: string): bigint | null {
  const bare = text.replace(/(?<=\d|[万千百亿])[元圆块]整?$/u, '');
  const plain = withoutCommas(bare);
  if (plain !== null) {
    const fen = toFen(plain, 0);
    if (fen !== null) return fen;
  }
  const scaled = [...bare.matchAll(/([\d.,]+)([十百千仟万萬亿億])/gu)];
  if (scaled.length > 0 && scaled.map((match) => match[0]).join('') === bare) return sumScaled(scaled);
  return /\d/u.test(text) ? readMixedUnits(text) : readChinese(text);
}

function sumScaled(matches: readonly RegExpMatchArray[]): bigint | null {
  let fen = 0n;
  for (const match of matches) {
    const plain = withoutCommas(match[1] ?? '');
    const value = plain === null ? null : toFen(plain, SCALE[match[2] ?? ''] ?? 0);
    if (value === null) return null;
    fen += value;
  }
  return fen;
}

/** 12元5角, 3角. */
function readMixedUnits(text: string): bigint | null {
  const match = /^(?:(\d+)[元圆块])?(?:(\d)角)?(?:(\d)分)?$/u.exec(text);
  if (match === null) return null;
  return BigInt(match[1] ?? 0) * 100n + BigInt(match[2] ?? 0) * 10n + BigInt(match[3] ?? 0);
}

/** 150×2 and 150×2人: the second factor is a count, not money. */
function readProduct(text: string): bigint | null {
  const factors = text.split(/[×*X✕]/iu);
  const [first, ...counts] = factors;
  let fen = readTerm(first ?? '');
  for (const count of counts) {
    const times = /^(\d{1,4}|[一二两三四五六七八九十]+)(?:个?人|个?月|口|户|次|天)?$/u.exec(count);
    if (fen === null || times === null) return null;
    const number = /^\d/u.test(count) ? BigInt(times[1] ?? 0) : parseChineseInteger(times[1] ?? '');
    fen = number === null ? null : fen * number;
  }
  return fen;
}

function readSum(text: string): bigint | null {
  let fen: bigint | null = 0n;
  // 1.2E+3 must not be torn at its plus sign.
  for (const term of text.split(/(?<!\dE)\+/iu)) {
    const value = readProduct(term);
    fen = fen === null || value === null ? null : fen + value;
  }
  return fen;
}

interface Stripped {
  text: string;
  negative: boolean;
  marks: Pick<ParsedMoney, 'per' | 'approximate' | 'perPerson'>;
}

/** Takes off what stands around the figure: currency, period, 约, /人, notes, the sign. */
function strip(raw: string): Stripped {
  let text = raw
    .replace(/\s+/gu, '')
    .replace(/[¥￥$]|RMB|CNY|人民币/giu, '')
    .replace(/，/gu, ',');
  const perPerson = /[/每]人|人均|元人/u.test(text);
  const approximate = /约|左右|大概|大约|上下|[≈~]/u.test(text);
  const product = /[×*X✕]/iu.test(text);
  let per: MoneyPeriod | null = null;
  for (const [pattern, name] of product ? [] : PERIODS) {
    if (per === null && pattern.test(text)) per = name;
  }
  const bracketed = /^\((.+)\)$/u.exec(text);
  let negative = bracketed !== null;
  text = (bracketed?.[1] ?? text).replace(/\([^()]*\)$/u, '');
  if (/^[-−–负]/u.test(text)) {
    negative = !negative;
    text = text.slice(1);
  }
  text = text
    .replace(
      /^(?:共计?|合计|总计|大?约|大概|一次性|人均|人?月均|年均|日均|每人|每个?月|每季度?|每年|全年|每[天日]|[月年季]收?入?|[≈~:])+(?=.)/u,
      '',
    )
    .replace(/(?:左右|上下|整|以?内)$/u, '');
  if (!product)
    text = text.replace(
      /(?:(?<=元|\d)[/每·]?(?:人|户|个?月|季度?|年|天|日))+(?:[/每·](?:人|户|个?月|季度?|年|天|日))*$/u,
      '',
    );
  return { text, negative, marks: { per, approximate, perPerson } };
}

function faultOf(text: string): MoneyFault {
  if (/^[\d.,]+元?[-~–—至到][\d.,]+/u.test(text)) return 'range';
  return /\d元?[、;,，/]\d/u.test(text) ? 'several' : 'unreadable';
}

function inRange(fen: bigint): boolean {
  return fen >= -BigInt(Number.MAX_SAFE_INTEGER) && fen <= BigInt(Number.MAX_SAFE_INTEGER);
}

/**
 * Reads an amount of yuan in any form offices use (domain §4.1), exactly, without floating point: 1,234.00, ￥300元,
 * 三百, 300/月, 3600元/年, 150×2, 1.2万, (300) for minus 300. A blank cell gives null without a fault.
 */
export function parseMoney(raw: string | null): ParsedMoney {
  if (raw === null || isBlank(raw)) return NOTHING;
  const { text, negative, marks } = strip(plainText(raw));
  // 150×2=300: both sides must say the same.
  const [fen = null, ...results] = text.split('=').map(readSum);
  if (fen === null) return { ...NOTHING, fault: faultOf(text) };
  if (results.some((result) => result !== fen)) return { ...NOTHING, fault: 'does_not_add_up' };
  if (!inRange(fen)) return { ...NOTHING, fault: 'too_large' };
  const signed = negative && fen !== 0n ? -fen : fen;
  return { ...marks, fen: Number(signed), fault: null };
}

/** Yuan with thousands separators and two decimals: 123400 → '1,234.00'. */
export function formatYuan(fen: number | bigint): string {
  const value = BigInt(fen);
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${value < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
