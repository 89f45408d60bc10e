import { ceil, compare, type Fraction, findRate, fraction, multiply } from '../arithmetic/fraction.ts';
import { UserError } from '../errors/user-error.ts';
import { byCodePoint, type FrameHousehold, frameText } from './frame.ts';

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal. The caller brings it: this room has no cryptography. */
export type Digest = (text: string) => string;

export interface DrawPlan {
  /** Printed on the sample; anybody who has it and the frame repeats the draw. At least 8 characters. */
  readonly seed: string;
  /** Least share of persons of every stratum, in (0, 1]: the parameter sample.share. */
  readonly share: number;
  /**
   * Heavier strata (重点抽查): name of a stratum or code of a town → factor of at least 1 on the share. Where both are
   * named the greater holds. A share never exceeds the whole stratum.
   */
  readonly weights?: Readonly<Record<string, number>>;
  /** Households drawn in every stratum at least, when it has as many. Two or more let a variance be estimated. Default 1. */
  readonly leastHouseholds?: number;
}

/** A stratum and what was drawn from it. Ids of `must` in code-point order, the others in the order of the draw. */
export interface DrawnStratum {
  readonly stratum: string;
  readonly households: number;
  readonly persons: number;
  /** Share applied to the households that are not must-cases. */
  readonly share: number;
  /** Persons to be reached among them: ceil(share × their persons). */
  readonly targetPersons: number;
  readonly must: readonly string[];
  readonly drawn: readonly string[];
  /** The rest of the stratum's order: replacements come from its head. */
  readonly reserve: readonly string[];
}

export interface Draw {
  readonly seed: string;
  readonly share: number;
  /** Digest of the frame's text: the draw belongs to this frame alone. */
  readonly frameHash: string;
  /** By name in code-point order. */
  readonly strata: readonly DrawnStratum[];
  readonly households: number;
  readonly persons: number;
  readonly drawnHouseholds: number;
  readonly drawnPersons: number;
}

/**
 * Draws a stratified sample.
 *
 * 1. Must-cases are taken whole and stand apart: they do not count towards the share of the others.
 * 2. The other households h of a stratum are put in the order of key(h) = SHA-256(seed ⏎ stratum ⏎ id), ties by id. Keys are
 *    independent of how the frame was sorted, so the same seed and frame give the same draw everywhere; with a seed chosen
 *    by chance the order is a random permutation, independent between strata. (Sampling by permanent random numbers:
 *    Ohlsson 1995, in Cox et al., Business Survey Methods, ch. 9.)
 * 3. Households are taken from the head until Σ persons ≥ ceil(min(1, share × weight) × persons of these households), and
 *    at least `leastHouseholds` of them.
 *
 * So every stratum, and therefore the whole, reaches the share in persons. Among households of one size every one has the
 * same chance; where sizes differ a larger one is favoured by a term of order 1/(households of the stratum), because it is
 * likelier to be the one that crosses the target. The order can be repeated with any SHA-256 tool, one line at a time.
 * @throws UserError SMP-104 (seed), SMP-105 (share or weight), SMP-101 to SMP-103 (frame)
 */
export function drawSample(frame: readonly FrameHousehold[], plan: DrawPlan, digest: Digest): Draw {
  checkPlan(plan);
  const frameHash = digest(frameText(frame));
  const groups = new Map<string, FrameHousehold[]>();
  for (const household of frame) {
    const group = groups.get(household.stratum);
    if (group) group.push(household);
    else groups.set(household.stratum, [household]);
  }
  const strata = [...groups]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([stratum, households]) => drawStratum(stratum, households, plan, digest));
  const personsOf = new Map(frame.map((h) => [h.id, h.persons]));
  const taken = strata.flatMap((s) => [...s.must, ...s.drawn]);
  return {
    seed: plan.seed,
    share: plan.share,
    frameHash,
    strata,
    households: frame.length,
    persons: frame.reduce((sum, h) => sum + h.persons, 0),
    drawnHouseholds: taken.length,
    drawnPersons: taken.reduce((sum, id) => sum + (personsOf.get(id) ?? 0), 0),
  };
}

function drawStratum(
  stratum: string,
  households: readonly FrameHousehold[],
  plan: DrawPlan,
  digest: Digest,
): DrawnStratum {
  const others = households
    .filter((h) => !h.must)
    .map((household) => ({ household, key: digest(`${plan.seed}\n${stratum}\n${household.id}`) }))
    .sort((a, b) => byCodePoint(a.key, b.key) || byCodePoint(a.household.id, b.household.id))
    .map(({ household }) => household);
  const share = shareOf(stratum, households, plan);
  const targetPersons = Number(
    ceil(
      multiply(
        share,
        others.reduce((sum, h) => sum + h.persons, 0),
      ),
    ),
  );
  const taken = countToReach(others, targetPersons, plan.leastHouseholds ?? 1);
  const ids = others.map((h) => h.id);
  return {
    stratum,
    households: households.length,
    persons: households.reduce((sum, h) => sum + h.persons, 0),
    share: Number(share.numerator) / Number(share.denominator),
    targetPersons,
    must: households
      .filter((h) => h.must)
      .map((h) => h.id)
      .sort(byCodePoint),
    drawn: ids.slice(0, taken),
    reserve: ids.slice(taken),
  };
}

/** How many from the head are needed for the persons and for the least number of households. */
function countToReach(order: readonly FrameHousehold[], targetPersons: number, least: number): number {
  let taken = 0;
  let persons = 0;
  for (const household of order) {
    if (persons >= targetPersons && taken >= least) break;
    persons += household.persons;
    taken += 1;
  }
  return taken;
}

/** min(1, share × weight), exact: 0.3 of 10 persons is 3, not 4. */
function shareOf(
  stratum: string,
  households: readonly FrameHousehold[],
  { share, weights = {} }: DrawPlan,
): Fraction {
  const named = [stratum, ...new Set(households.map((h) => h.town))];
  const weight = Math.max(
    1,
    ...named.map((name) => (Object.hasOwn(weights, name) ? (weights[name] ?? 1) : 1)),
  );
  const wanted = multiply(exactly(share), exactly(weight));
  return compare(wanted, 1) > 0 ? fraction(1) : wanted;
}

/** A decimal number as it is written; checkPlan has refused those that cannot be. */
function exactly(decimal: number): Fraction {
  const exact = findRate(String(decimal));
  if (exact === undefined) throw new RangeError(`no decimal: ${decimal}`);
  return exact;
}

function checkPlan({ seed, share, weights = {} }: DrawPlan): void {
  if (seed.length < 8 || /[\n\r]/u.test(seed)) {
    throw new UserError('SMP-104', {
      what: { zh: '随机种子太短或含有换行。', en: 'The seed is too short or holds a line end.' },
      why: {
        zh: '种子要印在抽样表上，短种子可以被挑选。',
        en: 'The seed is printed with the sample; a short one can be picked.',
      },
      remedy: {
        zh: '请使用系统生成的种子（至少8个字符）。',
        en: 'Use a seed made by the system (8 characters or more).',
      },
    });
  }
  const usable = (n: number): boolean => Number.isFinite(n) && findRate(String(n)) !== undefined;
  if (
    !(usable(share) && share > 0 && share <= 1) ||
    Object.values(weights).some((w) => !(usable(w) && w >= 1))
  ) {
    throw new UserError('SMP-105', {
      what: { zh: '抽查比例或权重不对。', en: 'The share or a weight is out of range.' },
      why: {
        zh: '比例须大于0、不超过1；重点层的权重不小于1，只能多抽，不能少抽。',
        en: 'A share lies in (0, 1]; a weight is at least 1: key strata may be drawn more, never less.',
      },
      remedy: {
        zh: '请改正 sample.share 参数或权重。',
        en: 'Correct the parameter sample.share or the weight.',
      },
    });
  }
}
