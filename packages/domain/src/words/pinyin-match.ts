import { surnameOf } from './name-surname.ts';
import { nameReadings, readingsOf } from './pinyin.ts';

const LATIN = /[a-z\u00c0-\u024f]/iu;
const HAN = /\p{Script=Han}/u;

/** How a name in Latin letters stands to another; null: nothing to say, compare them by other means. */
export type LatinLevel = 'equal' | 'pinyin' | 'one_differs' | 'surname_only' | 'different' | null;

/** True if there is a Latin letter, with or without a tone mark, anywhere. */
export function hasLatin(text: string): boolean {
  return LATIN.test(text);
}

/** Lower case without tone marks and tone digits, ü as v: 'Lǚ Wéi' → 'lv wei', 'lv3 wei2' → 'lv wei'. */
export function toneless(text: string): string {
  return text
    .toLowerCase()
    .replace(/u(?::|\u0308)|[üǖǘǚǜ]/gu, 'v')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[0-5'’\-.]/gu, '');
}

/** Spellings in use for a reading: ü is written v, u or yu (吕: LV, LU, LYU), and xu is typed xv. */
function spellings(reading: string): readonly string[] {
  if (reading.includes('v')) return [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')];
  return /^[jqxy]u/u.test(reading) ? [reading, reading.replace('u', 'v')] : [reading];
}

/** A reading, or the initial that stands for it: zhang, zh, z. */
function initials(reading: string): readonly string[] {
  const two = /^[zcs]h/u.exec(reading)?.[0];
  return [...spellings(reading), ...(two === undefined ? [] : [two]), reading.slice(0, 1)];
}

/** Words and single Han characters; a middle dot parts words as a blank does. */
function tokensOf(text: string): string[] {
  return toneless(text).match(/[a-z]+|[^a-z\s·]/gu) ?? [];
}

/** A Han name to be spelled: its characters, their readings, and the ways a reading may be written. */
interface Spelled {
  chars: readonly string[];
  readings: readonly (readonly string[])[];
  ways: (reading: string) => readonly string[];
}

/** True if the tokens, Han characters and runs of letters, spell the Han name from `position` to its end. */
function spells(tokens: readonly string[], name: Spelled, position = 0): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return position === name.chars.length;
  const char = name.chars[position];
  if (char === undefined) return false;
  if (!LATIN.test(token)) return token === char && spells(rest, name, position + 1);
  return (name.readings[position] ?? []).flatMap(name.ways).some((spelling) => {
    if (!token.startsWith(spelling)) return false;
    const left = token.slice(spelling.length);
    return spells(left === '' ? rest : [left, ...rest], name, position + 1);
  });
}

/** The words as they stand and, as passports and foreign systems print them, with the last one first: WEI WANG. */
function orders(tokens: readonly string[]): (readonly string[])[] {
  const last = tokens.at(-1);
  return tokens.length > 1 && last !== undefined ? [tokens, [last, ...tokens.slice(0, -1)]] : [tokens];
}

/** WANG W. and XIAO Y. LIU: the surname in full, the rest by initials. */
function abbreviates(tokens: readonly string[], han: string, name: Spelled): boolean {
  const surname = surnameOf(han).length;
  const part = (from: number, to?: number): Spelled => ({
    chars: name.chars.slice(from, to),
    readings: name.readings.slice(from, to),
    ways: from === 0 ? spellings : initials,
  });
  return orders(tokens).some(
    ([first = '', ...rest]) =>
      rest.length > 0 && spells([first], part(0, surname)) && spells(rest, part(surname)),
  );
}

/** Programs that turn Han characters into Latin letters do not know surnames: 单 as DAN is met as well as SHAN. */
function readingsInLatin(chars: readonly string[], hasDot: boolean): (readonly string[])[] {
  return nameReadings(chars.join(''), hasDot).map((readings, position) => [
    ...readings,
    ...readingsOf(chars[position] ?? ''),
  ]);
}

function latinToHan(latin: string, dotted: string): LatinLevel {
  const han = dotted.replaceAll('·', '');
  const chars = [...han];
  const readings = readingsInLatin(chars, han !== dotted);
  const name: Spelled = { chars, readings, ways: spellings };
  const tokens = tokensOf(latin);
  if (orders(tokens).some((order) => spells(order, name))) return 'pinyin';
  if (HAN.test(latin)) return null;
  return abbreviates(tokens, han, name) ? 'surname_only' : 'different';
}

/** Both in Latin letters: WEI WANG and Wáng Wěi; WANG W. says no more than the surname. */
function latinToLatin(a: string, b: string): LatinLevel {
  const [tokensA, tokensB] = [tokensOf(a), tokensOf(b)];
  const [joinedA, joinedB] = [tokensA.join(''), tokensB.join('')];
  if (joinedA === joinedB) return lettersOf(a) === lettersOf(b) ? 'equal' : 'pinyin';
  if (orders(tokensA).some((order) => order.join('') === joinedB)) return 'pinyin';
  if (orders(tokensB).some((order) => order.join('') === joinedA)) return 'pinyin';
  if (HAN.test(a) || HAN.test(b)) return null;
  if (isOneLetterApart(joinedA, joinedB)) return 'one_differs';
  return surnameWord(tokensA) === surnameWord(tokensB) ? 'surname_only' : 'different';
}

/** One letter was changed, dropped or added: WANG WEI and WANG LEI. */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 3 || long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const rest = short.length === long.length ? short.slice(from + 1) : short.slice(from);
  return rest === long.slice(from + 1);
}

/** The first word that is more than an initial. */
function surnameWord(tokens: readonly string[]): string {
  return tokens.find((token) => token.length > 1) ?? '';
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[\s·]/gu, '');
}

/**
 * How two names stand to each other if one of them is written in Latin letters, wholly or in part: 王yǔ, WANG WEI. Both
 * clean, in simplified characters, with their middle dots.
 */
export function compareLatin(a: string, b: string): LatinLevel {
  const [latinA, latinB] = [LATIN.test(a), LATIN.test(b)];
  if (latinA && latinB) return latinToLatin(a, b);
  if (latinA) return latinToHan(a, b);
  return latinB ? latinToHan(b, a) : null;
}
