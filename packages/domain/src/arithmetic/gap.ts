import {
  add,
  ceil,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  type Rational,
  roundHalfUp,
  subtract,
} from './fraction.ts';

export type Rounding = 'ceilYuan' | 'halfUpFen' | 'halfUpYuan' | 'ceilJiao';

export interface HouseholdGap {
  /** Monthly standard S per person, fen. */
  standardFen: number;
  /** Household income a month Y, fen; a fraction when it comes from a year. */
  incomeFen: Rational;
  /** Counted members N. */
  members: number;
  /** Persons insured, where fewer than N. */
  insured?: number;
}

export interface AmountRule {
  rounding: Rounding;
  /** Least benefit of an eligible household, as a share of S for each insured person; none by default. */
  minShare?: Fraction;
}

/** Household income a month, Y = (A − D) / 12, in fen, as a fraction: never rounded, never per member. */
export function monthlyIncome(annualFen: Rational, deductedFen: Rational = 0n): Fraction {
  return divide(subtract(annualFen, deductedFen), 12n);
}

/** Income per head y = Y / N, in fen. Throws RangeError for a household without members. */
export function incomePerHead(incomeFen: Rational, members: number): Fraction {
  return divide(incomeFen, BigInt(members));
}

/** True if income per head is strictly below the standard (低于, SAL2026 art. 18); equal is not below. */
export function isBelowStandard(household: HouseholdGap): boolean {
  return compare(incomePerHead(household.incomeFen, household.members), household.standardFen) < 0;
}

/** The gap G = S·N_ins − Y·N_ins/N in fen, exact, possibly negative. Never (S − round(y))·N. */
export function gap(household: HouseholdGap): Fraction {
  const insured = BigInt(household.insured ?? household.members);
  const share = divide(multiply(household.incomeFen, insured), BigInt(household.members));
  return subtract(multiply(household.standardFen, insured), share);
}

/** An amount in fen rounded as the place rounds. */
export function roundAmount(amountFen: Rational, rounding: Rounding): number {
  switch (rounding) {
    case 'ceilYuan':
      return Number(ceil(divide(amountFen, 100n)) * 100n);
    case 'halfUpYuan':
      return Number(roundHalfUp(divide(amountFen, 100n)) * 100n);
    case 'ceilJiao':
      return Number(ceil(divide(amountFen, 10n)) * 10n);
    case 'halfUpFen':
      return Number(roundHalfUp(amountFen));
  }
}

/** The monthly benefit in fen: the gap, rounded, at least zero; an eligible household gets at least `minShare`. */
export function benefitAmount(household: HouseholdGap, rule: AmountRule): number {
  if (!isBelowStandard(household)) return 0;
  const insured = BigInt(household.insured ?? household.members);
  const least =
    rule.minShare === undefined ? 0n : multiply(multiply(rule.minShare, household.standardFen), insured);
  const exact = gap(household);
  return Math.max(0, roundAmount(compare(exact, least) < 0 ? least : exact, rule.rounding));
}

/** Tiered payment: the tier's amount per person times persons, fen. Throws RangeError for an unknown tier. */
export function tieredAmount(tiers: Readonly<Record<string, number>>, tier: string, persons: number): number {
  const each = tiers[tier];
  if (each === undefined) throw new RangeError(`no tier named ${tier}`);
  return each * persons;
}

/**
 * Category uplift (分类施保) of a household, fen: each member counts once, with the highest of the categories that apply,
 * unless the place lets them add up.
 */
export function upliftAmount(
  members: readonly (readonly string[])[],
  amounts: Readonly<Record<string, number>>,
  stack = false,
): number {
  let total = 0;
  for (const categories of members) {
    const due = [...new Set(categories)].map((category) => amounts[category] ?? 0);
    total += stack ? due.reduce((sum, amount) => sum + amount, 0) : Math.max(0, ...due);
  }
  return total;
}

/** Income a month after the employment cost of each worker is taken off, a share of S each; not below zero. */
export function afterEmploymentCost(
  incomeFen: Rational,
  standardFen: number,
  share: Fraction,
  workers: number,
): Fraction {
  const rest = subtract(incomeFen, multiply(multiply(share, standardFen), BigInt(workers)));
  return compare(rest, 0n) < 0 ? fraction(0n) : add(rest, 0n);
}
