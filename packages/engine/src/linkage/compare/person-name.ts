import {
  nameLevel as levelOfNames,
  type LookAlikes,
  type NameLevel,
} from '@yangguang/domain/words/name-compare';
import type { Comparison, Level } from './comparison.ts';

const level = (key: NameLevel | 'one_lost', zh: string, en: string, m: number, u: number): Level => ({
  key,
  words: { zh, en },
  m,
  u,
});

/** From the strongest; `missing` is level 0. */
export const personNameLevels: readonly Level[] = [
  { ...level('equal', '姓名一致', 'names equal', 0.93, 2e-5), isEqual: true },
  level(
    'variant',
    '繁简或异体写法不同，是同一姓名',
    'the same name in traditional or variant characters',
    0.01,
    2e-7,
  ),
  level('homophone', '姓名读音相同、字不同', 'names sound the same and are written differently', 0.015, 2e-5),
  level('look_alike', '姓名字形相近', 'names look alike', 0.01, 4e-6),
  level('wildcard', '有缺字，其余各字相符', 'agree wherever a character is not lost', 0.006, 4e-6),
  level('pinyin', '一方用拼音书写，读音相符', 'one is written in pinyin and agrees in sound', 0.006, 2e-5),
  level('truncated', '一方被截短，其余相符', 'one is cut off, the rest agrees', 0.005, 2e-6),
  level('transliterated', '音译用字略有不同', 'transliterated with a few other characters', 0.004, 1e-6),
  level('rearranged', '名和姓次序不同，各字相符', 'the parts stand in another order', 0.002, 1e-6),
  level('one_lost', '一方少一个字，其余相符', 'one of them lacks a character, the rest agrees', 0.008, 2e-5),
  level('one_differs', '有一个字不同', 'one character differs', 0.01, 6e-4),
  level('surname_only', '只有姓相同', 'the surname alone agrees', 0.004, 0.04),
  level('different', '姓名不同', 'names differ', 0.004, 0.959),
];

const place: ReadonlyMap<string, number> = new Map(personNameLevels.map(({ key }, at) => [key, at + 1]));

/** Levels up to this one may be the same person's name (`isCompatible` of the domain). */
export const compatibleNameLevels = 9;
/** One character was lost on the way: with an equal number a person looks at it, and it is not somebody else's yet. */
export const oneLostLevel = 10;
/** Up to this level something of the name agrees, if only the surname. */
export const agreeingNameLevels = 12;

/** Chinese and minority names by character, sound, shape, lost characters and pinyin; never by edit distance. */
export function comparePersonName(field: string, isWeighed: boolean, looks: LookAlikes): Comparison {
  return {
    name: field,
    levels: personNameLevels,
    level: `case when l.${field}_v = r.${field}_v then 1 else v_${field}.level end`,
    values: {
      field,
      left: `${field}_v`,
      right: `${field}_v`,
      compare: (a, b) => nameLevel(a, b, looks),
    },
    ...(isWeighed ? { frequency: { equal: [field], variant: [field] } } : {}),
    equalOn: `${field}_v`,
    isOrdered: false,
  };
}

function nameLevel(a: string, b: string, looks: LookAlikes): number {
  const found = nearest(a, b, looks);
  return place.get(found === 'one_differs' && [...a].length !== [...b].length ? 'one_lost' : found) ?? 0;
}

/** A cell that seems to name two people may be one name with a blank in it: 曲比 石作 is 曲比石作. */
function nearest(a: string, b: string, looks: LookAlikes): NameLevel {
  const found = levelOfNames(a, b, looks);
  if (!a.includes('、') && !b.includes('、')) return found;
  const whole = levelOfNames(a.replaceAll('、', ''), b.replaceAll('、', ''), looks);
  return (place.get(whole) ?? 99) < (place.get(found) ?? 99) ? whole : found;
}
