import { addMonths } from '../words/month.ts';
import type { Rational } from './fraction.ts';
import { type AmountRule, benefitAmount } from './gap.ts';

export interface BenefitMonth {
  /** The month the money is for, not the day it was paid: 'YYYY-MM'. */
  month: string;
  paidFen: number;
}

export interface OverpaidMonth extends BenefitMonth {
  dueFen: number;
  overpaidFen: number;
}

export interface Overpayment {
  totalFen: number;
  /** Every month of the period that was looked at, ascending. */
  months: OverpaidMonth[];
}

export interface DeathInHousehold {
  /** Month of the earliest evidence of the death. */
  deathMonth: string;
  standardFen: number;
  /** Countable monthly income of the household after the death. */
  incomeFen: Rational;
  /** Members left; 0 for a person who lived alone: then nothing is due. */
  membersLeft: number;
  rule: AmountRule;
  payments: readonly BenefitMonth[];
  /** Whether the month of death is still due; usual practice: next_month. */
  stopFrom?: 'next_month' | 'same_month';
}

/** Overpaid O = Σ paid − due over the ineligible months, by benefit month; payments of one month are added first. */
export function overpayment(
  payments: readonly BenefitMonth[],
  dueFen: (month: string) => number,
): Overpayment {
  const paidByMonth = new Map<string, number>();
  for (const { month, paidFen } of payments) paidByMonth.set(month, (paidByMonth.get(month) ?? 0) + paidFen);
  const months = [...paidByMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, paidFen]) => {
      const due = dueFen(month);
      return { month, paidFen, dueFen: due, overpaidFen: paidFen - due };
    });
  return { totalFen: months.reduce((sum, month) => sum + month.overpaidFen, 0), months };
}

/**
 * What a household drew too much after a death. The household keeps what it is due without the dead member: only the
 * difference is overpaid, and only from the month after the death.
 */
export function overpaymentAfterDeath(death: DeathInHousehold): Overpayment {
  const from = death.stopFrom === 'same_month' ? death.deathMonth : addMonths(death.deathMonth, 1);
  const { standardFen, incomeFen, membersLeft, rule } = death;
  const due = membersLeft === 0 ? 0 : benefitAmount({ standardFen, incomeFen, members: membersLeft }, rule);
  return overpayment(
    death.payments.filter(({ month }) => month >= from),
    () => due,
  );
}
