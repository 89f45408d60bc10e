import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { maskId } from '@yangguang/domain/words/id-number';
import type { PairTier } from './link-report.ts';

const birth = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const numbers = new RegExp(
  `(?<![0-9A-Za-z])(?:\\d{17}[\\dXx]|[1-9]\\d{7}${birth}\\d{3})(?![0-9A-Za-z])`,
  'gu',
);

/** A value as people may see it: identity numbers, of 18 and of 15 digits, keep their ends only. */
export const shownValue = (value: string): string => value.replace(numbers, (id) => maskId(id));

/** The same tiers in words; the chances are the plan's own. */
export const tierWords: Readonly<Record<PairTier, Bilingual>> = {
  same: { zh: '同一人', en: 'one person' },
  likely: { zh: '疑似同一人', en: 'likely one person' },
  number_only: { zh: '号同名异，不算同一人', en: 'same number, other name: no link' },
  below: { zh: '没有达到门槛，不算同一人', en: 'below the threshold: no link' },
};

/** '+12.70', '−4.40', '0.00': signed, two decimals. */
export function signed(bits: number): string {
  const digits = Math.abs(bits).toFixed(2);
  return digits === '0.00' ? digits : `${bits < 0 ? '−' : '+'}${digits}`;
}

/** A chance as a percentage that is never rounded to certainty. */
export function percentOf(probability: number): string {
  const percent = probability * 100;
  if (percent > 99.9999) return '> 99.9999%';
  if (percent < 0.0001) return '< 0.0001%';
  return `${Number(percent.toPrecision(percent > 99 ? 6 : 3))}%`;
}
