import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { levelsOfValues, madeUpPlan, openForLinkage } from '../made-up-sides.ts';
import { textLevel, textLevels } from './text.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const plan = madeUpPlan({ street: 'text' }, [{ by: 'text', field: 'street' }]);

const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', '1');
const word = fc.array(letter, { minLength: 1, maxLength: 9 });
/** A text and what up to three slips, a lost end or another beginning made of it. */
const damaged = fc
  .tuple(
    word,
    fc.array(fc.tuple(fc.nat(3), fc.nat(8), letter), { maxLength: 3 }),
    fc.constantFrom(0, 0, 0, 1, 2, 4),
  )
  .map(([chars, slips, lost]) => {
    const other = [...chars];
    for (const [kind, place, char] of slips) {
      const at = place % (other.length + 1);
      if (kind === 0) other.splice(at, 1);
      else if (kind === 1) other.splice(at, 0, char);
      else if (kind === 2) other.splice(at, 1, char);
      else other.splice(at, 2, ...other.slice(at, at + 2).reverse());
    }
    return [chars.join(''), other.slice(0, Math.max(1, other.length - lost)).join('') || 'e'] as const;
  });
const strangers = fc.tuple(word, word).map(([a, b]) => [a.join(''), b.join('')] as const);

/** Neighbours exchanged with a letter that came between them: DuckDB counts two steps, and so must we. */
const parted = fc
  .tuple(fc.array(letter, { minLength: 6, maxLength: 9 }), fc.nat(4), letter)
  .map(([chars, at, char]) => {
    const [x = '', y = ''] = chars.slice(at, at + 2);
    return [chars.join(''), [...chars.slice(0, at), y, char, x, ...chars.slice(at + 2)].join('')] as const;
  });

it('gives the same level in SQL as by characters, on thousands of pairs', async () => {
  const pairs = [...fc.sample(damaged, 6000), ...fc.sample(strangers, 2000), ...fc.sample(parted, 2000)];
  const levels = await levelsOfValues(db, plan, pairs);
  const differing = pairs.flatMap(([a, b], at) => {
    const byCharacters = a === b ? 'equal' : textLevels[textLevel(a, b) - 1]?.key;
    return levels[at] === byCharacters ? [] : [[a, b, levels[at], byCharacters]];
  });
  expect(differing).toEqual([]);
  // The sample says nothing unless all levels are in it.
  expect(new Set(levels)).toEqual(new Set(textLevels.map(({ key }) => key)));
});

it('does not care on which side a value stands', () => {
  const pairs = [...fc.sample(damaged, 3000), ...fc.sample(strangers, 1000), ...fc.sample(parted, 500)];
  expect(pairs.filter(([a, b]) => textLevel(a, b) !== textLevel(b, a))).toEqual([]);
});

it('judges Han texts by characters', async () => {
  const levels = await levelsOfValues(db, plan, [
    ['解放路十八号', '解放路十九号'], // one character of six, three bytes of eighteen
    ['王建国', '王建军'],
    ['张伟', '章伟'],
    ['建设镇', '红旗镇'], // DuckDB's likeness is .78: byte by byte a good part agrees
    ['李家村', '李家村委会'],
    ['和平', '和平'],
  ]);
  expect(levels).toEqual(['slip', 'slip', 'differs', 'differs', 'somewhat', 'equal']);
});

it('knows a value by its letters and digits alone, and a missing one by neither', async () => {
  const levels = await levelsOfValues(db, plan, [
    ['Müller-Straße 5', 'muller strasse 5'],
    ['Müller-Straße 5', ' MULLER  STRAßE,5 '],
    ['Ａ１２', 'a12'],
    ['—', 'anything'],
    [null, 'anything'],
    [null, null],
  ]);
  expect(levels).toEqual(['alike', 'equal', 'equal', 'missing', 'missing', 'missing']);
});
