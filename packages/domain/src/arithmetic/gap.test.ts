import { describe, expect, it } from 'vitest';
import { fraction } from './fraction.ts';
import {
  afterEmploymentCost,
  benefitAmount,
  gap,
  incomePerHead,
  isBelowStandard,
  monthlyIncome,
  roundAmount,
  tieredAmount,
  upliftAmount,
} from './gap.ts';

const ceilYuan = { rounding: 'ceilYuan' } as const;

describe('the gap', () => {
  it('is S·N − Y, not (S − round(y))·N: 632 × 3 − 1894 is 2 yuan, never 3', () => {
    const household = { standardFen: 63_200, members: 3, incomeFen: 189_400 };
    expect(gap(household)).toEqual(fraction(200));
    expect(benefitAmount(household, ceilYuan)).toBe(200);
    expect(benefitAmount(household, { rounding: 'halfUpFen' })).toBe(200);
  });

  it('keeps a yearly income as a fraction of twelve', () => {
    const incomeFen = monthlyIncome(1_000_000, 100_000);
    expect(incomeFen).toEqual(fraction(75_000));
    expect(monthlyIncome(100)).toEqual(fraction(25, 3));
    const household = { standardFen: 58_100, members: 2, incomeFen: monthlyIncome(100) };
    expect(benefitAmount(household, ceilYuan)).toBe(116_200);
    expect(benefitAmount(household, { rounding: 'halfUpFen' })).toBe(116_192);
  });

  it('is for the insured only, where some members are not', () => {
    const household = { standardFen: 60_000, members: 3, insured: 2, incomeFen: 90_000 };
    expect(gap(household)).toEqual(fraction(60_000));
    expect(benefitAmount(household, ceilYuan)).toBe(60_000);
  });

  it('needs income strictly below the standard', () => {
    expect(isBelowStandard({ standardFen: 63_200, members: 3, incomeFen: 189_600 })).toBe(false);
    expect(
      isBelowStandard({ standardFen: 63_200, members: 3, incomeFen: fraction(189_600 * 7 - 1, 7) }),
    ).toBe(true);
    expect(benefitAmount({ standardFen: 63_200, members: 3, incomeFen: 189_600 }, ceilYuan)).toBe(0);
    expect(benefitAmount({ standardFen: 63_200, members: 3, incomeFen: 250_000 }, ceilYuan)).toBe(0);
  });

  it('pays the least share where the place has one, to eligible households only', () => {
    const rule = { rounding: 'ceilYuan', minShare: fraction(1, 5) } as const;
    expect(benefitAmount({ standardFen: 60_000, members: 2, incomeFen: 119_000 }, rule)).toBe(24_000);
    expect(benefitAmount({ standardFen: 60_000, members: 2, incomeFen: 60_000 }, rule)).toBe(60_000);
    expect(benefitAmount({ standardFen: 60_000, members: 2, incomeFen: 120_000 }, rule)).toBe(0);
  });

  it('after employment cost gives 1,770.80 for two with a wage of 2,000 and S = 764: above S, below 1.5 S', () => {
    const incomeFen = afterEmploymentCost(200_000, 76_400, fraction(3, 10), 1);
    expect(incomeFen).toEqual(fraction(177_080));
    expect(incomePerHead(incomeFen, 2)).toEqual(fraction(88_540));
    expect(isBelowStandard({ standardFen: 76_400, members: 2, incomeFen })).toBe(false);
    expect(isBelowStandard({ standardFen: 114_600, members: 2, incomeFen })).toBe(true);
    expect(afterEmploymentCost(10_000, 76_400, fraction(3, 10), 1)).toEqual(fraction(0));
  });
});

it('rounds as the place rounds', () => {
  const amount = fraction(100_451, 10);
  expect(roundAmount(amount, 'ceilYuan')).toBe(10_100);
  expect(roundAmount(amount, 'halfUpYuan')).toBe(10_000);
  expect(roundAmount(amount, 'ceilJiao')).toBe(10_050);
  expect(roundAmount(amount, 'halfUpFen')).toBe(10_045);
  expect(roundAmount(10_000, 'ceilYuan')).toBe(10_000);
  expect(roundAmount(10_050, 'halfUpYuan')).toBe(10_100);
});

it('pays tiers per person and refuses an unknown tier', () => {
  expect(tieredAmount({ A: 58_100, B: 22_000 }, 'B', 3)).toBe(66_000);
  expect(() => tieredAmount({ A: 58_100 }, 'C', 3)).toThrow(RangeError);
});

it('lifts each person once, by the highest category, unless the place adds up', () => {
  const amounts = { old: 10_400, disabled: 14_200 };
  const members = [['old', 'disabled'], ['old'], []];
  expect(upliftAmount(members, amounts)).toBe(24_600);
  expect(upliftAmount(members, amounts, true)).toBe(35_000);
  expect(upliftAmount([['old', 'old']], amounts, true)).toBe(10_400);
});
