import type { Comparison, Level } from './comparison.ts';

const level = (key: string, zh: string, en: string, m: number, u: number): Level => ({
  key,
  words: { zh, en },
  m,
  u,
});

const levels: readonly Level[] = [
  { ...level('equal', '地方一致', 'the same place', 0.8, 0.002), isEqual: true },
  level(
    'wider_equal',
    '上级地方一致，下级一方未填',
    'the wider place agrees, the narrower one is not given',
    0.1,
    0.05,
  ),
  level(
    'narrow_equal',
    '下级地方一致，上级不同',
    'the narrower place agrees, the wider one does not',
    0.03,
    0.002,
  ),
  level(
    'wider_only',
    '上级地方一致，下级不同',
    'the wider place agrees, the narrower one does not',
    0.03,
    0.06,
  ),
  level('differs', '地方不同', 'different places', 0.04, 0.886),
];

/** Share column that tells how much commoner a record's surname is in its narrowest place than elsewhere. */
export const surnameInPlace = (place: string): string => `${place}_surname`;

/**
 * Places given by fields from the widest to the narrowest; with one field: equal or different. Where names are compared
 * as well, a village of one surname takes back what it gave: there, a namesake is no surprise.
 */
export function comparePlace(name: string, fields: readonly string[], hasNames: boolean): Comparison {
  const [wide, narrow] = [fields[0] ?? '', fields.at(-1) ?? ''];
  const equal = (field: string): string => `l.${field}_v = r.${field}_v`;
  const lift = surnameInPlace(narrow);
  const rarity = hasNames ? { frequency: { equal: [lift], narrow_equal: [lift] }, lifts: [lift] } : {};
  const told = (field: string): string => `(l.${field}_v is not null and r.${field}_v is not null)`;
  if (fields.length === 1)
    return {
      name,
      levels,
      level: `case when not ${told(wide)} then 0 when ${equal(wide)} then 1 else 5 end`,
      ...rarity,
      isOrdered: false,
    };
  return {
    name,
    levels,
    level: `case
      when ${told(narrow)} and ${equal(narrow)} and (${equal(wide)} or not ${told(wide)}) then 1
      when ${told(narrow)} and ${equal(narrow)} then 3
      when ${told(wide)} and ${equal(wide)} and not ${told(narrow)} then 2
      when ${told(wide)} and ${equal(wide)} then 4
      when ${told(wide)} or ${told(narrow)} then 5 else 0 end`,
    ...rarity,
    // A village's name under another town is rarer than the town alone: which of the two weighs more is learnt.
    isOrdered: false,
  };
}
