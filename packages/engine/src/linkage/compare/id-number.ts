import type { Comparison, Level } from './comparison.ts';

const level = (key: string, zh: string, en: string, m: number, u: number): Level => ({
  key,
  words: { zh, en },
  m,
  u,
});

export const idLevels: readonly Level[] = [
  {
    ...level(
      'equal',
      '身份证号完全一致（校验位正确）',
      'identity numbers equal, check digit right',
      0.88,
      1e-9,
    ),
    isEqual: true,
  },
  level(
    'solved',
    '一方号码有错，按校验位推算后相符',
    'one number is damaged; solved by its check digit it is the other',
    0.04,
    1e-8,
  ),
  level('same_damage', '两方是同一个有错的号码', 'both give the same damaged number', 0.005, 1e-8),
  level(
    'head',
    '号码末三位丢失，前15位一致',
    'the last three digits are lost, the first 15 agree',
    0.03,
    1e-7,
  ),
  level('masked', '号码有遮挡，可见部分一致', 'the number is masked, the visible digits agree', 0.01, 1e-6),
  level(
    'near',
    '一方号码有错，相差不超过三处',
    'one number is damaged and within three slips of the other',
    0.01,
    1e-6,
  ),
  level(
    'birth',
    '号码不同，出生日期部分一致',
    'the numbers differ, the birth date in them agrees',
    0.01,
    2e-5,
  ),
  level('differs', '号码不同', 'the numbers differ', 0.015, 0.99998),
];

/** Levels at which the two numbers speak of one card: their birth dates say nothing beyond that. */
export const agreeingIdLevels = 5;

/**
 * Two different valid numbers are two people, whatever else agrees (GB 11643-1999 is an error-detecting code), unless a
 * row contradicts its own number: a birth date beside it that is not the one in it says that it is somebody else's.
 */
export const twoValidNumbers = (field: string): string =>
  `(l.${field}_s = 1 and r.${field}_s = 1 and l.${field}_n <> r.${field}_n)`;

const fits = (field: string, masked: string, whole: string): string =>
  `(${masked}.${field}_s = 4 and ${whole}.${field}_n is not null
    and starts_with(${whole}.${field}_n::varchar, split_part(${masked}.${field}_t, '*', 1))
    and ends_with(${whole}.${field}_n::varchar, left(split_part(${masked}.${field}_t, '*', -1), -1)))`;

/**
 * Citizen numbers. A damaged one is solved by its check digit, never compared by edit distance with another valid one;
 * cheap tests come first, so that nearly all pairs cost two comparisons of integers.
 */
export function compareIdNumber(field: string): Comparison {
  const [l, r] = [`l.${field}`, `r.${field}`];
  const digits = (side: string): string => `coalesce(${side}_n::varchar, left(${side}_t, 17))`;
  return {
    name: field,
    levels: idLevels,
    level: `case when ${l}_s in (0, 5) or ${r}_s in (0, 5) then 0
      when ${l}_n = ${r}_n then 1
      when ${l}_n is not null and ${r}_n is not null then if(${l}_s = 1 and ${r}_s = 1, 8, 0)
      when list_contains(${l}_c, ${r}_n) or list_contains(${r}_c, ${l}_n) then 2
      when ${l}_t = ${r}_t then 3
      when (${l}_s = 3 or ${r}_s = 3) and ${l}_h = ${r}_h then 4
      when ${fits(field, 'l', 'r')} or ${fits(field, 'r', 'l')} then 5
      when ${l}_s = 4 or ${r}_s = 4 then 0
      when ${l}_s <> 3 and ${r}_s <> 3 and damerau_levenshtein(${digits(l)}, ${digits(r)}) <= 3 then 6
      when ${l}_b = ${r}_b then 7 else 8 end`,
    hasFixedU: true,
    isOrdered: true,
  };
}
