import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { levelsOf, levelsOfValues, madeUpPlan, openForLinkage, seeded } from '../made-up-sides.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});

it('compares numbers by distance and by share of the larger one, the nearest condition first', async () => {
  const within = [1, '5%', 1000, '50%'];
  const plan = madeUpPlan({ amount: 'number' }, [{ by: 'number', field: 'amount', within }]);
  const chance = seeded(3);
  const pairs = Array.from({ length: 4000 }, () => {
    const a = Math.round((chance() * 2 - 0.5) * 10 ** (1 + Math.floor(chance() * 5)));
    return [a, chance() < 0.2 ? a : Math.round(a + (chance() - 0.5) * a * chance() * 2)] as const;
  });
  const plain = (a: number, b: number): string => {
    const [apart, larger] = [Math.abs(a - b), Math.max(Math.abs(a), Math.abs(b))];
    if (apart === 0) return 'equal';
    const at = [apart <= 1, apart * 20 <= larger, apart <= 1000, apart * 2 <= larger].indexOf(true);
    return at < 0 ? 'differs' : `within_${at + 1}`;
  };
  const levels = await levelsOfValues(
    db,
    plan,
    pairs.map(([a, b]) => [String(a), String(b)]),
  );
  const wrong = pairs.flatMap(([a, b], at) => (levels[at] === plain(a, b) ? [] : [[a, b, levels[at]]]));
  expect(wrong).toEqual([]);
  expect(new Set(levels).size).toBe(6);
});

it('reads numbers with thousands marked and tells nothing of what is none', async () => {
  const plan = madeUpPlan({ amount: 'number' }, [{ by: 'number', field: 'amount' }]);
  const pairs = [
    ['1,234.50', '1234.5'],
    ['1e3', '1000'],
    ['12元', '12'],
    [null, '0'],
    ['0', '-0'],
  ] as const;
  expect(await levelsOfValues(db, plan, pairs)).toEqual(['equal', 'equal', 'missing', 'missing', 'equal']);
});

it('counts the entries two lists share, each once', async () => {
  const plan = madeUpPlan({ phones: 'list' }, [{ by: 'list', field: 'phones', shared: [1, 3, 2] }]);
  const pairs = [
    ['a;b;c', 'c; b ;a'],
    ['a;b;c;d', 'd,a,x'],
    ['a、b', 'B；y'],
    ['a;a;a', 'a;a;a'],
    ['a;b', 'c;d'],
    ['', 'a'],
    [';;', 'a'],
  ] as const;
  const expected = ['shared_3', 'shared_2', 'shared_1', 'shared_1', 'differs', 'missing'];
  expect((await levelsOfValues(db, plan, pairs)).slice(0, 6)).toEqual(expected);
});

it('says equal or different of clean text, and nothing of a missing one', async () => {
  const plan = madeUpPlan({ town: 'text' }, [{ by: 'exact', field: 'town' }]);
  const pairs = [
    ['城关镇', ' 城关镇 '],
    ['ＡＢＣ', 'abc'],
    ['城关镇', '城关'],
    [null, '城关'],
    ['()', '城关'],
  ] as const;
  expect(await levelsOfValues(db, plan, pairs)).toEqual(['equal', 'equal', 'differs', 'missing', 'missing']);
});

it('takes the first condition of the plan that holds', async () => {
  const levels = ['l.a_x = r.b_x', 'l.a_x > r.b_x'];
  const plan = madeUpPlan({ a: 'number', b: 'number' }, [
    { by: 'sql', name: 'over', fields: ['a', 'b'], levels },
  ]);
  const told = await levelsOf(db, plan, [
    [{ a: '5' }, { b: '5' }],
    [{ a: '6' }, { b: '5' }],
    [{ a: '4' }, { b: '5' }],
    [{ a: '4' }, {}],
  ]);
  expect(told.flat()).toEqual(['condition_1', 'condition_2', 'differs', 'differs']);
});
