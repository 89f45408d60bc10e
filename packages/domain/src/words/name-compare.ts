import { type CleanName, cleanName } from './name.ts';
import { isTransliterated, isTruncated } from './name-long.ts';
import { isReadEnough, realigned } from './name-lost.ts';
import { isCleanHanName } from './name-marks.ts';
import { isRearranged } from './name-order.ts';
import { type LookAlikes, type NameSide, RELATION, relationsOf, sideOf } from './name-side.ts';
import { compareLatin, hasLatin } from './pinyin-match.ts';
import { simplified } from './simplified.ts';

export type { LookAlikes } from './name-side.ts';

export type NameLevel =
  | 'equal'
  | 'variant'
  | 'homophone'
  | 'look_alike'
  | 'wildcard'
  | 'pinyin'
  | 'truncated'
  | 'transliterated'
  | 'rearranged'
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

/** From the nearest to the farthest; up to `rearranged` they may be one person. */
const ORDER: readonly NameLevel[] = [
  ...(['equal', 'variant', 'homophone', 'look_alike', 'wildcard', 'pinyin', 'truncated'] as const),
  ...(['transliterated', 'rearranged', 'one_differs', 'surname_only', 'different', 'missing'] as const),
];
const COMPATIBLE: ReadonlySet<NameLevel> = new Set(ORDER.slice(0, ORDER.indexOf('one_differs')));
const SENTENCES: Readonly<Record<NameLevel, readonly [zh: string, en: string]>> = {
  equal: ['一致', 'are the same'],
  variant: ['是同一名字的繁简或异体写法', 'are the same name in traditional and simplified characters'],
  homophone: ['读音相同、字不同', 'sound the same and are written differently'],
  look_alike: ['字形相近，像是录入或识别之误', 'look alike, as a typing or scanning error would'],
  wildcard: ['有缺字，其余各字相符', 'agree wherever a character is not lost'],
  pinyin: ['一方用拼音书写，读音相符', 'agree in sound, one being written in pinyin'],
  truncated: ['前半相同，一方像是被截短', 'agree up to where one of them was cut off'],
  transliterated: [
    '是同一音译名的不同写法，缺一段或有一个字不同',
    'are one name spelled by sound in two ways, a word or a character apart',
  ],
  rearranged: ['名相同，姓的位置或个数不同', 'agree but for the place or the number of surnames'],
  one_differs: ['有一个字不同', 'differ in one character'],
  surname_only: ['只有姓相同', 'share the surname only'],
  different: ['不同', 'are different'],
  missing: ['缺一方，无法比较', 'cannot be compared: one is missing'],
};

const BY_CHARACTER: Readonly<Partial<Record<number, NameLevel>>> = {
  [RELATION.equal]: 'equal',
  [RELATION.variant]: 'variant',
  [RELATION.homophone]: 'homophone',
  [RELATION.lookAlike]: 'look_alike',
};

/** True for the levels at which equal numbers may be taken as one person (equal … rearranged). */
export function isCompatible(level: NameLevel): boolean {
  return COMPATIBLE.has(level);
}

/** The level of two names of one length that a character each decides; null: look further. */
function compareCharacters(a: NameSide, b: NameSide, lookalikes: LookAlikes): NameLevel | null {
  const length = a.codes.length;
  if (length !== b.codes.length) return null;
  const relations = relationsOf(a, b, lookalikes, length >= 3 ? 1 : 0);
  if (relations === null) return null;
  const worst = Math.max(...relations);
  if (worst === RELATION.none) return relations.includes(RELATION.wildcard) ? null : 'one_differs';
  if (worst !== RELATION.wildcard) return BY_CHARACTER[worst] ?? null;
  return isReadEnough(relations, Math.max(a.surnameLength, b.surnameLength)) ? 'wildcard' : null;
}

/** One character was dropped or added: 刘小燕 and 刘燕. */
function isOneDropped(a: readonly number[], b: readonly number[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1 || long.length < 3) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  for (; at < short.length; at += 1) if (short[at] !== long[at + 1]) return false;
  return true;
}

function isSurnameShared(a: NameSide, b: NameSide): boolean {
  const length = a.surnameLength;
  if (length === 0 || length !== b.surnameLength) return false;
  for (let i = 0; i < length; i += 1) if (a.simpleCodes[i] !== b.simpleCodes[i]) return false;
  return true;
}

/** What lost characters leave open when the lengths differ; null if nothing. */
function compareRealigned(a: NameSide, b: NameSide, lookalikes: LookAlikes): NameLevel | null {
  const sides = realigned(a, b);
  const level = sides === null ? null : compareCharacters(...sides, lookalikes);
  return level !== null && COMPATIBLE.has(level) ? 'wildcard' : null;
}

function compareSides(a: NameSide, b: NameSide, lookalikes: LookAlikes): NameLevel {
  const level = compareCharacters(a, b, lookalikes) ?? compareRealigned(a, b, lookalikes);
  if (level !== null && level !== 'one_differs') return level;
  if (isTruncated(a, b)) return 'truncated';
  if (isTransliterated(a, b)) return 'transliterated';
  if (isRearranged(a, b)) return 'rearranged';
  if (level === 'one_differs' || isOneDropped(a.simpleCodes, b.simpleCodes)) return 'one_differs';
  return isSurnameShared(a, b) ? 'surname_only' : 'different';
}

function levelOf(a: string, b: string, lookalikes: LookAlikes): NameLevel {
  if (a === '' || b === '') return 'missing';
  if (a.replaceAll('·', '') === b.replaceAll('·', '')) return 'equal';
  const latin = hasLatin(a) || hasLatin(b) ? compareLatin(simplified(a), simplified(b)) : null;
  return latin ?? compareSides(sideOf(a), sideOf(b), lookalikes);
}

interface Nearest {
  level: NameLevel;
  a: string;
  b: string;
  /** True if a cell names more than one person, so that the nearest two had to be chosen. */
  isChosen: boolean;
}

const NO_LOOKALIKES: ReadonlySet<string> = new Set();

/** The people a cell names; two of them may be one, whose middle dot came as a blank: 曲比 伍作 for 曲比·伍作. */
function peopleIn(cell: CleanName, other: CleanName): readonly string[] {
  const isOne = cell.more.length === 1 && other.more.length === 0 && other.name.includes('·');
  return [cell.name, ...cell.more, ...(isOne ? [`${cell.name}·${cell.more[0]}`] : [])];
}

function nearest(cellA: string, cellB: string, lookalikes: LookAlikes): Nearest {
  // Most names are Han characters and nothing else: nothing to clean, nothing to spell.
  if (isCleanHanName(cellA) && isCleanHanName(cellB)) {
    const level = cellA === cellB ? 'equal' : compareSides(sideOf(cellA), sideOf(cellB), lookalikes);
    return { level, a: cellA, b: cellB, isChosen: false };
  }
  const [cleanA, cleanB] = [cleanName(cellA), cleanName(cellB)];
  const isChosen = cleanA.more.length > 0 || cleanB.more.length > 0;
  let found: Nearest | undefined;
  for (const a of peopleIn(cleanA, cleanB))
    for (const b of peopleIn(cleanB, cleanA)) {
      const level = levelOf(a, b, lookalikes);
      if (found === undefined || ORDER.indexOf(level) < ORDER.indexOf(found.level))
        found = { level, a, b, isChosen };
    }
  return found ?? { level: 'missing', a: '', b: '', isChosen };
}

/** The level alone, without its sentences: for comparing by the hundred thousand. */
export function nameLevel(a: string, b: string, lookalikes: LookAlikes = NO_LOOKALIKES): NameLevel {
  return nearest(a, b, lookalikes).level;
}

/**
 * How near two names are, by code point, traditional and simplified form, sound, shape, lost characters and pinyin
 * (linkage §4.5). Never by edit distance. Raw names may be given: notes, blanks and middle dots do not count; of several
 * people in a cell the nearest is compared, and the sentence says so.
 */
export function compareNames(a: string, b: string, lookalikes: LookAlikes = NO_LOOKALIKES): NameComparison {
  const found = nearest(a, b, lookalikes);
  const [zh, en] = SENTENCES[found.level];
  if (found.level === 'missing') return { level: found.level, zh: `姓名${zh}。`, en: `The names ${en}.` };
  const [leadZh, leadEn] = found.isChosen
    ? ['一格写有几个人名，取最相近的比较：', 'Several people stand in one cell; of the nearest two: ']
    : ['', ''];
  if (found.a === found.b)
    return {
      level: found.level,
      zh: `${leadZh}姓名“${found.a}”${zh}。`,
      en: `${leadEn}The names “${found.a}” ${en}.`,
    };
  return {
    level: found.level,
    zh: `${leadZh}姓名“${found.a}”与“${found.b}”${zh}。`,
    en: `${leadEn}The names “${found.a}” and “${found.b}” ${en}.`,
  };
}
