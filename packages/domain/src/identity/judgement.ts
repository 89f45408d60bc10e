import type { IdentityTier } from '../comparison/identity-ladder.ts';
import { type Faces, pairText, soundNumber } from './face.ts';
import type { Verdict } from './verdict.ts';

/** A judgement as far as its effect goes. */
export interface JudgedPair {
  readonly faces: Faces;
  readonly verdict: Verdict;
  /** ISO instant. */
  readonly at: string;
}

/**
 * The judgements in force, one for each pair, in the order of their times: a later one on the same pair takes the place
 * of an earlier one for effect. Nothing is deleted: the earlier ones stay on record. Of two of one instant the later in
 * the list counts.
 */
export function judgementsInForce<T extends JudgedPair>(given: readonly T[]): T[] {
  const inOrder = [...given].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const byPair = new Map<string, T>();
  for (const one of inOrder) {
    const key = pairText(one.faces);
    // Again at the end: a judgement stands where it was given last.
    byPair.delete(key);
    byPair.set(key, one);
  }
  return [...byPair.values()];
}

/**
 * Why a judgement may not be given: two valid numbers that differ belong to two people, whatever else agrees. One of
 * the two lists is wrong, and its owner has to correct it. Null when nothing speaks against it.
 */
export function judgementFault(verdict: Verdict, { left, right }: Faces): 'two_numbers' | null {
  if (verdict !== 'same') return null;
  const [one, other] = [soundNumber(left), soundNumber(right)];
  return one !== null && other !== null && one !== other ? 'two_numbers' : null;
}

/**
 * The tier of a pair once people have judged it: they always outweigh the model. `not_same` leaves nothing, `same` makes
 * it one person unless two valid numbers differ, `unsure` leaves 疑似同一人 at most.
 * @param tier what the model says; null: nothing
 */
export function judgedTier(
  tier: IdentityTier | null,
  verdict: Verdict | null,
  faces: Faces,
): IdentityTier | null {
  if (verdict === null) return tier;
  if (verdict === 'not_same') return null;
  if (verdict === 'unsure') return tier === 'same' ? 'likely' : tier;
  return judgementFault(verdict, faces) === null ? 'same' : tier;
}
