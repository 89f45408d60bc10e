import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import { valueOf } from '../../dataset/sql-engine.ts';
import { linkTables, type Linked } from '../link-tables.ts';
import {
  type MadeUpRecord,
  madeUpPlan,
  makeJudgements,
  makeMadeUpSides,
  numbered,
  openForLinkage,
  seeded,
} from '../made-up-sides.ts';
import type { PairInWords, Weight } from '../report/link-report.ts';
import { explainPair, makeReport } from './make-report.ts';
import { tellPairs } from './tell-pairs.ts';

/** Every kind of comparison, and rarity wherever there is any. */
const plan = madeUpPlan(
  {
    number: 'id_number',
    name: 'person_name',
    born: { type: 'date', else: 'number' },
    town: 'text',
    village: 'text',
    given: 'text',
    surname: 'text',
    street: 'text',
    title: 'text',
    school: 'text',
    amount: 'number',
    phones: 'list',
  },
  [
    { by: 'id_number', field: 'number' },
    { by: 'person_name', field: 'name' },
    { by: 'date', field: 'born' },
    { by: 'place', fields: ['town', 'village'] },
    { by: 'names', fields: ['given', 'surname'] },
    { by: 'text', field: 'street' },
    { by: 'tokens', field: 'title' },
    { by: 'exact', field: 'school' },
    { by: 'number', field: 'amount', within: [1, '10%'] },
    { by: 'list', field: 'phones', shared: [2, 1] },
    { by: 'sql', name: 'over', fields: ['amount'], levels: ['l.amount_x > r.amount_x + 40'] },
  ],
  { block: [['town'], ['phones'], ['number'], ['first(2, street)']] },
);

const chance = seeded(77);
const of = (...words: readonly string[]): string => words[Math.floor(chance() ** 2 * words.length)] ?? '';
const two = (n: number): string => String(n).padStart(2, '0');
function record(): MadeUpRecord {
  const born = `${1940 + Math.floor(chance() * 50)}${two(1 + Math.floor(chance() * 12))}${two(1 + Math.floor(chance() * 28))}`;
  return {
    number: numbered(`339901${born}${101 + Math.floor(chance() * 800)}`),
    name: of('王', '李', '张', '欧阳') + of('建', '秀', '玉', '小') + of('国', '英', '兰', '燕', '明'),
    born: `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`,
    town: of('城关镇', '红旗镇', '建设镇'),
    village: of('李家村', '东村', '西村', '南村'),
    given: of('anna', 'boris', 'clara', 'david', 'elena'),
    surname: of('abbott', 'berger', 'castle', 'dorsey'),
    street: of('long lane 1', 'long lane 2', 'mill road 12', 'high road 7', 'station square'),
    title: of('the long road', 'road the long', 'mill and lane', 'zephyr', 'the zephyr and the mill'),
    school: of('north', 'south', 'east'),
    amount: String(Math.floor(chance() * 100)),
    phones: of('1;2', '2;3', '3;4;1', '5'),
  };
}
/** The same person as another list has it: values lost, taken from somebody else, or misspelt. */
function double(one: MadeUpRecord): MadeUpRecord {
  const other = record();
  const slipped = (text: string | null): string | null =>
    text === null ? null : `${text.slice(0, -2)}${text.slice(-1)}${text.slice(-2, -1)}`;
  return Object.fromEntries(
    Object.entries(one).map(([field, value]) => {
      const kind = chance();
      return [
        field,
        kind < 0.1 ? null : kind < 0.2 ? (other[field] ?? null) : kind < 0.3 ? slipped(value) : value,
      ];
    }),
  );
}
const left = Array.from({ length: 90 }, () => (chance() < 0.1 ? { ...record(), name: null } : record()));
const right = [...left.slice(0, 60).map(double), ...Array.from({ length: 30 }, record)];

interface Done {
  readonly linked: Linked;
  readonly told: readonly PairInWords[];
  readonly pairs: number;
}
let db: DuckDBConnection;
let between: Done;
/** The tables of this one are still there when the tests run. */
let within: Done;
beforeAll(async () => {
  db = await openForLinkage();
  between = await done(true);
  within = await done(false);
});

async function done(isLink: boolean): Promise<Done> {
  await makeMadeUpSides(db, plan, isLink ? left : [...left, ...right], isLink ? right : null);
  await makeJudgements(db);
  const linked = await linkTables(db, { plan, isLink, looks: new Set(), shipped: null }, () => undefined);
  const told = await tellPairs(db, { plan, isLink, linked, where: 'true', limit: 1_000_000 });
  return { linked, told, pairs: Number(await valueOf(db, 'select count(*) from decided')) };
}
const tenThousandths = (bits: number): number => Math.round(bits * 10_000);
const addsUp = ({ score, weights }: PairInWords): boolean =>
  weights.reduce((sum, { bits }) => sum + tenThousandths(bits), 0) === tenThousandths(score);

it('tells weights that add up to the score, for every pair of a linkage', () => {
  for (const { told, pairs } of [between, within]) {
    expect(told.length).toBe(pairs);
    expect(told.length).toBeGreaterThan(800);
    const wrong = told.filter((pair) => !addsUp(pair));
    expect(wrong.map(({ idLeft, idRight }) => [idLeft, idRight])).toEqual([]);
    const order = ['prior', ...within.linked.comparisons.map(({ name }) => name)].join();
    const others = told.filter(
      ({ weights }) => [...new Set(weights.map(({ comparison }) => comparison))].join() !== order,
    );
    expect(others).toEqual([]);
    // This says nothing unless there is rarity in all its places among the pairs.
    const rare = told.flatMap(({ weights }) => weights.filter(({ level }) => level === 'rarity'));
    const names = new Set(rare.map(({ comparison }) => comparison));
    expect([...names].sort()).toEqual(['given_surname', 'name', 'school', 'street', 'title', 'town_village']);
  }
});

it('shows with each weight the two values that were compared, and a sentence in both languages', () => {
  const weights = between.told.flatMap((pair) => pair.weights.slice(1));
  expect(
    weights.filter(({ words }) => !/\p{Script=Han}/u.test(words.zh) || /\p{Script=Han}/u.test(words.en)),
  ).toEqual([]);
  const hasNoValue = weights.filter(
    (one) => one.level === 'equal' && (one.left === null || one.right === null),
  );
  expect(hasNoValue).toEqual([]);
  const some = (comparison: string, level: string): Weight | undefined =>
    weights.find((weight) => weight.comparison === comparison && weight.level === level);
  const equal = some('number', 'equal');
  expect(equal?.left).toMatch(/^339901\d{11}[\dX]$/);
  expect(equal?.left).toBe(equal?.right);
  expect(some('street', 'slip')?.left).not.toBe(some('street', 'slip')?.right);
  expect(some('phones', 'missing')?.bits).toBe(0);
});

it('says of a surname that it is at home in a village, not that so many records have it', () => {
  const rare = between.told.flatMap(({ weights }) =>
    weights.filter(({ comparison, level }) => comparison === 'town_village' && level === 'rarity'),
  );
  expect(rare.length).toBeGreaterThan(20);
  for (const { bits, words } of rare.slice(0, 200)) {
    expect(bits, 'a village of one surname takes back, it never gives').toBeLessThan(0);
    const times = /([\d.]+) times/.exec(words.en)?.[1] ?? '';
    expect(2 ** -bits).toBeCloseTo(Number(times), 1);
    expect(words.zh).toContain(`${times}倍`);
  }
});

it('reports what the tables say, and explains one pair in either order', async () => {
  const { linked, told } = within;
  const finished = { plan, isLink: false, names: ['a.csv'], linked, clusters: 7, phases: [] };
  const report = await makeReport(db, finished);
  expect([report.left.records, report.right, report.clusters]).toEqual([left.length + right.length, null, 7]);
  expect(report.compared).toBe(Number(await valueOf(db, 'select count(*) from compared')));
  expect(report.histogram.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(told.length);
  for (const { levels } of report.comparisons)
    expect(levels.reduce((sum, { pairs }) => sum + pairs, 0)).toBeLessThanOrEqual(report.compared);
  const tiers = (tier: string): number => told.filter((pair) => pair.tier === tier).length;
  expect(report.links).toEqual({ same: tiers('same'), likely: tiers('likely') });
  const shares = report.unlinkable.map(({ share }) => share);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(report.samples.every(addsUp)).toBe(true);
  const one = told[100];
  const ids = [one?.idLeft ?? '', one?.idRight ?? ''] as const;
  expect(await explainPair(db, plan, false, linked, ids)).toEqual(one);
  expect(await explainPair(db, plan, false, linked, [ids[1], ids[0]])).toEqual(one);
  expect(await explainPair(db, plan, false, linked, [ids[0], ids[0]])).toBeNull();
});
