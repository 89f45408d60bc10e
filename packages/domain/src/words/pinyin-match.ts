import { nameReadings } from './pinyin.ts';

const LATIN = /[a-z\u00c0-\u024f]/iu;

/** Lower case without tone marks and tone digits, ü as v: 'Lǚ Wéi' → 'lv wei'. */
function toneless(text: string): string {
  return text
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/gu, 'v')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[0-5'’\-.]/gu, '');
}

/** Spellings in use for a reading: ü is written v, u or yu (吕: LV, LU, LYU). */
function spellings(reading: string): readonly string[] {
  return reading.includes('v') ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')] : [reading];
}

function tokensOf(text: string): string[] {
  return toneless(text).match(/[a-z]+|[^a-z\s]/gu) ?? [];
}

/** True if the tokens, Han characters and runs of letters, spell the Han name from `position` on. */
function spells(
  tokens: readonly string[],
  chars: readonly string[],
  readings: readonly (readonly string[])[],
  position: number,
): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return position === chars.length;
  const char = chars[position];
  if (char === undefined) return false;
  if (!LATIN.test(token)) return token === char && spells(rest, chars, readings, position + 1);
  return (readings[position] ?? []).flatMap(spellings).some((spelling) => {
    if (!token.startsWith(spelling)) return false;
    const left = token.slice(spelling.length);
    return spells(left === '' ? rest : [left, ...rest], chars, readings, position + 1);
  });
}

function spelledBy(latin: string, han: string): boolean {
  const chars = [...han];
  if (chars.some((char) => LATIN.test(char))) return false;
  const readings = nameReadings(han);
  const tokens = tokensOf(latin);
  if (spells(tokens, chars, readings, 0)) return true;
  // Given name first, as passports and foreign systems print it: WEI WANG.
  const last = tokens.at(-1);
  return (
    tokens.length > 1 && last !== undefined && spells([last, ...tokens.slice(0, -1)], chars, readings, 0)
  );
}

/** True if one text is a Han name and the other spells it, wholly or in part, in Latin letters: 王yǔ, WANG WEI. */
export function matchesLatin(a: string, b: string): boolean {
  const [latinA, latinB] = [LATIN.test(a), LATIN.test(b)];
  if (latinA && latinB) return toneless(a).replace(/\s/gu, '') === toneless(b).replace(/\s/gu, '');
  if (latinA) return spelledBy(a, b);
  return latinB && spelledBy(b, a);
}
