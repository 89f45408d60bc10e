import type { Comparison, Level } from './comparison.ts';
import { caseOf } from './plain.ts';

const level = (key: string, zh: string, en: string, m: number, u: number): Level => ({
  key,
  words: { zh, en },
  m,
  u,
});

export const dateLevels: readonly Level[] = [
  { ...level('equal', '一致', 'equal', 0.85, 0.0001), isEqual: true },
  level(
    'slip',
    '一处数字笔误，或日月颠倒',
    'one slip in the digits, or day and month exchanged',
    0.08,
    0.0015,
  ),
  level('two_parts', '年月日有两项一致', 'two of year, month and day agree', 0.03, 0.004),
  level('same_year', '同年', 'the same year', 0.015, 0.015),
  level('near', '相差一年', 'one year apart', 0.01, 0.03),
  level('within_ten', '相差不到十年', 'less than ten years apart', 0.005, 0.2),
  level('differs', '不同', 'different', 0.01, 0.75),
];

/**
 * Dates as people write them wrongly: a digit, two digits or day and month exchanged, one part of three. Compared as
 * digits, so that an impossible date (a slip made it so) still tells something. With `unless`, nothing is counted
 * where that holds: identity numbers that agree have the same birth date in them.
 */
export function compareDate(field: string, unless: string | null): Comparison {
  const [l, r] = [`l.${field}_d`, `r.${field}_d`];
  const part = (from: number, to: number): string => `${l}[${from}:${to}] = ${r}[${from}:${to}]`;
  const [year, month, day] = [part(1, 4), part(5, 6), part(7, 8)];
  const apart = `abs(${l}[1:4]::int - ${r}[1:4]::int)`;
  return {
    name: field,
    levels: dateLevels,
    level: caseOf(`${l} is null or ${r} is null${unless === null ? '' : ` or ${unless}`}`, [
      `${l} = ${r}`,
      `(damerau_levenshtein(${l}, ${r}) = 1 or (${year} and ${l}[5:6] = ${r}[7:8] and ${l}[7:8] = ${r}[5:6]))`,
      `((${year})::int + (${month})::int + (${day})::int = 2)`,
      year,
      `${apart} = 1`,
      `${apart} < 10`,
    ]),
    equalOn: `${field}_d`,
    isOrdered: true,
  };
}

/** Days apart, as for payments and events: equal, within so many days of each other, farther. */
export function compareDays(field: string, within: readonly number[]): Comparison {
  const day = (side: string): string => `try_strptime(${side}.${field}_d, '%Y%m%d')`;
  const near = within.map((days, place) =>
    level(
      `within_${days}`,
      `相差不超过${days}天`,
      `no more than ${days} days apart`,
      0.3 / (place + 1),
      0.01 * (place + 1),
    ),
  );
  const [equal, differs] = [dateLevels[0], dateLevels.at(-1)];
  return {
    name: field,
    levels: [...(equal === undefined ? [] : [equal]), ...near, ...(differs === undefined ? [] : [differs])],
    level: caseOf(`${day('l')} is null or ${day('r')} is null`, [
      `l.${field}_d = r.${field}_d`,
      ...within.map((days) => `abs(date_diff('day', ${day('l')}, ${day('r')})) <= ${days}`),
    ]),
    equalOn: `${field}_d`,
    isOrdered: true,
  };
}
