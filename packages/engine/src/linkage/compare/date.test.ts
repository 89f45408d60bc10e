import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { levelsOfValues, madeUpPlan, openForLinkage, seeded } from '../made-up-sides.ts';
import { dateLevels } from './date.ts';
import { slips } from './string-distance.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const plan = madeUpPlan({ born: 'date' }, [{ by: 'date', field: 'born' }]);
const levelOf = async (a: string | null, b: string | null): Promise<string | undefined> =>
  (await levelsOfValues(db, plan, [[a, b]]))[0];

it('tells every level, by the example of each', async () => {
  const told: readonly (readonly [string, string, string])[] = [
    ['1965-04-12', '1965-04-12', 'equal'],
    ['1965-04-12', '1965-04-17', 'slip'],
    ['1965-04-12', '1956-04-12', 'slip'],
    ['1965-04-12', '1965-12-04', 'slip'],
    ['1965-04-12', '1965-04-30', 'two_parts'],
    ['1965-04-12', '1938-04-12', 'two_parts'],
    ['1965-04-12', '1965-11-30', 'same_year'],
    ['1965-04-12', '1966-11-30', 'near'],
    ['1969-12-30', '1970-01-05', 'near'],
    ['1965-04-12', '1974-11-30', 'within_ten'],
    ['1965-04-12', '1975-11-30', 'differs'],
  ];
  const pairs = told.map(([a, b]) => [a, b] as const);
  expect(await levelsOfValues(db, plan, pairs)).toEqual(told.map(([, , level]) => level));
  expect(new Set(told.map(([, , level]) => level))).toEqual(new Set(dateLevels.map(({ key }) => key)));
});

/** The level of two dates of eight digits as the words of the levels say. */
function plainLevel(a: string, b: string): string {
  if (a === b) return 'equal';
  const parts = (text: string): string[] => [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  const [[yearA, monthA, dayA], [yearB, monthB, dayB]] = [parts(a), parts(b)];
  if (slips(a, b) === 1 || (yearA === yearB && monthA === dayB && dayA === monthB)) return 'slip';
  if ([yearA === yearB, monthA === monthB, dayA === dayB].filter(Boolean).length === 2) return 'two_parts';
  const apart = Math.abs(Number(yearA) - Number(yearB));
  if (apart <= 1) return apart === 0 ? 'same_year' : 'near';
  return apart < 10 ? 'within_ten' : 'differs';
}

it('agrees with the levels told in words, on thousands of dates with impossible ones among them', async () => {
  const chance = seeded(7);
  const digits = (from: number, to: number, length: number): string =>
    String(from + Math.floor(chance() * (to - from + 1))).padStart(length, '0');
  // Years, months and days from short ranges, so that parts agree often; months and days to 19 and 35.
  const date = (): string => `${digits(1790, 1812, 4)}${digits(1, 19, 2)}${digits(1, 35, 2)}`;
  const pairs = Array.from({ length: 6000 }, () => {
    const a = date();
    if (chance() < 0.5) return [a, date()] as const;
    const at = Math.floor(chance() * 8);
    return [a, `${a.slice(0, at)}${digits(0, 9, 1)}${a.slice(at + 1)}`] as const;
  });
  const levels = await levelsOfValues(db, plan, pairs);
  const wrong = pairs.flatMap(([a, b], at) =>
    levels[at] === plainLevel(a, b) ? [] : [[a, b, levels[at], plainLevel(a, b)]],
  );
  expect(wrong).toEqual([]);
  expect(new Set(levels).size).toBe(dateLevels.length);
});

it('reads a date however it is written, the day before the month where the year is last', async () => {
  const spellings = [
    '1965-04-12',
    '1965/4/12',
    '1965.04.12',
    '19650412',
    '1965-04-12 00:00:00',
    '1965-04-12T08:30:00',
    '12/04/1965',
    '12-4-1965',
    '1965年4月12日',
  ];
  const levels = await levelsOfValues(
    db,
    plan,
    spellings.map((text) => ['1965-04-12', text]),
  );
  expect(Object.fromEntries(spellings.map((text, at) => [text, levels[at]]))).toEqual(
    Object.fromEntries(spellings.map((text) => [text, 'equal'])),
  );
});

it('compares impossible dates by their digits, and tells nothing of what is no date', async () => {
  expect(await levelOf('1965-02-30', '1965-02-20')).toBe('slip');
  expect(await levelOf('19651332', '1965-13-32')).toBe('equal');
  expect(await levelOf('1643-07-09', '1643-07-09')).toBe('equal');
  for (const nothing of [null, '', 'unknown', '不详'])
    expect(await levelOf('1965-04-12', nothing)).toBe('missing');
});
