import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { levelsOf, type MadeUpRecord, madeUpPlan, openForLinkage } from '../made-up-sides.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const plan = madeUpPlan({ given: 'text', surname: 'text' }, [{ by: 'names', fields: ['given', 'surname'] }]);

/** 'anna castle' and '- castle' for a name without its first part. */
function named(text: string): MadeUpRecord {
  const [given = '-', surname = '-'] = text.split(' ').map((part) => part.replaceAll('_', ' '));
  return { given: given === '-' ? null : given, surname: surname === '-' ? null : surname };
}

const told: readonly (readonly [string, string, string])[] = [
  ['anna castle', 'Anna CASTLE', 'equal'],
  ['anna castle', 'castle anna', 'exchanged'],
  ['anna castle', 'castle anne', 'exchanged'],
  ['anna castle', 'anne castle', 'surname_equal'],
  ['anna castle', 'anna castel', 'given_equal'],
  ['anna castle', 'anne castel', 'alike'],
  ['- castle', '- castle', 'surname_alone'],
  ['anna castle', '- castle', 'surname_alone'],
  ['anna -', 'anna -', 'given_alone'],
  ['anna castle', 'anna -', 'given_alone'],
  ['anna castle', 'anne morrow', 'one_alike'],
  ['anna castle', 'boris castel', 'one_alike'],
  ['anna castle', 'morrow anna', 'one_alike'],
  ['anna castle', 'boris castle', 'surname_other_given'],
  ['anna castle', 'anna morrow', 'given_other_surname'],
  ['anna castle', 'boris morrow', 'differs'],
  ['anna castle', '- -', 'missing'],
  ['- -', '- -', 'missing'],
  ['小燕 刘', '晓燕 刘', 'surname_other_given'],
  ['anna_maria castle', 'anna castle', 'surname_equal'],
];

it('tells every case of given names and surnames, the same on either side', async () => {
  const pairs = told.flatMap(([a, b]) => [[named(a), named(b)] as const, [named(b), named(a)] as const]);
  const levels = (await levelsOf(db, plan, pairs)).flat();
  const found = told.map(([a, b], at) => [a, b, levels[2 * at], levels[2 * at + 1]]);
  expect(found).toEqual(told.map(([a, b, level]) => [a, b, level, level]));
});

it('does not take a given name that ends where the surname begins for the same name', async () => {
  const levels = await levelsOf(db, plan, [
    [
      { given: 'ann', surname: 'adams' },
      { given: 'anna', surname: 'dams' },
    ],
  ]);
  expect(levels.flat()).toEqual(['alike']);
});
