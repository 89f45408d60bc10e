import { pinyin, polyphonic } from 'pinyin-pro';
import { surnameOf } from './name.ts';

const readingsByChar = new Map<string, readonly string[]>();

/** All toneless readings of one character, ü as v; the character itself if it has none. Kept once looked up. */
export function readingsOf(char: string): readonly string[] {
  const known = readingsByChar.get(char);
  if (known !== undefined) return known;
  const readings = polyphonic(char, { type: 'array', toneType: 'none', v: true })[0] ?? [];
  const result = readings.length > 0 ? [...new Set(readings)] : [char];
  readingsByChar.set(char, result);
  return result;
}

/** Readings of each character of a name: the surname's own reading for the surname, all readings for the rest. */
export function nameReadings(name: string): readonly (readonly string[])[] {
  const chars = [...name];
  const surnameLength = [...surnameOf(name)].length;
  const surname = pinyin(name, { type: 'array', toneType: 'none', surname: 'head', v: true });
  return chars.map((char, position) => {
    const reading = position < surnameLength ? surname[position] : undefined;
    return reading === undefined ? readingsOf(char) : [reading];
  });
}

/** One toneless pinyin key for a name, as a blocking key: 单小燕 → 'shan xiao yan'. Latin letters stay. */
export function pinyinKey(name: string): string {
  return pinyin(name, { type: 'array', toneType: 'none', surname: 'head', v: true }).join(' ').toLowerCase();
}
