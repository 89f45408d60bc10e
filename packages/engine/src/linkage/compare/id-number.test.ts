import type { DuckDBConnection } from '@duckdb/node-api';
import { isValidId } from '@yangguang/domain/words/id-number';
import { beforeAll, expect, it } from 'vitest';
import { levelsOf, levelsOfValues, madeUpPlan, numbered, openForLinkage, seeded } from '../made-up-sides.ts';
import { idLevels } from './id-number.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const plan = madeUpPlan({ number: 'id_number' }, [{ by: 'id_number', field: 'number' }]);

const chance = seeded(41);
const upTo = (n: number): number => Math.floor(chance() * n);
const two = (n: number): string => String(n).padStart(2, '0');

/** A made-up number that does not end in zeros. */
function someone(): string {
  const birth = `${1930 + upTo(80)}${two(1 + upTo(12))}${two(1 + upTo(28))}`;
  return numbered(`3399${two(1 + upTo(20))}${birth}${String(101 + upTo(890))}`);
}
const people = (n: number): string[] => Array.from({ length: n }, someone);

const place = (level: string): number => idLevels.findIndex(({ key }) => key === level) + 1;

/** The level of each number against what a damage makes of it, the damaged one on either side. */
async function levelsOfDamage(numbers: readonly string[], damage: (id: string) => string): Promise<string[]> {
  const pairs = numbers.map((id, at): [string, string] =>
    at % 2 === 0 ? [id, damage(id)] : [damage(id), id],
  );
  return levelsOfValues(db, plan, pairs);
}
const digit = (id: string, at: number, by = 1): string =>
  `${id.slice(0, at)}${(Number(id[at]) + by) % 10}${id.slice(at + 1)}`;

it('knows a number in each of its right spellings', async () => {
  const ids = people(100);
  expect(ids.some((id) => id.endsWith('X'))).toBe(true);
  const spellings = [
    (id: string) => id,
    (id: string) => ` ${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
    (id: string) => `'${id.toLowerCase()}`,
    (id: string) => [...id].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join(''),
  ];
  for (const spelling of spellings)
    expect(new Set(await levelsOfDamage(ids, spelling)), spelling.toString()).toEqual(new Set(['equal']));
  const born19 = ids.filter((id) => id.slice(6, 8) === '19');
  const old = await levelsOfDamage(born19, (id) => id.slice(0, 6) + id.slice(8, 17));
  expect(new Set(old)).toEqual(new Set(['equal']));
});

it('solves every single slip: a digit, two neighbours, one lost, one too many', async () => {
  const ids = people(150);
  const slips: readonly ((id: string) => string)[] = [
    (id) => digit(id, 16, 3),
    (id) => digit(id, 2, 5),
    (id) => `${id.slice(0, 17)}${id.endsWith('X') ? '0' : (Number(id[17]) + 1) % 10}`,
    (id) => `${id.slice(0, 15)}${id[16]}${id[15]}${id[17]}`,
    (id) => `${id.slice(0, 4)}${id.slice(5)}`,
    (id) => `${id.slice(0, 15)}7${id.slice(15)}`,
  ];
  for (const slip of slips) {
    const levels = await levelsOfDamage(ids, slip);
    // Two neighbours may be the same digit, and then nothing was slipped.
    const unsolved = ids.filter((id, at) => levels[at] !== (slip(id) === id ? 'equal' : 'solved'));
    expect(unsolved.map(slip), slip.toString()).toEqual([]);
    expect(levels.filter((level) => level === 'solved').length, slip.toString()).toBeGreaterThan(120);
  }
});

it('never brings two valid numbers together, however near', async () => {
  const pairs: [string, string][] = [];
  for (const id of people(400)) {
    // The nearest there can be: another last digit of the sequence and the check digit that belongs to it.
    const first17 = digit(id.slice(0, 17), 16 - upTo(3), 1 + upTo(8));
    const other = numbered(first17);
    if (isValidId(other)) pairs.push([id, other]);
  }
  expect(pairs.length).toBeGreaterThan(350);
  expect(new Set(await levelsOfValues(db, plan, pairs))).toEqual(new Set(['differs']));
});

it('keeps the first 15 digits of a number cut by a spreadsheet, and nothing of another one', async () => {
  const ids = people(100).filter((id) => !isValidId(`${id.slice(0, 15)}000`));
  expect(new Set(await levelsOfDamage(ids, (id) => `${id.slice(0, 15)}000`))).toEqual(new Set(['head']));
  const strangers = await levelsOfDamage(ids, () => `${someone().slice(0, 15)}000`);
  expect(strangers.every((level) => place(level) >= place('birth'))).toBe(true);
});

it('takes a number that passes by chance for rounded, in a column full of zeros only', async () => {
  const [whole, rounded] = roundedByChance();
  const clean = people(200);
  const zeros = people(50).map((id) => `${id.slice(0, 15)}000`);
  const among = async (others: readonly string[]): Promise<string | undefined> =>
    (await levelsOfValues(db, plan, [[rounded, whole], ...others.map((id) => [id, someone()] as const)]))[0];
  expect(await among(clean)).toBe('differs');
  expect(await among([...clean, ...zeros])).toBe('head');
});

/** A number, and the same cut to …000, which happens to be another right one. */
function roundedByChance(): [string, string] {
  for (let tries = 0; tries < 1000; tries += 1) {
    const whole = someone();
    const rounded = `${whole.slice(0, 15)}000`;
    if (isValidId(rounded)) return [whole, rounded];
  }
  throw new Error('one in eleven passes');
}

it('compares the visible digits of a masked number, where they are enough', async () => {
  const ids = people(60);
  const masks = [
    (id: string) => `${id.slice(0, 6)}********${id.slice(14)}`,
    (id: string) => `${id.slice(0, 14)}****`,
  ];
  for (const mask of masks) {
    expect(new Set(await levelsOfDamage(ids, mask))).toEqual(new Set(['masked']));
    const shifted = await levelsOfDamage(ids, (id) => mask(digit(id, 5)));
    expect(new Set(shifted), 'another district').toEqual(new Set(['missing']));
  }
  const bare = await levelsOfDamage(ids, (id) => `${id.slice(0, 3)}***********${id.slice(14)}`);
  expect(new Set(bare)).toEqual(new Set(['missing']));
});

it('calls the same wrong number the same damage, and three slips near', async () => {
  const ids = people(80)
    .map((id) => digit(digit(id, 3), 15, 4))
    .filter((id) => !isValidId(id));
  expect(ids.length).toBeGreaterThan(60);
  expect(
    new Set(
      await levelsOfValues(
        db,
        plan,
        ids.map((id) => [id, id]),
      ),
    ),
  ).toEqual(new Set(['same_damage']));
  const three = people(80).map((id) => [id, digit(digit(digit(id, 3), 12, 4), 15, 2)] as const);
  const levels = await levelsOfValues(
    db,
    plan,
    three.filter(([, wrong]) => !isValidId(wrong)),
  );
  expect(levels.filter((level) => place(level) > place('near'))).toEqual([]);
});

it('tells nothing of missing numbers, placeholders and other documents', async () => {
  const valid = someone();
  const told = [null, '', '000000000000000000', '123456789012345678', '无', 'E12345678'];
  expect(
    new Set(
      await levelsOfValues(
        db,
        plan,
        told.map((text) => [valid, text]),
      ),
    ),
  ).toEqual(new Set(['missing']));
});

it('does not take a number for proof that the birth date beside it contradicts', async () => {
  const dated = madeUpPlan({ number: 'id_number', born: { type: 'date', else: 'number' } }, [
    { by: 'id_number', field: 'number' },
    { by: 'date', field: 'born' },
  ]);
  const [mine, other] = [numbered('33990119650412301'), numbered('33990119830927118')];
  const levels = await levelsOf(db, dated, [
    [
      { number: mine, born: '1965-04-12' },
      { number: other, born: '1983-09-27' },
    ],
    // The first row holds somebody else's number: that numbers differ says nothing, the dates do.
    [
      { number: other, born: '1965-04-12' },
      { number: mine, born: '1965-04-12' },
    ],
    // One part that differs is a slip of the pen and no contradiction.
    [
      { number: other, born: '1983-09-28' },
      { number: mine, born: '1965-04-12' },
    ],
    // Numbers that agree have the birth date in them: it is not counted again.
    [
      { number: mine, born: '1965-04-12' },
      { number: mine, born: '1965-04-12' },
    ],
    [{ number: mine }, { born: '1965-04-12' }],
  ]);
  expect(levels).toEqual([
    ['differs', 'differs'],
    ['missing', 'equal'],
    ['differs', 'differs'],
    ['equal', 'missing'],
    ['missing', 'equal'],
  ]);
});
