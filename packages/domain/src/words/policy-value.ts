import type { Bilingual } from '../errors/user-error.ts';

/** A value of a parameter of the policy pack. */
export type PolicyValue = number | boolean | string | readonly string[];

/** What a parameter says of itself: its unit, who makes the number, and the values the pack gives it. */
export interface PolicyNumber {
  readonly name: string;
  readonly unit: string;
  readonly kind: 'law' | 'local' | 'product';
  readonly zh: string;
  readonly known: readonly PolicyValue[];
}

/** Why an office may not set a number. `law`: only law changes it. `installation`: it holds for the whole server. */
export type UnsettableReason = 'law' | 'installation';

/** Sign-on and retention are the same for everybody on a server: their numbers stand in its own overlay of the pack. */
const ofInstallation = ['account.', 'retention.'];

/**
 * Why no office sets this number for its area, or null when it may. Numbers of law change with the law (policy pack);
 * local numbers are told by the office, and this product's own thresholds may be set otherwise for a place.
 */
export function whyUnsettable({ name, kind }: Pick<PolicyNumber, 'name' | 'kind'>): UnsettableReason | null {
  if (kind === 'law') return 'law';
  return ofInstallation.some((start) => name.startsWith(start)) ? 'installation' : null;
}

const whole = (from: number, to: number): ((value: PolicyValue) => boolean) => {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
};
const between = (from: number, to: number): ((value: PolicyValue) => boolean) => {
  return (value) => typeof value === 'number' && value >= from && value <= to;
};
const yuan = (value: PolicyValue): boolean =>
  between(0, 10_000_000)(value) && /^\d+(\.\d{1,2})?$/.test(String(value));
const share = (value: PolicyValue): boolean =>
  between(0, 1)(value) || (typeof value === 'string' && /^1\/([2-9]|1[0-2])$/.test(value));
const say = (zh: string, en: string): Bilingual => ({ zh, en });

const money = {
  fits: yuan,
  asks: say('0 到 10000000 元，最多两位小数', 'yuan from 0 to 10,000,000 with at most two decimals'),
};
const n = { fits: whole(0, 10_000), asks: say('0 到 10000 的整数', 'a whole number from 0 to 10,000') };

/** What a value of each unit looks like. */
const units: Readonly<
  Record<string, { readonly fits: (value: PolicyValue) => boolean; readonly asks: Bilingual }>
> = {
  yuan: money,
  yuanPerMonth: money,
  yuanPerYear: money,
  count: n,
  months: n,
  days: n,
  workingDays: n,
  minutes: n,
  hours: n,
  years: { fits: whole(0, 200), asks: say('0 到 200 的整数', 'a whole number from 0 to 200') },
  grade: { fits: whole(1, 4), asks: say('1 到 4 的等级', 'a grade from 1 to 4') },
  ratio: {
    fits: share,
    asks: say('0 到 1 的小数，或 1/6 这样的分数', 'a share from 0 to 1, or a fraction such as 1/6'),
  },
  factor: { fits: between(0, 100), asks: say('0 到 100 的倍数', 'a multiple from 0 to 100') },
  squareMetres: { fits: between(0, 1000), asks: say('0 到 1000 平方米', 'square metres from 0 to 1,000') },
  yesno: { fits: (value) => typeof value === 'boolean', asks: say('是或否', 'yes or no') },
  month: {
    fits: (value) => typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
    asks: say('月份，如 2026-01', 'a month such as 2026-01'),
  },
};

/**
 * The words that a parameter in words may be: those it has in the pack, and those its title explains
 * (发放方式（gap 补差、tiers 分档）). Empty for numbers.
 */
export function choicesOf({ unit, zh, known }: PolicyNumber): string[] {
  if (unit === 'list') return [...new Set(known.flatMap((value) => (Array.isArray(value) ? value : [])))];
  if (unit !== 'text') return [];
  const told = /（(.*)）/u.exec(zh)?.[1]?.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  const had = known.filter((value): value is string => typeof value === 'string');
  return [...new Set([...told, ...had])];
}

/** What is asked for where a value does not fit its parameter; null when it does. */
export function findValueFault(number: PolicyNumber, value: PolicyValue): Bilingual | null {
  const { unit } = number;
  if (unit === 'text' || unit === 'list') {
    const choices = choicesOf(number);
    const words = Array.isArray(value) ? (value as readonly string[]) : [value];
    const isShaped = unit === 'list' ? Array.isArray(value) && value.length > 0 : typeof value === 'string';
    if (isShaped && words.every((word) => choices.includes(String(word)))) return null;
    return say(`只能是：${choices.join('、')}`, `one of: ${choices.join(', ')}`);
  }
  const rule = units[unit];
  if (rule === undefined) return say('这个参数不能在此设置', 'this parameter cannot be set here');
  return rule.fits(value) ? null : rule.asks;
}
