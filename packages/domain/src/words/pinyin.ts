import { pinyin, polyphonic } from 'pinyin-pro';
import { isHanUnit } from './name-marks.ts';
import { isCommonSurname, surnameOf, surnameUnits } from './name-surname.ts';

const READING = { type: 'array', toneType: 'none', v: true } as const;

/** What dictionaries list second and names use first. */
const IN_NAMES: Readonly<Record<string, string>> = { 都: 'du', 还: 'huan', 了: 'liao' };
/** Surnames that are two families of one character: 覃 is Qin in Guangxi and Tan in Hubei. */
const TWO_FAMILIES: Readonly<Record<string, string>> = {
  覃: 'tan',
  翟: 'di',
  牟: 'mu',
  隗: 'kui',
  宓: 'fu',
  谌: 'shen',
  莘: 'xin',
  乐: 'le',
  盖: 'gai',
  区: 'qu',
  员: 'yuan',
};

const readingsByChar = new Map<string, readonly string[]>();
const surnameReadings = new Map<string, readonly (readonly string[])[]>();

/** All toneless readings of one character, ü as v; the character itself if it has none. Kept for Han characters. */
export function readingsOf(char: string): readonly string[] {
  const known = readingsByChar.get(char);
  if (known !== undefined) return known;
  if (!/^\p{Script=Han}$/u.test(char)) return [char];
  const readings = polyphonic(char, READING)[0] ?? [];
  const first = IN_NAMES[char];
  const result = [...new Set(first === undefined ? readings : [first, ...readings])];
  const kept = result.length > 0 ? result : [char];
  readingsByChar.set(char, kept);
  return kept;
}

/** Readings of each character of a surname: 单 is shan, 尉迟 yu chi. A first character that is no surname keeps all. */
export function surnameReadingsOf(surname: string): readonly (readonly string[])[] {
  const known = surnameReadings.get(surname);
  if (known !== undefined) return known;
  const asSurname = pinyin(surname, { ...READING, surname: 'head' });
  const result = [...surname].map((char, position) => readingsInSurname(char, asSurname[position] ?? char));
  if (/^\p{Script=Han}{1,2}$/u.test(surname)) surnameReadings.set(surname, result);
  return result;
}

function readingsInSurname(char: string, reading: string): readonly string[] {
  const all = readingsOf(char);
  if (reading === all[0] && !isCommonSurname(char)) return all;
  const second = TWO_FAMILIES[char];
  return second === undefined || second === reading ? [reading] : [reading, second];
}

/**
 * Readings of each character of a name in simplified characters: the surname's own for the surname, all for the rest;
 * all for every character of a name that has no surname.
 */
export function nameReadings(name: string, hasDot = false): readonly (readonly string[])[] {
  const surname = name.slice(0, surnameUnits(name, hasDot));
  return [...surnameReadingsOf(surname), ...[...name.slice(surname.length)].map(readingsOf)];
}

/** Single Han characters, and runs of anything else. */
const PARTS = /\p{Script=Han}|\P{Script=Han}+/gu;

function partsOf(text: string): readonly string[] {
  for (let i = 0; i < text.length; i += 1) if (!isHanUnit(text.charCodeAt(i))) return text.match(PARTS) ?? [];
  return text.split('');
}

/** The first reading of each character, the surname's own first; a run of anything that is not Han stays as it is. */
function joinFirstReadings(name: string, between: string): string {
  const surname = isHanUnit(name.charCodeAt(0)) ? surnameOf(name) : '';
  let key = '';
  if (surname !== '') for (const [first = ''] of surnameReadingsOf(surname)) key += between + first;
  for (const part of partsOf(name.slice(surname.length))) key += between + (readingsOf(part)[0] ?? part);
  return key.slice(between.length).toLowerCase();
}

/** One toneless pinyin key for a name, as a blocking key: 单小燕 → 'shan xiao yan'. Latin letters stay. */
export function pinyinKey(name: string): string {
  return joinFirstReadings(name, ' ');
}

/** The same without blanks: 'shanxiaoyan'. */
export function pinyinJoined(name: string): string {
  return joinFirstReadings(name, '');
}
