import { isWildcardCode } from './name-marks.ts';
import { surnameUnits } from './name-surname.ts';
import { readingsOfCode, surnameReadingsOf, surnameReadingsOfCode } from './pinyin.ts';
import { simplified } from './simplified.ts';

/** One of two names under comparison. Positions count characters, not UTF-16 units. */
export interface NameSide {
  /** Clean, with middle dots. */
  readonly dotted: string;
  readonly hasDot: boolean;
  /** Without middle dots, as written and in simplified characters: code points, one answering to the other. */
  readonly codes: readonly number[];
  readonly simpleCodes: readonly number[];
  readonly simple: string;
  /** How many characters are the surname; 0 for a name without one. */
  readonly surnameLength: number;
}

/** Pairs of look-alike characters: a set of two-character strings, in either order, or a test. */
export type LookAlikes = ReadonlySet<string> | ((x: string, y: string) => boolean);

/** How one character stands to another, from the nearest to the farthest; a name is as near as its farthest character. */
export const RELATION = { equal: 0, variant: 1, homophone: 2, lookAlike: 3, wildcard: 4, none: 5 } as const;
export type Relation = (typeof RELATION)[keyof typeof RELATION];

/** The code points of a text. */
export function codesOf(text: string): number[] {
  const codes = new Array<number>(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i) ?? 0;
    codes[count] = code;
    count += 1;
    if (code > 0xffff) i += 1;
  }
  if (count < text.length) codes.length = count;
  return codes;
}

/** Takes a clean name apart for comparison. */
export function sideOf(dotted: string): NameSide {
  const hasDot = dotted.includes('·');
  const plain = hasDot ? dotted.replaceAll('·', '') : dotted;
  const codes = codesOf(plain);
  const converted = simplified(plain);
  const simpleCodes = converted === plain ? codes : codesOf(converted);
  // A phrase table could change the length; then positions would no longer answer to each other.
  const answers = simpleCodes.length === codes.length;
  const simple = answers ? converted : plain;
  const units = surnameUnits(simple, hasDot);
  return {
    dotted,
    hasDot,
    codes,
    simpleCodes: answers ? simpleCodes : codes,
    simple,
    surnameLength: units === 2 && (simpleCodes[0] ?? 0) > 0xffff ? 1 : units,
  };
}

function readingsAt(side: NameSide, position: number): readonly string[] {
  if (position >= side.surnameLength) return readingsOfCode(side.simpleCodes[position] ?? 0);
  if (side.surnameLength === 1) return surnameReadingsOfCode(side.simpleCodes[0] ?? 0);
  return surnameReadingsOf(side.simple.slice(0, 2))[position] ?? [];
}

/** True if the characters at these positions have a reading in common. */
function soundsAlike(a: NameSide, i: number, b: NameSide, j: number): boolean {
  const others = readingsAt(b, j);
  for (const reading of readingsAt(a, i)) if (others.includes(reading)) return true;
  return false;
}

/** The relation of two characters short of likeness in shape, which costs more to find out. */
export function relationAt(a: NameSide, i: number, b: NameSide, j: number): Relation {
  const x = a.codes[i] ?? 0;
  const y = b.codes[j] ?? 0;
  if (isWildcardCode(x) || isWildcardCode(y)) return RELATION.wildcard;
  if (x === y) return RELATION.equal;
  if (a.simpleCodes[i] === b.simpleCodes[j]) return RELATION.variant;
  return soundsAlike(a, i, b, j) ? RELATION.homophone : RELATION.none;
}

function isListed(lookalikes: LookAlikes, x: string, y: string): boolean {
  return typeof lookalikes === 'function'
    ? lookalikes(x, y) || lookalikes(y, x)
    : lookalikes.has(x + y) || lookalikes.has(y + x);
}

/** True if the characters at these positions look alike, as written or in simplified characters. */
export function looksAlike(a: NameSide, i: number, b: NameSide, j: number, lookalikes: LookAlikes): boolean {
  if (typeof lookalikes !== 'function' && lookalikes.size === 0) return false;
  const [x, y] = [a.codes[i] ?? 0, b.codes[j] ?? 0];
  const [sx, sy] = [a.simpleCodes[i] ?? 0, b.simpleCodes[j] ?? 0];
  if (isListed(lookalikes, String.fromCodePoint(sx), String.fromCodePoint(sy))) return true;
  return (x !== sx || y !== sy) && isListed(lookalikes, String.fromCodePoint(x), String.fromCodePoint(y));
}

/**
 * The relations of two names of one length, position by position; null as soon as more than `most` characters are found
 * to have nothing in common.
 */
export function relationsOf(
  a: NameSide,
  b: NameSide,
  lookalikes: LookAlikes,
  most: number,
): Relation[] | null {
  const relations: Relation[] = [];
  let unlike = 0;
  for (let i = 0; i < a.codes.length; i += 1) {
    const found = relationAt(a, i, b, i);
    const relation =
      found === RELATION.none && looksAlike(a, i, b, i, lookalikes) ? RELATION.lookAlike : found;
    if (relation === RELATION.none) unlike += 1;
    if (unlike > most) return null;
    relations.push(relation);
  }
  return relations;
}
