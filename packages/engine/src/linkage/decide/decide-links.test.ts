import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../dataset/sql-engine.ts';
import { comparisonsOf } from '../compare/all.ts';
import { idLevels } from '../compare/id-number.ts';
import { personNameLevels } from '../compare/person-name.ts';
import { madeUpPlan, makeJudgements, openForLinkage, seeded } from '../made-up-sides.ts';
import type { Plan } from '../plan/plan.ts';
import { decideLinks } from './decide-links.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});

/** A scored pair: its records, score and the level of each comparison. */
type Scored = readonly [l: number, r: number, score: number, ...levels: number[]];
interface Decided {
  readonly l: number;
  readonly r: number;
  readonly score: number;
  readonly probability: number;
  readonly tier: string;
}

async function decided(plan: Plan, scored: readonly Scored[]): Promise<Decided[]> {
  const comparisons = comparisonsOf(plan, { looks: new Set(), wordBits: () => () => 1 });
  const columns = comparisons.map((_, place) => `c${place} utinyint`).join(', ');
  await db.run(`create or replace table scored (l integer, r integer, score double, ${columns})`);
  await db.run(`insert into scored values ${scored.map((row) => `(${row.join()})`).join()}`);
  await decideLinks(db, plan, comparisons);
  const rows = await rowsOf(
    db,
    'select l, r, score, probability::double as probability, tier from decided order by l, r',
  );
  return rows.map(({ l, r, score, probability, tier }) => ({
    l: Number(l),
    r: Number(r),
    score: Number(score),
    probability: Number(probability),
    tier: String(tier),
  }));
}

const simple = (more: object): Plan => madeUpPlan({ word: 'text' }, [{ by: 'exact', field: 'word' }], more);
const chance = seeded(5);
const upTo = (n: number): number => Math.floor(chance() * n);
/** Scores between 12 records and 12 others, about half of the pairs. */
const somePairs = (): Scored[] =>
  Array.from(
    { length: 144 },
    (_, at): Scored => [1 + Math.floor(at / 12), 1 + (at % 12), upTo(40) - 15, 1 + upTo(2)],
  ).filter(() => chance() < 0.5);

it('gives the odds of the score as probability, and tiers from the two bounds of the plan', async () => {
  await makeJudgements(db);
  const found = await decided(simple({ threshold: 0.7, same: 0.95 }), somePairs());
  for (const { score, probability, tier } of found) {
    const plain = 2 ** score / (1 + 2 ** score);
    expect(probability).toBeCloseTo(plain, 5);
    expect(tier).toBe(plain >= 0.95 ? 'same' : plain >= 0.7 ? 'likely' : 'below');
  }
  expect(new Set(found.map(({ tier }) => tier)).size).toBe(3);
});

it('shares the probability among the partners of a record where it has one at most', async () => {
  await makeJudgements(db);
  const scored = somePairs();
  const found = await decided(simple({ one_to_one: true }), scored);
  const odds = (pairs: readonly Scored[]): number => pairs.reduce((sum, [, , score]) => sum + 2 ** score, 0);
  for (const { l, r, score, probability, tier } of found) {
    const partners = Math.max(odds(scored.filter(([a]) => a === l)), odds(scored.filter(([, b]) => b === r)));
    expect(probability).toBeCloseTo(2 ** score / (1 + partners), 5);
    expect(tier !== 'below').toBe(2 ** score / (1 + partners) > 0.5);
  }
  const links = found.filter(({ tier }) => tier !== 'below');
  expect(links.length).toBeGreaterThan(3);
  expect(new Set(links.map(({ l }) => l)).size, 'one partner on the right').toBe(links.length);
  expect(new Set(links.map(({ r }) => r)).size, 'one partner on the left').toBe(links.length);
});

it('leaves two partners as good as each other to people', async () => {
  await makeJudgements(db);
  const one = simple({ one_to_one: true, threshold: 0.1 });
  const tie = await decided(one, [
    [1, 1, 30, 1],
    [1, 2, 30, 1],
    [2, 3, 30, 1],
    [3, 3, 30, 1],
    [4, 4, 30, 1],
  ]);
  expect(tie.map(({ tier }) => tier)).toEqual(['below', 'below', 'below', 'below', 'same']);
});

const people = madeUpPlan(
  { number: 'id_number', name: 'person_name', born: 'date', village: 'text', account: 'text' },
  [
    { by: 'id_number', field: 'number' },
    { by: 'person_name', field: 'name' },
    { by: 'date', field: 'born' },
    { by: 'place', fields: ['village'] },
    { by: 'exact', field: 'account' },
  ],
  { threshold: 0.5, same: 0.99 },
);
const id = (key: string): number => idLevels.findIndex((level) => level.key === key) + 1;
const name = (key: string): number => personNameLevels.findIndex((level) => level.key === key) + 1;

it('links nothing under names that cannot be one, and nothing on a name alone', async () => {
  await makeJudgements(db);
  // Every combination of levels of number and name, with nothing, a date, a place or an account beside it.
  const beside = [
    [0, 0, 0],
    [7, 5, 2],
    [2, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const speaking = beside.slice(2).map((others) => others.join());
  const levels = Array.from({ length: 9 }, (_, number) =>
    Array.from({ length: 14 }, (_none, its) => beside.map((others) => [number, its, ...others])),
  ).flat(2);
  for (const score of [40, 3]) {
    const found = await decided(
      people,
      levels.map((row, at): Scored => [at, at, score, ...row]),
    );
    const byPair = new Map(found.map((pair) => [pair.l, pair]));
    for (const [at, [number = 0, its = 0, ...others]] of levels.entries()) {
      const pair = byPair.get(at);
      const isBare = !speaking.includes(others.join()) && [0, id('differs')].includes(number);
      const isAlone = isBare && its >= name('equal') && its <= name('surname_only');
      const tier = isAlone ? undefined : tierOf(number, its, score);
      expect(pair?.tier, `number ${number}, name ${its}, others ${others.join()}`).toBe(tier);
    }
  }
});

/** The tiers of the plan above, told once more in words. */
function tierOf(number: number, its: number, score: number): string {
  const isSomebodyElse = its >= name('one_differs');
  if (isSomebodyElse) return number === id('equal') ? 'number_only' : 'below';
  // A number cut short is shared by whoever was born that day and registered nearby: twins have names that sound alike.
  const farthest = number === id('head') ? name('variant') : name('rearranged');
  const isSure = number >= id('equal') && number <= id('head') && its >= name('equal') && its <= farthest;
  return isSure && score > 6.7 ? 'same' : 'likely';
}

it('puts judgements over everything the model says', async () => {
  await makeJudgements(db, [
    [1, 1, 'same'],
    [2, 2, 'not_same'],
    [3, 3, 'unsure'],
    [4, 4, 'unsure'],
    [5, 5, 'same'],
    [6, 6, 'same'],
  ]);
  const found = await decided(people, [
    [1, 1, -30, id('differs'), name('equal'), 7, 5, 2],
    [2, 2, 60, id('equal'), name('equal'), 1, 1, 1],
    [3, 3, 60, id('equal'), name('equal'), 1, 1, 1],
    [4, 4, -30, id('birth'), name('one_lost'), 7, 1, 2],
    // Another name, and nothing but the name: neither keeps a judgement from standing.
    [5, 5, 20, id('equal'), name('different'), 1, 1, 1],
    [6, 6, -5, 0, name('equal'), 0, 0, 0],
    [7, 7, -5, 0, name('equal'), 0, 0, 0],
  ]);
  expect(found.map(({ l, tier }) => `${l} ${tier}`)).toEqual([
    '1 same',
    '2 below',
    '3 likely',
    '4 below',
    '5 same',
    '6 same',
  ]);
  expect(found.map(({ probability }) => probability).filter((p) => p === 1).length).toBeGreaterThanOrEqual(3);
  expect(found[1]?.probability).toBe(0);
});

it('gives nobody another partner who is one person with somebody by judgement, where one is all there may be', async () => {
  const scored: Scored[] = [
    [1, 1, 2, 1],
    [1, 2, 30, 1],
    [2, 1, 30, 1],
    [2, 2, 25, 1],
  ];
  await makeJudgements(db, [[1, 1, 'same']], true);
  const alone = await decided(simple({ one_to_one: true }), scored);
  expect(alone.map(({ tier }) => tier)).toEqual(['same', 'below', 'below', 'below']);
  await makeJudgements(db, [[1, 1, 'same']], false);
  const free = await decided(simple({}), scored);
  expect(free.map(({ tier }) => tier)).toEqual(['same', 'same', 'same', 'same']);
});
