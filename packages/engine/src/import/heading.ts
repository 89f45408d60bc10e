import { plainText } from '@yangguang/domain/words/plain-text';

/** What a heading says beside its words: the unit and period in its brackets. */
export interface Heading {
  /** As in the file, group headings before it, joined by '/'. */
  readonly raw: string;
  /** Normal form of the last part, brackets with units taken off. */
  readonly leaf: string;
  /** Normal form of all parts together. */
  readonly full: string;
  /** Normal form of the leaf without anything in brackets. */
  readonly bare: string;
  /** Group heading above, in normal form; '' if none. */
  readonly group: string;
  /** How many yuan the unit is: 1 元, 10000 万元; null if the heading names none. */
  readonly yuan: number | null;
  readonly period: 'month' | 'quarter' | 'year' | null;
}

const UNIT =
  /^(?:单位[::]?)?(?:人民币)?(?:[万千百]?元|人|口|户|岁|个|%|m2|m²|㎡|平方米|平米|平方|亩|次|辆|套|处|必填|选填|可选|可空|必填项|元人|年月日|年月|日期|yyyy.*|格式.*|如.*|例.*|注.*|请.*|是否?|是\/?否|有\/?无|18位|文本.*|数字|大写|小写|周岁|月数)(?:[/每·.]?(?:人|户|月|年|季度?|次|天|元))*$/u;

const strip = (text: string): string =>
  text
    .replace(/[\s　_\u200b]+/gu, '')
    .replace(/^[*★☆●◆※#]+|[*★☆※#]+$/gu, '')
    .replace(/^(?:\(?\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,2}[、.]|[①-⑳])/u, '')
    .toLowerCase();

const noMarks = (text: string): string =>
  text.replace(/[()[\]{}<>《》【】〔〕"'“”‘’`:;,，。.、/\\|\-—–~·*★☆※#?？!！+=&]/gu, '');

/** 从何时享受, 何月停发: a question after a time. */
const ASKED = /^[从自于]?何(?:时|年月?|月)(?:起|开始)?(.{2,})$/u;

/** One heading word in the form in which it is compared: NFKC, no spaces, stars, numbering or punctuation, lower case. */
export function normaliseHeading(text: string): string {
  return noMarks(strip(plainText(text)))
    .replace(/的/gu, '')
    .replace(ASKED, '$1时间');
}

interface Cut {
  readonly words: string;
  readonly bare: string;
  readonly units: readonly string[];
}

function cutBrackets(text: string): Cut {
  const units: string[] = [];
  const plain = strip(plainText(text));
  const words = plain.replace(/[([【〔<]([^)\]】〕>]*)[)\]】〕>]/gu, (whole, inside: string) => {
    if (!UNIT.test(inside)) return whole;
    units.push(inside);
    return '';
  });
  const tail = /[,，:/]?单位[::]?([万千百]?元.*)$/u.exec(words);
  if (tail !== null) units.push(tail[1] ?? '');
  const kept = words.replace(/[,，:/]?单位[::]?([万千百]?元.*)$/u, '');
  const loose = /(?<=.{2})([万千百]?元(?:\/[人户月年季度]+)*)$/u.exec(kept);
  if (loose !== null) units.push(loose[1] ?? '');
  const end = loose === null ? kept : kept.slice(0, -(loose[1] ?? '').length);
  return {
    words: normaliseHeading(end),
    bare: normaliseHeading(end.replace(/[([【〔<][^)\]】〕>]*[)\]】〕>]/gu, '')),
    units,
  };
}

function periodOf(text: string): Heading['period'] {
  if (/每?季度?|季/u.test(text)) return 'quarter';
  if (
    /\/年|每年|年收入|全年|年度收入|年[家户净]|^年(?![月龄份])|年总收入|年人均|人均年|年纯|元年$|按年/u.test(
      text,
    )
  )
    return 'year';
  return /\/月|每月|月/u.test(text) ? 'month' : null;
}

/** The yuan value of a unit: '万元' → 10000, '元/月' → 1; null where the text names no money unit. */
export function yuanOf(text: string): number | null {
  const match = /([万千百]?)元/u.exec(text);
  if (match === null) return null;
  return { 万: 10_000, 千: 1000, 百: 100 }[match[1] ?? ''] ?? 1;
}

/**
 * Reads a heading of one or more rows.
 * @param parts group headings first, the column's own heading last; empty and repeated parts count once
 */
export function readHeading(parts: readonly (string | null)[]): Heading {
  const kept: string[] = [];
  for (const text of parts.map((p) => p?.trim() ?? ''))
    if (text !== '' && kept.at(-1) !== text) kept.push(text);
  const cuts = kept.map(cutBrackets);
  const { words: leaf, bare } = cuts.at(-1) ?? NO_WORDS;
  const units = cuts.flatMap((c) => c.units).join(' ');
  const words = cuts.map((c) => c.words);
  return {
    raw: kept.map((k) => k.replace(/\s+/gu, '')).join('/'),
    leaf,
    full: words.join(''),
    bare,
    group: words.slice(0, -1).join(''),
    yuan: yuanOf(units),
    period: periodOf(`${units} `) ?? periodOf(leaf),
  };
}

const NO_WORDS: Cut = { words: '', bare: '', units: [] };
