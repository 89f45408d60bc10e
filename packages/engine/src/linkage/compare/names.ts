import { joint } from '../fields/dictionary.ts';
import type { Comparison, Level } from './comparison.ts';
import { textLevel } from './text.ts';

const level = (key: string, zh: string, en: string, m: number, u: number): Level => ({
  key,
  words: { zh, en },
  m,
  u,
});

const levels: readonly Level[] = [
  { ...level('equal', '名和姓都一致', 'given name and surname equal', 0.6, 0.0001), isEqual: true },
  level('exchanged', '名和姓互换后一致', 'equal once given name and surname are exchanged', 0.03, 0.00005),
  level('surname_equal', '姓一致，名相近', 'surname equal, given name alike', 0.1, 0.0004),
  level('given_equal', '名一致，姓相近', 'given name equal, surname alike', 0.1, 0.0004),
  level('alike', '名和姓都相近', 'given name and surname alike', 0.04, 0.001),
  level('surname_alone', '姓一致，一方没有名', 'surname equal, one side without a given name', 0.03, 0.002),
  level('given_alone', '名一致，一方没有姓', 'given name equal, one side without a surname', 0.02, 0.002),
  level('one_alike', '只有一项相近', 'only one of them alike', 0.02, 0.02),
  level('surname_other_given', '姓一致，名不同', 'surname equal, given names differ', 0.03, 0.005),
  level('given_other_surname', '名一致，姓不同', 'given name equal, surnames differ', 0.03, 0.01),
  level('differs', '名和姓都不同', 'given name and surname differ', 0.03, 0.95),
];

type Part = 'equal' | 'alike' | 'differs' | 'missing';

function partOf(a: string, b: string): Part {
  if (a === '' || b === '') return 'missing';
  if (a === b) return 'equal';
  return textLevel(a, b) <= 4 ? 'alike' : 'differs';
}

function namesLevel(left: string, right: string): number {
  const [givenA = '', surnameA = ''] = left.split(joint);
  const [givenB = '', surnameB = ''] = right.split(joint);
  const straight = straightLevels[partOf(givenA, givenB)][partOf(surnameA, surnameB)];
  if (straight <= 5) return straight;
  const [cross, back] = [partOf(givenA, surnameB), partOf(surnameA, givenB)];
  const equal = [cross, back].filter((part) => part === 'equal').length;
  if (equal === 0) return straight;
  const alike = [cross, back].filter((part) => part === 'alike').length;
  return equal + alike === 2 ? 2 : Math.min(straight, 8);
}

/** Levels by how the given names, and then by how the surnames compare. */
const straightLevels: Readonly<Record<Part, Readonly<Record<Part, number>>>> = {
  equal: { equal: 1, alike: 4, missing: 7, differs: 10 },
  alike: { equal: 3, alike: 5, missing: 8, differs: 8 },
  missing: { equal: 6, alike: 8, missing: 11, differs: 11 },
  differs: { equal: 9, alike: 8, missing: 11, differs: 11 },
};

/** Given name and surname in one comparison: what is known of one changes what the other says, and they get exchanged. */
export function compareNamePair(
  name: string,
  [given, surname]: readonly [string, string],
  isWeighed: boolean,
): Comparison {
  const rarity = {
    equal: [given, surname],
    surname_equal: [surname],
    surname_alone: [surname],
    surname_other_given: [surname],
    given_equal: [given],
    given_alone: [given],
    given_other_surname: [given],
  };
  return {
    name,
    levels,
    level: `case when l.${name}_v = r.${name}_v and l.${given}_v is not null and l.${surname}_v is not null then 1
      when l.${name}_v = r.${name}_v then case when l.${surname}_v is not null then 6 when l.${given}_v is not null then 7 else 0 end
      when l.${name}_v is null or r.${name}_v is null then 0 else v_${name}.level end`,
    values: { field: name, left: `${name}_v`, right: `${name}_v`, compare: namesLevel },
    ...(isWeighed ? { frequency: rarity } : {}),
    isOrdered: false,
  };
}
