import { withArabicDigits } from '../words/chinese-number.ts';
import { normaliseId } from '../words/id-number.ts';
import { compareNames, type LookAlikes, type NameLevel } from '../words/name-compare.ts';
import { plainText } from '../words/plain-text.ts';
import { simplified } from '../words/simplified.ts';
import { type Differing, differingPositions } from './differing-positions.ts';

/** What a value is, as far as comparing goes. */
export type ComparedKind = 'name' | 'id' | 'number' | 'place' | 'date' | 'whole' | 'text';

/**
 * How two values of one field stand to each other, from alike to unlike; `missing`: one of the two lists says nothing.
 * None of them says whether it is one person: that is for people to judge.
 */
export const differences = [
  ...['same', 'written_otherwise', 'traditional', 'homophone', 'look_alike', 'incomplete', 'pinyin'],
  ...['truncated', 'contained', 'transposed', 'differs', 'missing'],
] as const;
export type Difference = (typeof differences)[number];

/** Two values compared, with the positions that differ, by character, in the values as given. */
export interface ValueComparison extends Differing {
  readonly difference: Difference;
}

const nameDifferences: Readonly<Record<NameLevel, Difference>> = {
  equal: 'same',
  variant: 'traditional',
  homophone: 'homophone',
  look_alike: 'look_alike',
  wildcard: 'incomplete',
  pinyin: 'pinyin',
  truncated: 'truncated',
  transliterated: 'written_otherwise',
  rearranged: 'written_otherwise',
  one_differs: 'differs',
  surname_only: 'differs',
  different: 'differs',
  missing: 'missing',
};

/**
 * Compares what two lists say in one field. Numbers, dates and places digit by digit and character by character, names
 * as linkage compares them (sound, shape, traditional form); `whole` values, such as amounts and choices, as a whole.
 */
export function compareValues(
  kind: ComparedKind,
  left: string | null,
  right: string | null,
  lookAlikes?: LookAlikes,
): ValueComparison {
  const [a, b] = [left ?? '', right ?? ''];
  if (a === '' || b === '') return { difference: 'missing', left: [], right: [] };
  if (a === b) return { difference: 'same', left: [], right: [] };
  const difference = differenceOf(kind, a, b, lookAlikes);
  if (difference === 'same') return { difference, left: [], right: [] };
  return { difference, ...(kind === 'whole' ? wholly(a, b) : differingPositions(a, b)) };
}

function differenceOf(kind: ComparedKind, a: string, b: string, lookAlikes?: LookAlikes): Difference {
  if (kind === 'name') return nameDifferences[compareNames(a, b, lookAlikes).level];
  if (kind === 'id') return idDifference(a, b);
  if (kind === 'number' || kind === 'date') return isTransposed(a, b) ? 'transposed' : 'differs';
  if (kind === 'whole') return 'differs';
  return textDifference(kind, a, b);
}

/** Old numbers of 15 digits and small letters are another way to write the same number. */
function idDifference(a: string, b: string): Difference {
  const [one, other] = [normaliseId(a).id, normaliseId(b).id];
  if (one !== null && one === other) return 'written_otherwise';
  return isTransposed(a, b) ? 'transposed' : 'differs';
}

/** Two neighbours changed places, and nothing else. */
export function isTransposed(a: string, b: string): boolean {
  const [x, y] = [[...a], [...b]];
  if (x.length !== y.length) return false;
  const [first, second, ...more] = x.flatMap((char, place) => (char === y[place] ? [] : [place]));
  if (first === undefined || second !== first + 1 || more.length > 0) return false;
  return x[first] === y[second] && x[second] === y[first];
}

function textDifference(kind: ComparedKind, a: string, b: string): Difference {
  const [x, y] = [bare(a), bare(b)];
  if (x === y) return 'written_otherwise';
  if (simplified(x) === simplified(y)) return 'traditional';
  if (kind !== 'place') return 'differs';
  const [p, q] = [placeKey(x), placeKey(y)];
  if (p === q) return 'written_otherwise';
  return isWithin(p, q) || isWithin(q, p) ? 'contained' : 'differs';
}

/** Without blanks and punctuation, full width as half width. */
function bare(text: string): string {
  return plainText(text).replace(/[\s,，.。;；:：()（）-]/gu, '');
}

/** A place in simplified characters, numerals in figures, without the words every office writes differently. */
function placeKey(text: string): string {
  return withArabicDigits(simplified(text))
    .replace(/村民委员会|村委会|行政村/gu, '村')
    .replace(/居民委员会|居委会|社区/gu, '居')
    .replace(/第(?=\d)/gu, '')
    .replace(/村村/gu, '村')
    .replace(/居居/gu, '居');
}

/** One says more than the other of the same place; a single character says too little. */
function isWithin(short: string, long: string): boolean {
  return [...short].length >= 2 && long.includes(short);
}

function wholly(a: string, b: string): Differing {
  return { left: [...a].map((_, place) => place), right: [...b].map((_, place) => place) };
}
