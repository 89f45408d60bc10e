import { byLength } from './name-long.ts';
import { isWildcardCode } from './name-marks.ts';
import { codesOf, type NameSide, RELATION, type Relation, sideOf } from './name-side.ts';

const DOT = 0xb7;

/** True if what was read of two names with lost characters is enough to say that they agree. */
export function isReadEnough(relations: readonly Relation[], surnameLength: number): boolean {
  let agreeing = 0;
  let lost = 0;
  let beyondSurname = 0;
  relations.forEach((relation, position) => {
    if (relation === RELATION.wildcard) lost += 1;
    if (relation > RELATION.variant) return;
    agreeing += 1;
    if (position >= surnameLength) beyondSurname += 1;
  });
  // A surname with one lost character may be met by chance, with two by half a village.
  return agreeing > 0 && (lost < 2 || beyondSurname > 0);
}

/** The name of a middle dot that came as a lost character: 买买提?吐尔逊. Null if the lost ones are none of the dots. */
function withLostDots(long: NameSide, short: NameSide): NameSide | null {
  const dotted = codesOf(short.dotted);
  if (!short.hasDot || dotted.length !== long.codes.length) return null;
  const isDotLost = (code: number, i: number): boolean => dotted[i] === DOT && isWildcardCode(code);
  const read = long.codes.map((code, i) => (isDotLost(code, i) ? DOT : code));
  return sideOf(String.fromCodePoint(...read));
}

/**
 * Two names of different length so that they answer to each other character by character, when the lost characters
 * allow it: one character came as two marks, a mark a byte (王?? for 王宇), or a mark is a middle dot. Null if not.
 */
export function realigned(a: NameSide, b: NameSide): readonly [NameSide, NameSide] | null {
  const [short, long] = byLength(a, b);
  if (short.codes.length === long.codes.length || !long.codes.some(isWildcardCode)) return null;
  const dots = withLostDots(long, short);
  if (dots !== null && dots.codes.length === short.codes.length) return [dots, short];
  const paired = sideOf(long.dotted.replace(/([?\ufffd])\1/gu, '$1'));
  return paired.codes.length === short.codes.length ? [paired, short] : null;
}
