import { cleanName } from './name.ts';
import { isPlainHanName } from './name-marks.ts';
import { surnameUnits } from './name-surname.ts';
import { pinyinJoined } from './pinyin.ts';
import { hasLatin, toneless } from './pinyin-match.ts';
import { simplified } from './simplified.ts';

/** What a name is joined by. Every text is '' where there is nothing of its kind, never null. */
export interface NameKeys {
  /** Clean, without middle dots; a Latin name keeps its blanks: 'WANG WEI'. */
  plain: string;
  /** In simplified characters; a Latin name in small letters without tone marks, one blank between words. */
  simple: string;
  /** Toneless syllables without blanks, small letters, ü as v: the same for 单红 and 'Shàn Hóng'. */
  pinyin: string;
  /** In simplified characters; '' for a name without one: with a middle dot, by sound alone, in Latin letters. */
  surname: string;
  /** In simplified characters: what follows the surname, the whole name where there is none. */
  given: string;
  /** Further people in the same cell, each clean. */
  more: string[];
}

/** The keys of the first person a cell names, raw or clean; null when it names nobody. */
export function nameKeys(text: string | null): NameKeys | null {
  if (text === null) return null;
  if (isPlainHanName(text)) return hanKeys(text, text, []);
  const { name, more } = cleanName(text);
  if (name === '') return null;
  return hasLatin(name) && !/\p{Script=Han}/u.test(name)
    ? latinKeys(name, more)
    : hanKeys(name, name.replaceAll('·', ''), more);
}

function hanKeys(name: string, plain: string, more: string[]): NameKeys {
  const simple = simplified(plain);
  const split = surnameUnits(simple, plain.length !== name.length);
  return {
    plain,
    simple,
    pinyin: soundOf(simple),
    surname: simple.slice(0, split),
    given: simple.slice(split),
    more,
  };
}

/** 王yǔ sounds as 王宇 does. */
function soundOf(simple: string): string {
  const joined = pinyinJoined(simple);
  return hasLatin(simple) ? latinSound(joined) : joined;
}

function latinKeys(name: string, more: string[]): NameKeys {
  const plain = name.replaceAll('·', ' ').replace(/\s+/gu, ' ').trim();
  const simple = toneless(plain).replace(/\s+/gu, ' ').trim();
  return { plain, simple, pinyin: latinSound(simple), surname: '', given: simple, more };
}

/** Passports write LYU and NYU, keyboards XV: 吕 is lv, 女 nv and 徐 xu in every key. */
function latinSound(simple: string): string {
  return toneless(simple)
    .replace(/lyu/gu, 'lv')
    .replace(/\bnyu/gu, 'nv')
    .replace(/(?<=[jqxy])v/gu, 'u')
    .replace(/\s/gu, '');
}
