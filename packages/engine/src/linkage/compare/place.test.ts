import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../dataset/sql-engine.ts';
import { levelsOf, madeUpPlan, makeMadeUpSides, openForLinkage, seeded } from '../made-up-sides.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});

it('tells every case of two places, one within the other', async () => {
  const plan = madeUpPlan({ town: 'text', village: 'text' }, [{ by: 'place', fields: ['town', 'village'] }]);
  const words = { t: '城关镇', u: '红旗镇', v: '李家村', w: '王家村' } as const;
  const named = (key: string): string | null => (key === '-' ? null : words[key as keyof typeof words]);
  const told: readonly (readonly [string, string])[] = [
    ['tv tv', 'equal'],
    ['-v tv', 'equal'],
    ['-v -v', 'equal'],
    ['t- tv', 'wider_equal'],
    ['t- t-', 'wider_equal'],
    ['tv uv', 'narrow_equal'],
    ['tv tw', 'wider_only'],
    ['tv uw', 'differs'],
    ['t- u-', 'differs'],
    ['tv -w', 'differs'],
    ['t- uw', 'differs'],
    ['-- tv', 'missing'],
    ['t- -v', 'missing'],
  ];
  // Places stand the same on either side.
  const both = told.flatMap(([pair, level]) => [
    [pair, level],
    [
      [...pair]
        .reverse()
        .join('')
        .replace(/(.)(.) (.)(.)/, '$2$1 $4$3'),
      level,
    ],
  ]);
  const pairs = both.map(([pair = '']) => {
    const [a = '', b = ''] = pair.split(' ');
    const record = (text: string) => ({ town: named(text[0] ?? '-'), village: named(text[1] ?? '-') });
    return [record(a), record(b)] as const;
  });
  const levels = (await levelsOf(db, plan, pairs)).flat();
  expect(both.map(([pair], at) => `${pair} ${levels[at]}`)).toEqual(
    both.map(([pair, level]) => `${pair} ${level}`),
  );
});

it('has two levels for one place', async () => {
  const plan = madeUpPlan({ town: 'text' }, [{ by: 'place', fields: ['town'] }]);
  const told = await levelsOf(db, plan, [
    [{ town: '城关镇' }, { town: '城关镇' }],
    [{ town: '城关镇' }, { town: '红旗镇' }],
    [{ town: '城关镇' }, {}],
  ]);
  expect(told.flat()).toEqual(['equal', 'differs', 'missing']);
});

it('knows how much commoner a surname is in its village than elsewhere', async () => {
  const plan = madeUpPlan({ village: 'text', name: 'person_name' }, [
    { by: 'place', fields: ['village'] },
    { by: 'person_name', field: 'name' },
  ]);
  const chance = seeded(11);
  const of = (...words: readonly string[]): string => words[Math.floor(chance() * words.length)] ?? '';
  // In Li's village nearly everybody is a Li; some records have no village, some no name.
  const record = () => {
    const village = of('李家村', '东村', '西村');
    const surname = village === '李家村' ? of('李', '李', '李', '李', '王') : of('李', '王', '张', '欧阳');
    const name = `${surname}${of('建', '秀', '玉')}${of('国', '英', '兰')}`;
    return { village: chance() < 0.1 ? null : village, name: chance() < 0.1 ? null : name };
  };
  const [left, right] = [Array.from({ length: 300 }, record), Array.from({ length: 200 }, record)];
  await makeMadeUpSides(db, plan, left, right);
  const lifts = await rowsOf(db, 'select rid, village_surname_q::double as lift from side_l order by rid');
  const surnameOf = (name: string): string => (name.startsWith('欧阳') ? '欧阳' : name.slice(0, 1));
  const named = [...left, ...right].flatMap(({ village, name }) =>
    name === null || village === null ? [] : [[village, surnameOf(name)]],
  );
  for (const [at, { village, name }] of left.entries()) {
    const share = (all: readonly (readonly (string | null | undefined)[])[]): number =>
      all.filter(([, surname]) => surname === surnameOf(name ?? '')).length / all.length;
    const lift =
      village === null || name === null
        ? 1
        : share(named.filter(([place]) => place === village)) / share(named);
    expect(Number(lifts[at]?.lift), `${village} ${name}`).toBeCloseTo(Math.max(lift, 1), 5);
  }
});
