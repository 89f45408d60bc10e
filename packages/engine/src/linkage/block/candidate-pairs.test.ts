import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../dataset/sql-engine.ts';
import { twoValidNumbers } from '../compare/id-number.ts';
import {
  type MadeUpRecord,
  madeUpPlan,
  makeMadeUpSides,
  numbered,
  openForLinkage,
  seeded,
} from '../made-up-sides.ts';
import type { ReportedRule } from '../report/link-report.ts';
import { blockRule } from './block-rule.ts';
import { findCandidates } from './candidate-pairs.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});

const plan = madeUpPlan({ town: 'text', street: 'text', phones: 'list', born: 'date', number: 'id_number' }, [
  { by: 'exact', field: 'town' },
]);
const chance = seeded(23);
const of = (...words: readonly (string | null)[]): string | null =>
  words[Math.floor(chance() * words.length)] ?? null;
const record = (): MadeUpRecord => ({
  town: of('north', 'north', 'north', 'south', 'east', 'west', null),
  street: of('long lane', 'lane long', 'mill road', 'mill lane', 'high road', null),
  phones: of('1;2', '2;3', '3', '4;5;6', '1;6', null),
  born: of('1950-01-02', '1950-03-04', '1961-01-02', null),
  number: of(numbered('33990119500101301'), numbered('33990119500101302'), '3399011950010130', null),
});
const records = (n: number): MadeUpRecord[] => Array.from({ length: n }, record);

/** What each rule takes for the same, told without SQL: the keys of a record. */
const words = (text: string | null | undefined, by: string): string[] =>
  (text ?? '').split(by).filter((word) => word !== '');
const rules: readonly (readonly [
  terms: readonly string[],
  keys: (one: MadeUpRecord) => readonly string[],
])[] = [
  [['town'], ({ town }) => words(town, ';')],
  [['town', 'street'], ({ town, street }) => (town && street ? [`${town}/${street}`] : [])],
  [
    ['token(street)', 'year(born)'],
    ({ street, born }) => words(street, ' ').flatMap((word) => (born ? [`${word}/${born.slice(0, 4)}`] : [])),
  ],
  [['phones'], ({ phones }) => words(phones, ';')],
  [
    ['first(1, street)', 'month_day(born)'],
    ({ street, born }) => (street && born ? [`${street[0]}/${born.slice(5)}`] : []),
  ],
];

interface Brute {
  readonly pairs: Map<string, number>;
  readonly reports: readonly Omit<ReportedRule, 'terms'>[];
}

/** All pairs with the rules that find them, and what each rule counts, by going through everything. */
function bruteForce(
  left: readonly MadeUpRecord[],
  right: readonly MadeUpRecord[] | null,
  cap: number,
): Brute {
  const pairs = new Map<string, number>();
  const reports = rules.map(([, keysOf], place) => {
    const report = { pairs: 0, refusedValues: 0, refusedPairs: 0 };
    const [mine, theirs] = [left.map(keysOf), (right ?? left).map(keysOf)];
    for (const key of new Set(mine.flat())) {
      const found = mine.flatMap((keys, l) =>
        keys.includes(key)
          ? theirs.flatMap((others, r) =>
              others.includes(key) && (right !== null || l < r) ? [`${l + 1}-${r + 1}`] : [],
            )
          : [],
      );
      if (found.length > cap) {
        report.refusedValues += 1;
        report.refusedPairs += found.length;
        continue;
      }
      report.pairs += found.length;
      for (const pair of found) pairs.set(pair, (pairs.get(pair) ?? 0) | (1 << place));
    }
    return report;
  });
  return { pairs, reports };
}

async function found(isLink: boolean, cap: number, wherePair = 'true'): Promise<Brute> {
  const made = rules.map(([terms]) => blockRule(terms, plan));
  const side = { left: 'side_l', right: isLink ? 'side_r' : 'side_l' };
  const pairColumns = wherePair === 'true' ? [] : ['number_n', 'number_s'];
  const space = { ...side, whereLeft: 'true', whereRight: 'true', wherePair, pairColumns, cap };
  const told: number[] = [];
  const reports = await findCandidates(db, made, space, (rule) => told.push(rule));
  expect(told).toEqual(rules.map((_, at) => at));
  expect(reports.map(({ terms }) => terms)).toEqual(rules.map(([terms]) => terms));
  const rows = await rowsOf(db, 'select l, r, mask::integer as mask from candidate');
  const pairs = new Map(rows.map(({ l, r, mask }) => [`${l}-${r}`, Number(mask)]));
  expect(rows.length, 'every pair once').toBe(pairs.size);
  return {
    pairs,
    reports: reports.map(({ pairs: n, refusedValues, refusedPairs }) => ({
      pairs: n,
      refusedValues,
      refusedPairs,
    })),
  };
}
const sorted = ({ pairs }: Brute): [string, number][] => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));

it.each([
  ['two tables', true],
  ['one table', false],
])('finds and counts what going through all pairs finds: %s', async (_, isLink) => {
  const [left, right] = [records(90), isLink ? records(70) : null];
  await makeMadeUpSides(db, plan, left, right);
  for (const cap of [1_000_000, 300, 40]) {
    const [mine, brute] = [await found(isLink, cap), bruteForce(left, right, cap)];
    expect(mine.reports, `cap ${cap}`).toEqual(brute.reports);
    expect(sorted(mine), `cap ${cap}`).toEqual(sorted(brute));
  }
  // The caps must have refused something, and let something through.
  const { reports } = bruteForce(left, right, 300);
  expect(reports.some(({ refusedValues }) => refusedValues > 0)).toBe(true);
  expect(reports.some(({ pairs }) => pairs > 0)).toBe(true);
});

it('leaves out pairs of two different valid numbers, and no others', async () => {
  const left = records(80);
  await makeMadeUpSides(db, plan, left, null);
  const mine = await found(false, 1_000_000, `not ${twoValidNumbers('number')}`);
  const valid = (at: number): string | null =>
    left[at - 1]?.number?.length === 18 ? (left[at - 1]?.number ?? null) : null;
  const brute = sorted(bruteForce(left, null, 1_000_000));
  const rest = brute.filter(([pair]) => {
    const [a = 0, b = 0] = pair.split('-').map(Number);
    return valid(a) === null || valid(b) === null || valid(a) === valid(b);
  });
  expect(sorted(mine)).toEqual(rest);
  expect(rest.length).toBeLessThan(brute.length);
});
