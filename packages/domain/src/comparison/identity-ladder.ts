import type { Difference } from './compare-values.ts';

/** Fields of two rows that speak of who somebody is, in the order in which they are looked at. */
export const aspects = [
  ...['id', 'name', 'birth', 'sex', 'town', 'village', 'address', 'phone', 'account', 'relation'],
] as const;
export type Aspect = (typeof aspects)[number];

/** 同一人 · 疑似同一人 · 号同名异 */
export type IdentityTier = 'same' | 'likely' | 'number_only';

/** One field compared. */
export interface ComparedAspect {
  readonly aspect: Aspect;
  readonly difference: Difference;
}

/** What one comparison adds to the question whether it is the same person. */
export interface Rung extends ComparedAspect {
  readonly direction: 'for' | 'against' | 'neutral';
  /** Whether the tier rests on it; the others are shown to help people judge and change nothing. */
  readonly decides: boolean;
  /** What it would be called after this comparison; null while nothing speaks for one person. */
  readonly after: IdentityTier | null;
  /** Weight in bits; null as long as identity is decided by number and tier (docs/decisions/0007). */
  readonly bits: number | null;
}

const agreeing: ReadonlySet<Difference> = new Set<Difference>(['same', 'written_otherwise', 'traditional']);
/** What names may be and still belong to one person whose number is the same. */
const compatible: ReadonlySet<Difference> = new Set<Difference>([
  ...agreeing,
  ...(['homophone', 'look_alike', 'incomplete', 'pinyin', 'truncated'] as const),
]);

/**
 * The comparisons in the order in which they led to the tier. The number comes first and never suffices alone for 同一人;
 * a name alone is nothing; without a number, birth date, account or place beside the name give 疑似同一人 at most. The
 * last comparison that decides ends at the tier the run gave, whatever the rows shown here look like.
 */
export function identityLadder(compared: readonly ComparedAspect[], tier: IdentityTier): Rung[] {
  const byAspect = new Map(compared.map((one) => [one.aspect, one.difference]));
  const hasNumber = isUsable(byAspect.get('id'), tier);
  let after: IdentityTier | null = null;
  const rungs = aspects.flatMap((aspect): Rung[] => {
    const difference = byAspect.get(aspect);
    if (difference === undefined) return [];
    const decides = doesDecide(aspect, difference, hasNumber);
    if (decides) after = afterIt(aspect, difference, after, hasNumber);
    return [{ aspect, difference, direction: directionOf(aspect, difference), decides, after, bits: null }];
  });
  const last = rungs.findLastIndex((rung) => rung.decides);
  return rungs.map((rung, place) => (last >= 0 && place >= last ? { ...rung, after: tier } : rung));
}

/** A damaged number that a run has solved counts as one, although it differs as it is written. */
function isUsable(number: Difference | undefined, tier: IdentityTier): boolean {
  if (number === undefined || number === 'missing') return false;
  return agreeing.has(number) || tier !== 'number_only';
}

function doesDecide(aspect: Aspect, difference: Difference, hasNumber: boolean): boolean {
  if (aspect === 'id' || aspect === 'name') return difference !== 'missing';
  if (hasNumber || aspect === 'sex' || aspect === 'relation' || aspect === 'phone') return false;
  return agreeing.has(difference) || difference === 'contained';
}

function afterIt(
  aspect: Aspect,
  difference: Difference,
  before: IdentityTier | null,
  hasNumber: boolean,
): IdentityTier | null {
  if (aspect === 'id') return hasNumber ? 'likely' : null;
  if (aspect === 'name' && hasNumber) return compatible.has(difference) ? 'same' : 'number_only';
  if (aspect === 'name') return before;
  return 'likely';
}

function directionOf(aspect: Aspect, difference: Difference): Rung['direction'] {
  if (difference === 'missing') return 'neutral';
  if (aspect === 'name') return compatible.has(difference) ? 'for' : 'against';
  if (agreeing.has(difference) || difference === 'contained') return 'for';
  // People move, change cards and numbers: that these differ speaks for nothing.
  return aspect === 'id' || aspect === 'birth' || aspect === 'sex' ? 'against' : 'neutral';
}
