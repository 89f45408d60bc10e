import type { Comparison, Level } from './comparison.ts';
import { likeness, slips } from './string-distance.ts';

const level = (key: string, zh: string, en: string, m: number, u: number): Level => ({
  key,
  words: { zh, en },
  m,
  u,
  ...(key === 'equal' ? { isEqual: true } : {}),
});

/** What every comparison of texts tells apart. */
export const textLevels: readonly Level[] = [
  level('equal', '一致', 'equal', 0.75, 0.005),
  level('slip', '一处笔误', 'one slip of the pen', 0.12, 0.002),
  level('alike', '很相近', 'much alike', 0.05, 0.01),
  level('somewhat', '有些相近', 'somewhat alike', 0.03, 0.05),
  level('differs', '不同', 'different', 0.05, 0.933),
];

/** Likenesses from which two texts are much, and somewhat alike. */
const [much, some] = [0.92, 0.82];
/** Below this likeness no two texts are one or two slips apart. */
const slipAlike = 0.7;

/** The level of two different clean texts, by characters: 2 to 5. */
export function textLevel(a: string, b: string): number {
  const begins = a.startsWith(b) || b.startsWith(a);
  const alike = likeness(a, b);
  const shorter = Math.min([...a].length, [...b].length);
  const steps = alike < slipAlike ? 4 : slips(a, b);
  if (steps === 1 && shorter >= 3) return 2;
  if (alike >= much || (steps === 2 && shorter >= 6)) return 3;
  return alike >= some || begins ? 4 : 5;
}

/** The same in SQL, for ASCII alone; `alike` is the Jaro–Winkler likeness, which spares most pairs the slower count. */
export const textLevelSql = `case
  when alike < ${slipAlike} then if(starts_with(a, b) or starts_with(b, a), 4, 5)
  when abs(length(a) - length(b)) <= 1 and least(length(a), length(b)) >= 3 and damerau_levenshtein(a, b) = 1 then 2
  when alike >= ${much} then 3
  when abs(length(a) - length(b)) <= 2 and least(length(a), length(b)) >= 6 and damerau_levenshtein(a, b) = 2 then 3
  when alike >= ${some} or starts_with(a, b) or starts_with(b, a) then 4 else 5 end`;

/** A text field compared by characters. */
export function compareText(field: string, isWeighed: boolean): Comparison {
  return {
    name: field,
    levels: textLevels,
    level: `case when l.${field}_v = r.${field}_v then 1 else v_${field}.level end`,
    values: { field, left: `${field}_v`, right: `${field}_v`, sql: textLevelSql, compare: textLevel },
    ...(isWeighed ? { frequency: { equal: [field] } } : {}),
    equalOn: `${field}_v`,
    isOrdered: true,
  };
}
