import { pinyin, polyphonic } from 'pinyin-pro';
import { HAN_TO, isHanUnit } from './name-marks.ts';
import { isCommonSurname, isCompoundSurname, surnameUnits } from './name-surname.ts';
import { traditionalsOf } from './simplified.ts';

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

type Readings = readonly string[];

/** By code point, so that a name under comparison needs no text a character: everyday characters, and all others. */
const everyday: (Readings | undefined)[] = new Array<Readings | undefined>(HAN_TO + 1);
const rare = new Map<number, Readings>();
const singleSurnames: (Readings | undefined)[] = new Array<Readings | undefined>(HAN_TO + 1);
const compoundSurnames = new Map<string, readonly Readings[]>();

/** All toneless readings of one character, ü as v; the character itself if it has none. */
export function readingsOf(char: string): Readings {
  return readingsOfCode(char.codePointAt(0) ?? 0);
}

/** The same by code point. Looked up once for a Han character. */
export function readingsOfCode(code: number): Readings {
  return (code <= HAN_TO ? everyday[code] : rare.get(code)) ?? learnReadings(code);
}

function learnReadings(code: number): Readings {
  const char = String.fromCodePoint(code);
  if (!/^\p{Script=Han}$/u.test(char)) return [char];
  const readings = listedReadings(char);
  const first = IN_NAMES[char];
  const distinct = [...new Set(first === undefined ? readings : [first, ...readings])];
  const result = distinct.length > 0 ? distinct : [char];
  if (code <= HAN_TO) everyday[code] = result;
  else rare.set(code, result);
  return result;
}

/** From the dictionary; of a simplified form too rare to be listed (𫡥), those of the traditional one (孋). */
function listedReadings(char: string): Readings {
  for (const form of [char, ...traditionalsOf(char)]) {
    const readings = polyphonic(form, READING)[0] ?? [];
    if (readings.length > 0 && readings[0] !== form) return readings;
  }
  return [];
}

/** What begins alike when a foreign sound is written down: 逊 and 荪, 德 and 迪; y, w and bare vowels are one. */
const BEGINNINGS = ['bp', 'dt', 'gkh', 'nlr', 'zcsjqx', 'ywaeo', 'm', 'f'];

/** True if two characters begin with sounds that are taken for each other in writing a name by sound. */
export function beginsAlike(a: number, b: number): boolean {
  const beginnings = new Set(readingsOfCode(a).map(beginningOf));
  return readingsOfCode(b).some((reading) => beginnings.has(beginningOf(reading)));
}

function beginningOf(reading: string): string {
  return BEGINNINGS.find((sounds) => sounds.includes(reading.charAt(0))) ?? reading;
}

/** Readings of each character of a surname: 单 is shan, 尉迟 yu chi. A first character that is no surname keeps all. */
export function surnameReadingsOf(surname: string): readonly Readings[] {
  const first = surname.codePointAt(0) ?? 0;
  if (surname.length === (first > 0xffff ? 2 : 1)) return [surnameReadingsOfCode(first)];
  const known = compoundSurnames.get(surname);
  if (known !== undefined) return known;
  const result = learnSurname(surname);
  if (isCompoundSurname(surname)) compoundSurnames.set(surname, result);
  return result;
}

/** The same for a surname of one character, by code point. */
export function surnameReadingsOfCode(code: number): Readings {
  const known = singleSurnames[code];
  if (known !== undefined) return known;
  const [readings = []] = learnSurname(String.fromCodePoint(code));
  if (isHanUnit(code)) singleSurnames[code] = readings;
  return readings;
}

function learnSurname(surname: string): readonly Readings[] {
  const asSurname = pinyin(surname, { ...READING, surname: 'head' });
  return [...surname].map((char, position) => readingsInSurname(char, asSurname[position] ?? char));
}

function readingsInSurname(char: string, reading: string): Readings {
  const all = readingsOf(char);
  if (reading === all[0] && !isCommonSurname(char)) return all;
  const second = TWO_FAMILIES[char];
  return second === undefined || second === reading ? [reading] : [reading, second];
}

/**
 * Readings of each character of a name in simplified characters: the surname's own for the surname, all for the rest;
 * all for every character of a name that has no surname.
 */
export function nameReadings(name: string, hasDot = false): readonly Readings[] {
  const surname = name.slice(0, surnameUnits(name, hasDot));
  return [...surnameReadingsOf(surname), ...[...name.slice(surname.length)].map(readingsOf)];
}

/** Single Han characters, and runs of anything else. */
const PARTS = /\p{Script=Han}|\P{Script=Han}+/gu;

/** The first reading of each character, the surname's own first; a run of anything that is not Han stays as it is. */
function joinFirstReadings(name: string, between: string): string {
  const surname = isHanUnit(name.charCodeAt(0)) ? name.slice(0, surnameUnits(name, false)) : '';
  let key = '';
  if (surname !== '') for (const [first = ''] of surnameReadingsOf(surname)) key += between + first;
  for (let i = surname.length; i < name.length; i += 1) {
    const unit = name.charCodeAt(i);
    if (!isHanUnit(unit)) return (key + between + joinParts(name.slice(i), between)).slice(between.length);
    key += between + (readingsOfCode(unit)[0] ?? '');
  }
  return key.slice(between.length);
}

/** From the first character on that is not an everyday Han one. */
function joinParts(rest: string, between: string): string {
  const parts = rest.match(PARTS) ?? [];
  return parts
    .map((part) => (/^\P{Script=Han}/u.test(part) ? part : readingsOf(part)[0]))
    .join(between)
    .toLowerCase();
}

/** One toneless pinyin key for a name, as a blocking key: 单小燕 → 'shan xiao yan'. Latin letters stay. */
export function pinyinKey(name: string): string {
  return joinFirstReadings(name, ' ');
}

/** The same without blanks: 'shanxiaoyan'. */
export function pinyinJoined(name: string): string {
  return joinFirstReadings(name, '');
}
