import type { FieldOutcome } from './suggest-damage.ts';

/** Ways in which two records of one person may differ, each with its chance, and the terms that still agree. */
export interface Scenarios {
  readonly chance: Float64Array;
  /** Per term, 1 where it agrees. */
  readonly agrees: readonly Uint8Array[];
}

/** Scenarios drawn. */
const scenarioCount = 30_000;
/**
 * Below 1, what is rare becomes commoner: pairs damaged in many fields are the ones that rules miss. Damage comes in
 * heaps, so that every second scenario is of a pair of which hardly anything is right.
 */
const tempers = [0.6, 0.2] as const;

/**
 * Draws what may have happened to the fields of a pair, each field on its own; the draws are the same every time.
 * @param outcomes per field
 * @param terms per term its field and its bit among the field's terms
 */
export function makeScenarios(
  outcomes: readonly (readonly FieldOutcome[])[],
  terms: readonly { readonly field: number; readonly bit: number }[],
): Scenarios {
  const draw = drawer(1);
  const masks = outcomes.map((field) => {
    const drawn = tempers.map((temper) => {
      const weights = field.map(({ chance }) => chance ** temper);
      return { weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
    });
    return Uint32Array.from({ length: scenarioCount }, (_, n) => {
      const { weights = [], total = 0 } = drawn[n % tempers.length] ?? {};
      let rest = draw() * total;
      const place = weights.findIndex((weight) => (rest -= weight) < 0);
      return field.at(place)?.mask ?? 0;
    });
  });
  return {
    chance: new Float64Array(scenarioCount).fill(1 / scenarioCount),
    agrees: terms.map(({ field, bit }) => Uint8Array.from(masks[field] ?? [], (mask) => (mask >> bit) & 1)),
  };
}

/** Numbers from 0 to 1 that look like chance and are always the same (mulberry32). */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Candidate {
  /** Places of terms. */
  readonly rule: readonly number[];
  readonly pairs: number;
  readonly usable: number;
  /** The pairs were counted; otherwise they are an estimate. */
  readonly isCounted: boolean;
}

export interface Picked extends Candidate {
  /** Chance that a pair of one person is found by this rule and by none before it. */
  readonly gain: number;
}

export interface CoverLimits {
  /** Pairs of all rules together, and of one. */
  readonly total: number;
  readonly single: number;
  /** Pairs that weigh as much as having one rule more. */
  readonly overhead: number;
  readonly rules: number;
  /** A rule that finds less than this is not worth having. */
  readonly leastGain: number;
}

/**
 * Picks rules until nearly every scenario is found by one of them: each time the rule that finds the most of what is
 * still missed for its pairs. `count` is asked for the pairs of a rule before it is taken.
 */
export async function pickRules(
  scenarios: Scenarios,
  first: readonly Candidate[],
  candidates: readonly Candidate[],
  limits: CoverLimits,
  count: (rule: readonly number[]) => Promise<{ pairs: number; usable: number }>,
): Promise<Picked[]> {
  const missed = Float64Array.from(scenarios.chance);
  const picked: Picked[] = first.map((candidate) => take(scenarios, missed, candidate));
  let spent = picked.reduce((sum, { pairs }) => sum + pairs, 0);
  const entries = candidates.map((candidate): Entry => ({ candidate, worth: 0 }));
  // What is left of the budget in the end may go into rules that are dear each.
  for (const within of [limits, { ...limits, single: limits.total }]) {
    for (const entry of entries) renew(entry, scenarios, missed, within);
    const queue = new Set(entries);
    while (picked.length < limits.rules) {
      const best = await nextRule(queue, scenarios, missed, within, limits.total - spent, count);
      if (best === null) break;
      picked.push(take(scenarios, missed, best));
      spent += best.pairs;
    }
  }
  return picked;
}

interface Entry {
  candidate: Candidate;
  worth: number;
}

/** Gains only shrink, so a rule whose fresh worth still beats the others' old ones is the best. */
async function nextRule(
  queue: Set<Entry>,
  scenarios: Scenarios,
  missed: Float64Array,
  limits: CoverLimits,
  left: number,
  count: (rule: readonly number[]) => Promise<{ pairs: number; usable: number }>,
): Promise<Candidate | null> {
  for (;;) {
    const top = worthiest(queue);
    if (top === null) return null;
    const { candidate } = top;
    const isFresh = renew(top, scenarios, missed, limits);
    if (top.worth <= 0 || candidate.pairs > Math.min(left, limits.single)) queue.delete(top);
    else if (isFresh && candidate.isCounted) {
      queue.delete(top);
      return candidate;
    } else if (isFresh) {
      top.candidate = { rule: candidate.rule, ...(await count(candidate.rule)), isCounted: true };
      renew(top, scenarios, missed, limits);
    }
  }
}

/** In the order of the candidates where two are worth the same. */
function worthiest(queue: ReadonlySet<Entry>): Entry | null {
  let best: Entry | null = null;
  for (const entry of queue) if (best === null || entry.worth > best.worth) best = entry;
  return best;
}

/** Brings the worth up to date; true when it was. */
function renew(entry: Entry, scenarios: Scenarios, missed: Float64Array, limits: CoverLimits): boolean {
  const worth = worthOf(entry.candidate, scenarios, missed, limits);
  const isFresh = worth === entry.worth;
  entry.worth = worth;
  return isFresh;
}

function worthOf(
  candidate: Candidate,
  scenarios: Scenarios,
  missed: Float64Array,
  limits: CoverLimits,
): number {
  const gain = gainOf(candidate, scenarios, missed);
  return gain < limits.leastGain ? 0 : gain / (candidate.pairs + limits.overhead);
}

function gainOf({ rule, usable }: Candidate, { agrees }: Scenarios, missed: Float64Array): number {
  const [a, b, c] = rule.map((place) => agrees[place]);
  let gain = 0;
  for (let n = 0; n < missed.length; n += 1)
    if ((a?.[n] ?? 1) & (b?.[n] ?? 1) & (c?.[n] ?? 1)) gain += missed[n] ?? 0;
  return gain * usable;
}

function take(scenarios: Scenarios, missed: Float64Array, candidate: Candidate): Picked {
  const gain = gainOf(candidate, scenarios, missed);
  const terms = candidate.rule.map((place) => scenarios.agrees[place]);
  for (let n = 0; n < missed.length; n += 1)
    if (terms.every((agrees) => agrees?.[n] === 1)) missed[n] = (missed[n] ?? 0) * (1 - candidate.usable);
  return { ...candidate, gain };
}
