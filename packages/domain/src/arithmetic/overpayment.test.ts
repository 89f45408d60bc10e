import { expect, it } from 'vitest';
import { benefitAmount } from './gap.ts';
import { overpayment, overpaymentAfterDeath } from './overpayment.ts';

const rule = { rounding: 'ceilYuan' } as const;
const payments = ['2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06', '2022-07'].map(
  (month) => ({
    month,
    paidFen: 113_100,
  }),
);
const death = {
  deathMonth: '2022-03',
  standardFen: 58_100,
  incomeFen: 61_200,
  membersLeft: 2,
  rule,
  payments,
};

it('after a death in a household counts the difference only: 4 × (1131 − 550) = 2,324 yuan', () => {
  expect(benefitAmount({ standardFen: 58_100, incomeFen: 61_200, members: 3 }, rule)).toBe(113_100);
  const result = overpaymentAfterDeath(death);
  expect(result.totalFen).toBe(232_400);
  expect(result.months.map(({ month }) => month)).toEqual(['2022-04', '2022-05', '2022-06', '2022-07']);
  expect(result.months[0]).toEqual({
    month: '2022-04',
    paidFen: 113_100,
    dueFen: 55_000,
    overpaidFen: 58_100,
  });
});

it('counts the month of death too where local rules stop there', () => {
  expect(overpaymentAfterDeath({ ...death, stopFrom: 'same_month' }).totalFen).toBe(290_500);
});

it('counts everything after the death of a person who lived alone', () => {
  expect(overpaymentAfterDeath({ ...death, membersLeft: 0 }).totalFen).toBe(452_400);
});

it('adds payments of one benefit month, whenever they were paid, and counts a reversal', () => {
  const result = overpayment(
    [
      { month: '2022-05', paidFen: 30_000 },
      { month: '2022-04', paidFen: 10_000 },
      { month: '2022-05', paidFen: 20_000 },
      { month: '2022-05', paidFen: -20_000 },
    ],
    (month) => (month === '2022-04' ? 10_000 : 0),
  );
  expect(result.months.map(({ month, overpaidFen }) => [month, overpaidFen])).toEqual([
    ['2022-04', 0],
    ['2022-05', 30_000],
  ]);
  expect(result.totalFen).toBe(30_000);
});
