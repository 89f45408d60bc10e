import type { Matter } from '../fact-words.ts';

/** One payment on record. */
export interface Payment {
  readonly id: string;
  readonly paidOn: string;
  readonly paidFen: number;
  readonly by: string | null;
  /** What was left afterwards, never below zero. */
  readonly leftFen: number;
}

export interface Payments {
  /** Net of what finance took off; before that the gross amount. */
  readonly owedFen: number;
  readonly paidFen: number;
  readonly leftFen: number;
  /** Agreed part of a month; null when nothing was agreed. */
  readonly eachFen: number | null;
  /** Parts still to come as agreed. */
  readonly partsLeft: number | null;
  readonly payments: readonly Payment[];
}

const fen = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What was paid back of a recovery, from its steps. */
export function paymentsOf({ facts, steps }: Pick<Matter, 'facts' | 'steps'>): Payments {
  const owedFen = fen(facts['netFen']) ?? fen(facts['amountFen']) ?? 0;
  const eachFen = fen(steps.findLast(({ action }) => action === 'agreeInstalments')?.facts['monthlyFen']);
  const payments = steps.filter(isPayment).reduce<Payment[]>((all, { id, facts: stated, by }) => {
    const paidFen = fen(stated['paidFen']) ?? 0;
    const leftFen = Math.max(0, (all.at(-1)?.leftFen ?? owedFen) - paidFen);
    return [...all, { id, paidOn: String(stated['paidOn'] ?? ''), paidFen, by: by?.name ?? null, leftFen }];
  }, []);
  const paidFen = payments.reduce((sum, one) => sum + one.paidFen, 0);
  const leftFen = Math.max(0, owedFen - paidFen);
  return { owedFen, paidFen, leftFen, eachFen, partsLeft: partsLeft(leftFen, eachFen), payments };
}

function isPayment({ action, facts }: Matter['steps'][number]): boolean {
  return (action === 'recordPayment' || action === 'settle') && fen(facts['paidFen']) !== null;
}

function partsLeft(leftFen: number, eachFen: number | null): number | null {
  return eachFen === null || eachFen === 0 ? null : Math.ceil(leftFen / eachFen);
}
