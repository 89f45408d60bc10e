import type { NameSide } from './name-side.ts';
import { isCommonSurname, isCompoundSurname } from './name-surname.ts';

/** A woman's own name with her husband's surname before it: 陈方安生. */
const MARRIED_LENGTH = 4;

function isSurname(text: string): boolean {
  return isCommonSurname(text) || isCompoundSurname(text);
}

/** True if `turned` is `name` with its surname put last: 建国 王. Of two characters, only where it can be no name itself. */
function isTurned(name: NameSide, turned: NameSide): boolean {
  const length = name.simpleCodes.length;
  const split = name.surnameLength;
  if (split === 0 || length !== turned.simpleCodes.length || length <= split) return false;
  if (name.simpleCodes[0] !== turned.simpleCodes[length - split]) return false;
  const surname = name.simple.slice(0, split);
  if (turned.simple !== name.simple.slice(split) + surname || !isSurname(surname)) return false;
  return length > 2 || !isCommonSurname(turned.simple.slice(0, 1));
}

function isMarried(long: NameSide, short: NameSide): boolean {
  if (long.simple.length !== MARRIED_LENGTH || short.simple.length !== MARRIED_LENGTH - 1) return false;
  if (long.simpleCodes[1] !== short.simpleCodes[0] || long.simple.slice(1) !== short.simple) return false;
  return isCommonSurname(long.simple.slice(0, 1)) && isCommonSurname(short.simple.slice(0, 1));
}

/** True if the given names agree and only the place or the number of surnames does not: 建国王, 陈方安生 and 方安生. */
export function isRearranged(a: NameSide, b: NameSide): boolean {
  return isTurned(a, b) || isTurned(b, a) || isMarried(a, b) || isMarried(b, a);
}
