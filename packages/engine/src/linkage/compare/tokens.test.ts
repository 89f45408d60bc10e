import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { levelsOfValues, madeUpPlan, openForLinkage } from '../made-up-sides.ts';
import { compareTokens, tokenLevels } from './tokens.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const plan = madeUpPlan({ title: 'text' }, [{ by: 'tokens', field: 'title' }]);
const bits = (word: string): number =>
  ({ the: 0.3, and: 0.3, payment: 1, ulrichsberg: 14, zephyr: 14, ulrichsbreg: 14 })[word] ?? 6.1;
const levelOf = (a: string, b: string): string => {
  const place = compareTokens('title', false, bits).values?.compare(a, b) ?? 0;
  return tokenLevels[place - 1]?.key ?? 'missing';
};

it('counts rare words for more than common ones', async () => {
  const pairs = [
    ['payment to ulrichsberg', 'ulrichsberg invoice'],
    ['payment to ulrichsberg', 'payment to zephyr'],
    ['the lamp hotel', 'the zephyr'],
    ['the zephyr', 'zephyr'],
    ['Zephyr, the', 'the zephyr'],
    ['the zephyr', 'THE  Zephyr!'],
    [null, 'zephyr'],
  ] as const;
  const levels = await levelsOfValues(db, plan, pairs, bits);
  expect(levels).toEqual([
    'most_words',
    'few_words',
    'differs',
    'same_words',
    'same_words',
    'equal',
    'missing',
  ]);
});

it('takes a slip in a long word and an initial for the word', () => {
  expect(levelOf('ulrichsberg zephyr', 'ulrichsbreg zephyr')).toBe('same_words');
  expect(levelOf('u', 'ulrichsberg')).toBe('most_words');
  expect(levelOf('x', 'ulrichsberg')).toBe('differs');
  expect(levelOf('lamp', 'lump')).toBe('differs');
});

const words = fc.uniqueArray(
  fc.constantFrom('the', 'payment', 'zephyr', 'alpha', 'bravo', 'delta', 'gamma'),
  {
    minLength: 1,
    maxLength: 6,
  },
);

it('calls a text whose words all stand in the other one nearly the same, in any order', () => {
  // Rarities whose sums differ in the last digit with the order in which they are added.
  const odd = (word: string): number => 0.1 + (word.charCodeAt(0) % 7) / 10;
  const { values } = compareTokens('title', false, odd);
  fc.assert(
    fc.property(
      words,
      fc.shuffledSubarray(['the', 'payment', 'zephyr', 'alpha', 'bravo', 'delta'], { minLength: 1 }),
      (more, some) => {
        const whole = [...new Set([...more, ...some])];
        expect(values?.compare(some.join(' '), whole.join(' '))).toBe(2);
        expect(values?.compare(whole.join(' '), some.join(' '))).toBe(2);
      },
    ),
  );
});

it('never falls when a word is shared that was not', () => {
  const rank = (a: readonly string[], b: readonly string[]): number =>
    tokenLevels.findIndex(({ key }) => key === levelOf(a.join(' '), b.join(' ')));
  fc.assert(
    fc.property(words, words, (a, b) => {
      fc.pre(a.join(' ') !== b.join(' '));
      expect(rank([...a, 'ulrichsberg'], [...b, 'ulrichsberg'])).toBeLessThanOrEqual(rank(a, b));
    }),
  );
});
