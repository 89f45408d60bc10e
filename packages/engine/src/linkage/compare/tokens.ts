import type { Comparison, Level } from './comparison.ts';
import { slips } from './string-distance.ts';

const level = (key: string, zh: string, en: string, m: number, u: number): Level => ({
  key,
  words: { zh, en },
  m,
  u,
});

export const tokenLevels: readonly Level[] = [
  { ...level('equal', '一致', 'equal', 0.4, 0.001), isEqual: true },
  level('same_words', '词语几乎相同', 'nearly the same words', 0.2, 0.001),
  level('most_words', '大部分词语相同', 'most words in common', 0.2, 0.003),
  level('some_words', '部分词语相同', 'some words in common', 0.1, 0.02),
  level('few_words', '个别词语相同', 'few words in common', 0.05, 0.1),
  level('differs', '没有相同的词语', 'no word in common', 0.05, 0.874),
];

/** Likeness from which each level counts; what the shorter text shares of itself may be a little higher. */
const limits = [0.8, 0.55, 0.3, 0.08] as const;

/** Sums of rarities differ in the last digits with the order of the words; a level may not. */
const rounding = 1e-9;

/** How much a word says: bits of its rarity among the records. */
export type WordBits = (word: string) => number;

/** Levels of texts of several words in any order; rare words count more, a slip of the pen in a long one little. */
export function compareTokens(field: string, isWeighed: boolean, bits: WordBits): Comparison {
  return {
    name: field,
    levels: tokenLevels,
    level: `case when l.${field}_v = r.${field}_v then 1 else v_${field}.level end`,
    values: {
      field,
      left: `${field}_v`,
      right: `${field}_v`,
      compare: (left, right) => tokenLevel(left.split(' '), right.split(' '), bits),
    },
    ...(isWeighed ? { frequency: { equal: [field] } } : {}),
    equalOn: `${field}_v`,
    isOrdered: true,
  };
}

function tokenLevel(left: readonly string[], right: readonly string[], bits: WordBits): number {
  const free = new Set(right);
  let shared = 0;
  const rest: string[] = [];
  for (const word of left) {
    if (free.delete(word)) shared += bits(word);
    else rest.push(word);
  }
  for (const word of rest) {
    const partner = [...free].find((other) => isSlip(word, other));
    if (partner === undefined) continue;
    free.delete(partner);
    shared += 0.8 * Math.min(bits(word), bits(partner));
  }
  const [a, b] = [total(left, bits), total(right, bits)];
  const [whole, contained] = [
    shared / Math.max(a + b - shared, 1e-9),
    shared / Math.max(Math.min(a, b), 1e-9),
  ];
  const alike = Math.max(whole, contained * 0.8);
  const place = limits.findIndex((limit) => alike >= limit - rounding);
  return place < 0 ? 6 : place + 2;
}

function total(words: readonly string[], bits: WordBits): number {
  let sum = 0;
  for (const word of words) sum += bits(word);
  return sum;
}

/** One slip in a word of five letters or more; an initial for the word. */
function isSlip(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return Math.min(a.length, b.length) >= 5 && a[0] === b[0] && slips(a, b) === 1;
}
