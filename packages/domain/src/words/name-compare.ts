import { cleanName, isWildcard, surnameOf } from './name.ts';
import { nameReadings } from './pinyin.ts';
import { matchesLatin } from './pinyin-match.ts';
import { simplified } from './simplified.ts';

export type NameLevel =
  | 'equal'
  | 'variant'
  | 'homophone'
  | 'look_alike'
  | 'wildcard'
  | 'pinyin'
  | 'truncated'
  | 'one_differs'
  | 'surname_only'
  | 'different'
  | 'missing';

export interface NameComparison {
  level: NameLevel;
  /** One sentence for the evidence column. */
  zh: string;
  en: string;
}

/** Pairs of look-alike characters: a set of two-character strings, in either order, or a test. */
export type LookAlikes = ReadonlySet<string> | ((x: string, y: string) => boolean);

type CharRelation = 'equal' | 'variant' | 'homophone' | 'look_alike' | 'wildcard' | 'none';

/** From the strongest to the weakest; a name is as strong as its weakest character. */
const ORDER: readonly CharRelation[] = ['equal', 'variant', 'homophone', 'look_alike', 'wildcard', 'none'];
const COMPATIBLE: ReadonlySet<NameLevel> = new Set<NameLevel>([
  'equal',
  'variant',
  'homophone',
  'look_alike',
  'wildcard',
  'pinyin',
  'truncated',
]);
const SENTENCES: Readonly<Record<NameLevel, readonly [zh: string, en: string]>> = {
  equal: ['一致', 'are the same'],
  variant: ['是同一名字的繁简或异体写法', 'are the same name in traditional and simplified characters'],
  homophone: ['读音相同、字不同', 'sound the same and are written differently'],
  look_alike: ['字形相近，像是录入或识别之误', 'look alike, as a typing or scanning error would'],
  wildcard: ['有缺字，其余各字相符', 'agree wherever a character is not lost'],
  pinyin: ['一方用拼音书写，读音相符', 'agree in sound, one being written in pinyin'],
  truncated: ['前半相同，一方像是被截短', 'agree up to where one of them was cut off'],
  one_differs: ['有一个字不同', 'differ in one character'],
  surname_only: ['只有姓相同', 'share the surname only'],
  different: ['不同', 'are different'],
  missing: ['缺一方，无法比较', 'cannot be compared: one is missing'],
};

/** True for the levels at which equal numbers may be taken as one person (equal … truncated). */
export function isCompatible(level: NameLevel): boolean {
  return COMPATIBLE.has(level);
}

function looksAlike(lookalikes: LookAlikes, x: string, y: string): boolean {
  return typeof lookalikes === 'function'
    ? lookalikes(x, y) || lookalikes(y, x)
    : lookalikes.has(x + y) || lookalikes.has(y + x);
}

interface Side {
  chars: readonly string[];
  simple: readonly string[];
  readings: () => readonly (readonly string[])[];
}

function sideOf(plain: string): Side {
  const chars = [...plain];
  const simple = [...simplified(plain)];
  let readings: readonly (readonly string[])[] | undefined;
  return {
    chars,
    // A phrase table could change the length; then positions would no longer answer to each other.
    simple: simple.length === chars.length ? simple : chars,
    readings: () => (readings ??= nameReadings(simple.join(''))),
  };
}

function at(chars: readonly string[], position: number): string {
  return chars[position] ?? '';
}

function soundsAlike(a: Side, b: Side, position: number): boolean {
  const other = b.readings()[position] ?? [];
  return (a.readings()[position] ?? []).some((reading) => other.includes(reading));
}

function charRelation(a: Side, b: Side, position: number, lookalikes: LookAlikes): CharRelation {
  const [x, y] = [at(a.chars, position), at(b.chars, position)];
  if (isWildcard(x) || isWildcard(y)) return 'wildcard';
  if (x === y) return 'equal';
  const [sx, sy] = [at(a.simple, position), at(b.simple, position)];
  if (sx === sy) return 'variant';
  if (soundsAlike(a, b, position)) return 'homophone';
  return looksAlike(lookalikes, sx, sy) || looksAlike(lookalikes, x, y) ? 'look_alike' : 'none';
}

function compareSameLength(a: Side, b: Side, lookalikes: LookAlikes): NameLevel | null {
  const relations = a.chars.map((_, position) => charRelation(a, b, position, lookalikes));
  const worst = Math.max(...relations.map((relation) => ORDER.indexOf(relation)));
  const level = ORDER[worst] ?? 'none';
  if (level === 'none') {
    const differing = relations.filter((relation) => relation === 'none').length;
    return differing === 1 && relations.length >= 3 && !relations.includes('wildcard') ? 'one_differs' : null;
  }
  // Two lost characters agree with anybody: something that was read must agree too.
  if (level === 'wildcard' && relations.every((relation) => relation === 'wildcard')) return null;
  return level;
}

/** Long names of minorities are cut at a bank's field width: the shorter one is a beginning of the longer. */
function isTruncated(a: string, b: string): boolean {
  const [short, long] = [...a].length <= [...b].length ? [a, b] : [b, a];
  const [shortPlain, longPlain] = [short.replaceAll('·', ''), long.replaceAll('·', '')];
  if (!longPlain.startsWith(shortPlain) || [...shortPlain].length < 3) return false;
  return long.includes('·') || [...longPlain].length >= 6;
}

/** One character was dropped or added: 刘小燕 and 刘燕. */
function isOneDropped(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1 || long.length < 3) return false;
  return long.some((_, skip) => long.filter((__, position) => position !== skip).join('') === short.join(''));
}

function levelOf(nameA: string, nameB: string, lookalikes: LookAlikes): NameLevel {
  if (nameA === '' || nameB === '') return 'missing';
  const [plainA, plainB] = [nameA.replaceAll('·', ''), nameB.replaceAll('·', '')];
  if (plainA === plainB) return 'equal';
  const [a, b] = [sideOf(plainA), sideOf(plainB)];
  if (matchesLatin(a.simple.join(''), b.simple.join(''))) return 'pinyin';
  if (a.chars.length === b.chars.length) {
    const level = compareSameLength(a, b, lookalikes);
    if (level !== null) return level;
  }
  if (isTruncated(simplified(nameA), simplified(nameB))) return 'truncated';
  if (isOneDropped(a.simple, b.simple)) return 'one_differs';
  return surnameOf(a.simple.join('')) === surnameOf(b.simple.join('')) ? 'surname_only' : 'different';
}

/**
 * How near two names are, by code point, traditional and simplified form, sound, shape, lost characters and pinyin
 * (linkage §4.5). Never by edit distance. Raw names may be given: notes, blanks and middle dots do not count.
 */
export function compareNames(
  a: string,
  b: string,
  lookalikes: LookAlikes = new Set<string>(),
): NameComparison {
  const [nameA, nameB] = [cleanName(a).name, cleanName(b).name];
  const level = levelOf(nameA, nameB, lookalikes);
  const [zh, en] = SENTENCES[level];
  if (level === 'missing') return { level, zh: `姓名${zh}。`, en: `The names ${en}.` };
  if (nameA === nameB) return { level, zh: `姓名“${nameA}”${zh}。`, en: `The names “${nameA}” ${en}.` };
  return { level, zh: `姓名“${nameA}”与“${nameB}”${zh}。`, en: `The names “${nameA}” and “${nameB}” ${en}.` };
}
