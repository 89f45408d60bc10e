import type { DuckDBConnection } from '@duckdb/node-api';
import type { SuggestedField } from './suggest-comparisons.ts';
import { countRule, type Keys, type RuleCount } from './suggest-counts.ts';
import { type Candidate, type CoverLimits, makeScenarios, type Picked, pickRules } from './suggest-cover.ts';
import { learnDamage } from './suggest-damage.ts';
import { follows } from './suggest-terms.ts';

/** A blocking rule of the suggested plan. */
export interface SuggestedRule {
  readonly terms: readonly string[];
  /** Expected pairs, from the sample. */
  readonly pairs: number;
  /** Chance that it finds a pair of one person that no rule before it finds. */
  readonly gain: number;
}

/** Records of either side, for the budget. */
export interface Sizes {
  readonly left: number;
  readonly right: number | null;
}

/**
 * Blocking rules that together still find a person's records when two or three of its fields are damaged, within a
 * budget of pairs. Pairs are counted on the data itself; how often fields are damaged is learnt from pairs that are
 * almost surely one person.
 */
export async function suggestRules(
  db: DuckDBConnection,
  keys: Keys,
  fields: readonly SuggestedField[],
  sizes: Sizes,
): Promise<SuggestedRule[]> {
  const counted = await countSinglesAndPairs(db, keys);
  const limits = limitsFor(sizes);
  const outcomes = await learnDamage(db, keys, fields.length, anchorsIn(keys, counted, sizes));
  const bits = keys.terms.map(({ field }, place) => ({
    field,
    bit: keys.terms.slice(0, place).filter((term) => term.field === field).length,
  }));
  const first = numberRules(keys, fields, counted);
  const candidates = [...counted.values(), ...triplesOf(keys, counted, sizes, limits)].filter(
    ({ rule }) => !first.some((one) => implies(keys, rule, one.rule)),
  );
  const picked = await pickRules(makeScenarios(outcomes, bits), first, candidates, limits, (rule) =>
    countRule(db, keys, rule),
  );
  return withSolved(keys, fields, withoutImplied(keys, picked));
}

function limitsFor({ left, right }: Sizes): CoverLimits {
  const records = right === null ? left : Math.min(left, right);
  return {
    total: Math.min(Math.max(100 * records, 2_000_000), 12_000_000),
    single: Math.min(Math.max(15 * records, 500_000), 8_000_000),
    overhead: Math.max(2000, records / 2),
    rules: records < 100_000 ? 40 : 24,
    leastGain: records < 100_000 ? 3e-5 : 5e-4,
  };
}

type Counted = ReadonlyMap<string, Candidate>;
const nameOf = (rule: readonly number[]): string => rule.join(' ');

/** Every single term and every pair of terms of different fields, counted. */
async function countSinglesAndPairs(db: DuckDBConnection, keys: Keys): Promise<Counted> {
  const counted = new Map<string, Candidate>();
  const add = async (rule: readonly number[]): Promise<void> => {
    const count: RuleCount = await countRule(db, keys, rule);
    counted.set(nameOf(rule), { rule, ...count, isCounted: true });
  };
  for (const place of keys.terms.keys()) await add([place]);
  for (const rule of pairsOf(keys)) await add(rule);
  return counted;
}

function pairsOf({ terms }: Keys): number[][] {
  return terms.flatMap((one, a) =>
    terms.flatMap((other, b) =>
      b > a && one.field !== other.field && !(one.isTokens && other.isTokens) ? [[a, b]] : [],
    ),
  );
}

/** Whole values of one or two fields that hardly two people share: far more pairs agree than chance would bring. */
function anchorsIn(keys: Keys, counted: Counted, { left, right }: Sizes): number[][] {
  const all = right === null ? (left * (left - 1)) / 2 : left * right;
  const records = right === null ? left : Math.min(left, right);
  const chance = (place: number): number => (counted.get(nameOf([place]))?.pairs ?? 0) / all;
  return [...counted.values()]
    .filter(({ rule, pairs }) => {
      if (!rule.every((place) => keys.terms[place]?.isWhole) || pairs > 3 * records || pairs === 0)
        return false;
      const expected = rule.length === 1 ? 0 : rule.reduce((product, place) => product * chance(place), all);
      return pairs > 10 * expected;
    })
    .sort((a, b) => a.pairs - b.pairs || (nameOf(a.rule) < nameOf(b.rule) ? -1 : 1))
    .slice(0, 20)
    .map(({ rule }) => [...rule]);
}

/** Pairs of terms that bring too much for what they find, each with a third term; their pairs are estimated. */
function triplesOf(keys: Keys, counted: Counted, { left, right }: Sizes, limits: CoverLimits): Candidate[] {
  const all = right === null ? (left * (left - 1)) / 2 : left * right;
  const pairs = (...rule: readonly number[]): number => counted.get(nameOf(rule))?.pairs ?? 0;
  const found: Candidate[] = [];
  for (const [a, b] of pairsOf(keys) as [number, number][]) {
    if (pairs(a, b) < limits.overhead) continue;
    for (let c = b + 1; c < keys.terms.length; c += 1) {
      if (!isTriple(keys, a, b, c)) continue;
      const [ac, bc] = [pairs(a, c), pairs(b, c)];
      // A pair of its terms that costs little already finds all this one does.
      if (Math.min(ac, bc) < limits.overhead) continue;
      const [pa, pb, pc] = [pairs(a), pairs(b), pairs(c)].map((count) => Math.max(count, 1) / all) as [
        number,
        number,
        number,
      ];
      const estimate = ((pairs(a, b) / all) * (ac / all) * (bc / all)) / (pa * pb * pc);
      const most = Math.min(pairs(a, b), ac, bc);
      found.push({ rule: [a, b, c], pairs: Math.min(most, estimate * all), usable: 1, isCounted: false });
    }
  }
  return found;
}

function isTriple({ terms }: Keys, a: number, b: number, c: number): boolean {
  const [one, two, three] = [terms[a], terms[b], terms[c]];
  if (one === undefined || two === undefined || three === undefined) return false;
  if (three.field === one.field || three.field === two.field) return false;
  return [one, two, three].filter(({ isTokens }) => isTokens).length <= 1;
}

/** A register's identity numbers come first, whatever they cost: they are what it is kept by. */
function numberRules(keys: Keys, fields: readonly SuggestedField[], counted: Counted): Candidate[] {
  return keys.terms.flatMap(({ field }, place) => {
    const candidate = counted.get(nameOf([place]));
    return fields[field]?.kind === 'id_number' && candidate !== undefined ? [candidate] : [];
  });
}

/** True when all pairs of the one rule are pairs of the other. */
function implies(keys: Keys, one: readonly number[], other: readonly number[]): boolean {
  return other.every((to) =>
    one.some((from) => {
      const [a, b] = [keys.terms[from], keys.terms[to]];
      return a !== undefined && b !== undefined && follows(a, b);
    }),
  );
}

/** Without rules whose pairs another kept rule brings as well; of two that bring the same the first stays. */
function withoutImplied(keys: Keys, picked: readonly Picked[]): Picked[] {
  return picked.filter(
    (one, place) =>
      isNumberRule(keys, one) ||
      !picked.some(
        (other, n) =>
          n !== place &&
          implies(keys, one.rule, other.rule) &&
          (n < place || !implies(keys, other.rule, one.rule)),
      ),
  );
}

const isNumberRule = (keys: Keys, { rule }: Picked): boolean =>
  rule.length === 1 &&
  keys.terms.some(
    ({ text }, place) =>
      text.startsWith('head15(') && keys.terms[rule[0] ?? -1]?.field === keys.terms[place]?.field,
  );

/** Numbers with one wrong digit are solved; how many pairs that brings is not counted beforehand: as many as there are slips. */
function withSolved(
  keys: Keys,
  fields: readonly SuggestedField[],
  picked: readonly Picked[],
): SuggestedRule[] {
  const rules = picked.map(({ rule, pairs, gain }) => ({
    terms: rule.map((place) => keys.terms[place]?.text ?? ''),
    pairs: Math.round(pairs),
    gain,
  }));
  const number = fields.find(({ kind }) => kind === 'id_number');
  if (number === undefined) return rules;
  return [...rules.slice(0, 1), { terms: [`solved(${number.name})`], pairs: 0, gain: 0 }, ...rules.slice(1)];
}
