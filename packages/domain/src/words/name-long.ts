import { isWildcardCode } from './name-marks.ts';
import { codesOf, type NameSide, RELATION, relationAt } from './name-side.ts';
import { beginsAlike } from './pinyin.ts';

/** From this many characters on a name is one written by sound, for which offices agree on no one spelling. */
const LONG_FROM = 6;
/** A cut name must leave so many characters to be recognised; more where they need only sound alike. */
const CUT_FROM = 3;
const CUT_BY_SOUND_FROM = 7;
/** A word left out of the middle has at least two characters. */
const WORD_FROM = 2;

function isLong(side: NameSide): boolean {
  return side.codes.length >= LONG_FROM || side.hasDot;
}

/** The name of fewer characters first. */
export function byLength(a: NameSide, b: NameSide): readonly [short: NameSide, long: NameSide] {
  return a.codes.length <= b.codes.length ? [a, b] : [b, a];
}

/** Without the remains of a character that was cut in two. */
function lengthRead(side: NameSide): number {
  let length = side.codes.length;
  while (length > 0 && isWildcardCode(side.codes[length - 1] ?? 0)) length -= 1;
  return length;
}

/** How many UTF-16 units stand before the first middle dot. */
function firstWord(side: NameSide): number {
  return side.dotted.indexOf('·');
}

/** Long names are cut at a bank's field width: the shorter one is a beginning of the longer. */
export function isTruncated(a: NameSide, b: NameSide): boolean {
  const [short, long] = byLength(a, b);
  const length = lengthRead(short);
  if (!isLong(long) || length < CUT_FROM || length >= long.codes.length) return false;
  if (short.hasDot && long.hasDot && firstWord(short) !== firstWord(long)) return false;
  const most = length >= CUT_BY_SOUND_FROM ? RELATION.homophone : RELATION.variant;
  for (let i = 0; i < length; i += 1) if (relationAt(short, i, long, i) > most) return false;
  return true;
}

/** From which position on two names have to agree again, after one character, not the first, that they do not share. */
function restAfter(short: NameSide, long: NameSide, at: number): number | null {
  if (short.codes.length < long.codes.length) return at === 0 ? null : at;
  return beginsAlike(short.simpleCodes[at] ?? 0, long.simpleCodes[at] ?? 0) ? at + 1 : null;
}

/**
 * One character of a long name is left out, put in or written for another that begins alike; the rest is the same but
 * for sound. Any other character would join sisters: 阿依古丽·艾力 and 阿曼古丽·艾力.
 */
function isOneApart(a: NameSide, b: NameSide): boolean {
  const [short, long] = byLength(a, b);
  const extra = long.codes.length - short.codes.length;
  if (short.codes.length < LONG_FROM || extra > 1) return false;
  let bySound = 0;
  const agrees = (i: number, j: number): boolean => {
    const relation = relationAt(short, i, long, j);
    if (relation === RELATION.homophone) bySound += 1;
    return relation <= RELATION.homophone;
  };
  let at = 0;
  while (at < short.codes.length && agrees(at, at)) at += 1;
  const rest = restAfter(short, long, at);
  if (rest === null) return false;
  for (let i = rest; i < short.codes.length; i += 1) if (!agrees(i, i + extra)) return false;
  return bySound <= long.codes.length / 2;
}

function isSlice(part: readonly number[], whole: readonly number[], from: number): boolean {
  return from >= 0 && part.every((code, i) => code === whole[from + i]);
}

/**
 * A word of a name in several is left out between its first and its last: 阿里·买买提·吐尔逊 and 阿里·吐尔逊. The first
 * must stand in both, or a father would be taken for his child.
 */
function isWordMissing(a: NameSide, b: NameSide): boolean {
  const [short, long] = byLength(a, b);
  const missing = long.codes.length - short.codes.length;
  if (missing < WORD_FROM || !short.hasDot) return false;
  const words = short.dotted.split('·');
  const longWords = long.dotted.split('·');
  if (longWords.length > 1 && longWords.length !== words.length + 1) return false;
  return words.some((_, keep) => {
    if (keep === 0 || (longWords.length > 1 && codesOf(longWords[keep] ?? '').length !== missing))
      return false;
    const head = codesOf(words.slice(0, keep).join('')).length;
    const tail = short.simpleCodes.slice(head);
    return (
      isSlice(short.simpleCodes.slice(0, head), long.simpleCodes, 0) &&
      isSlice(tail, long.simpleCodes, long.codes.length - tail.length)
    );
  });
}

/** True if both are one long name spelled in two ways: a word left out of the middle, or one character apart. */
export function isTransliterated(a: NameSide, b: NameSide): boolean {
  if (!isLong(a) && !isLong(b)) return false;
  return isOneApart(a, b) || isWordMissing(a, b);
}
