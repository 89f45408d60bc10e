import type { DuckDBConnection } from '@duckdb/node-api';
import { isValidId } from '@yangguang/domain/words/id-number';
import { beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../dataset/sql-engine.ts';
import { linkTables } from './link-tables.ts';
import {
  type MadeUpRecord,
  madeUpPlan,
  makeJudgements,
  makeMadeUpSides,
  numbered,
  openForLinkage,
  seeded,
} from './made-up-sides.ts';
import type { Plan } from './plan/plan.ts';
import type { ReportedRule } from './report/link-report.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});

const planWith = (more: object): Plan =>
  madeUpPlan(
    {
      number: 'id_number',
      name: 'person_name',
      born: { type: 'date', else: 'number' },
      town: 'text',
      village: 'text',
    },
    [
      { by: 'id_number', field: 'number' },
      { by: 'person_name', field: 'name' },
      { by: 'date', field: 'born' },
      { by: 'place', fields: ['town', 'village'] },
    ],
    {
      block: [['number'], ['solved(number)'], ['head15(number)'], ['name', 'village'], ['village', 'born']],
      one_to_one: true,
      ...more,
    },
  );
const plan = planWith({});

const chance = seeded(101);
const upTo = (n: number): number => Math.floor(chance() * n);
const of = (text: string): string => [...text][upTo([...text].length)] ?? '';
const two = (n: number): string => String(n).padStart(2, '0');
function person(): MadeUpRecord {
  const born = `${1930 + upTo(70)}${two(1 + upTo(12))}${two(1 + upTo(28))}`;
  return {
    number: numbered(`3399${two(1 + upTo(9))}${born}${101 + upTo(890)}`),
    name: of('王李张刘陈杨赵黄') + of('建秀玉小国志桂春海') + of('国英兰燕明军珍华平'),
    born: `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`,
    town: `${of('甲乙丙')}镇`,
    village: `${of('东西南北上下前后')}${of('李王河山')}村`,
  };
}
const people = (n: number): MadeUpRecord[] => Array.from({ length: n }, person);

interface Pair {
  readonly l: number;
  readonly r: number;
  readonly tier: string;
}
async function linked(
  left: readonly MadeUpRecord[],
  right: readonly MadeUpRecord[] | null,
  how = plan,
): Promise<{ pairs: Pair[]; rules: readonly ReportedRule[] }> {
  await makeMadeUpSides(db, how, left, right);
  const task = { plan: how, isLink: right !== null, looks: new Set<string>(), shipped: null };
  const { rules } = await linkTables(db, task, () => undefined);
  const rows = await rowsOf(db, 'select l, r, tier from decided order by l, r');
  return { pairs: rows.map(({ l, r, tier }) => ({ l: Number(l), r: Number(r), tier: String(tier) })), rules };
}
const links = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ tier }) => tier === 'same' || tier === 'likely');

it('links nobody where no person is in both lists', async () => {
  await makeJudgements(db);
  // Half of the second list has no number, so that namesakes of one village are compared.
  const right = people(800).map((one, at) => (at % 2 === 0 ? { ...one, number: null } : one));
  const { pairs } = await linked(people(800), right);
  expect(pairs.length, 'there are pairs to be decided').toBeGreaterThan(0);
  expect(links(pairs)).toEqual([]);
});

it('finds damaged numbers again and never brings two right ones together', async () => {
  await makeJudgements(db);
  const left = people(400);
  const damage: readonly ((id: string) => string | null)[] = [
    (id) => id,
    (id) => `${id.slice(0, 15)}000`,
    (id) => `${id.slice(0, 15)}${id[16]}${id[15]}${id[17]}`,
    () => null,
    // Another right number, the nearest there is: whoever has it is somebody else, whatever agrees.
    (id) => numbered(`${id.slice(0, 16)}${(Number(id[16]) + 5) % 10}`),
  ];
  const right = left
    .slice(0, 300)
    .map((one, at) => ({ ...one, number: damage[at % 5]?.(one.number ?? '') ?? null }));
  const { pairs } = await linked(left, right);
  const isOther = ({ l, r }: Pair): boolean => {
    const [a, b] = [left[l - 1]?.number ?? '', right[r - 1]?.number ?? ''];
    // What ends in three zeros may have been cut, in a list where many are.
    return isValidId(a) && isValidId(b) && !b.endsWith('000') && a !== b;
  };
  expect(links(pairs).filter(isOther)).toEqual([]);
  const found = (kind: number): number =>
    links(pairs).filter(({ l, r }) => l === r && (r - 1) % 5 === kind).length;
  expect([0, 1, 2, 3].map((kind) => found(kind) >= 58)).toEqual([true, true, true, true]);
  expect(links(pairs).filter(({ l, r }) => l !== r)).toEqual([]);
});

it('tells an equal number under another name apart, and links neither of the two', async () => {
  await makeJudgements(db);
  const left = people(200);
  const right = left.map((one, at) => (at < 5 ? { ...one, name: '欧阳嫣' } : one));
  const { pairs } = await linked(left, right);
  const tiers = pairs.filter(({ l, r }) => l === r).map(({ tier }) => tier);
  expect(tiers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'number_only'));
  expect(new Set(tiers.slice(5))).toEqual(new Set(['same']));
});

it('leaves twins and namesakes of one village who cannot be told apart to people', async () => {
  await makeJudgements(db);
  const left = people(200);
  const bare = left.map((one) => ({ ...one, number: null }));
  // The second list has the first person twice, and nothing that tells the two apart.
  const { pairs } = await linked(left, [...bare, { ...bare[0] }]);
  const first = pairs.filter(({ l }) => l === 1);
  expect(first.filter(({ r }) => r === 1 || r === 201).map(({ tier }) => tier)).toEqual(['below', 'below']);
  expect(links(pairs).length).toBeGreaterThan(180);
});

it('compares and decides pairs that people have judged, though no rule finds them', async () => {
  const [left, right] = [people(50), people(50)];
  await makeJudgements(db, [[3, 7, 'same']], true);
  const { pairs } = await linked(left, right);
  expect(pairs.find(({ l, r }) => l === 3 && r === 7)?.tier).toBe('same');
  await makeJudgements(db, [[1, 1, 'not_same']], true);
  const own = await linked(
    left,
    left.map((one) => ({ ...one })),
  );
  expect(own.pairs.find(({ l, r }) => l === 1 && r === 1)?.tier).toBe('below');
  expect(links(own.pairs).length).toBe(49);
});

it('reports the rules in the order of the plan, with those that are run first among them', async () => {
  await makeJudgements(db);
  const last = planWith({ block: [['village', 'name'], ['number']], block_cap: 100 });
  const left = people(120);
  const { rules } = await linked(
    left,
    left.map((one) => ({ ...one })),
    last,
  );
  expect(rules.map(({ terms }) => terms)).toEqual(last.block);
  expect(rules[1]?.pairs).toBe(120);
});

it('gives the same decisions when run again', async () => {
  await makeJudgements(db);
  const [left, right] = [people(300), people(300)];
  const mixed = right.map((one, at) => (at % 2 === 0 ? { ...(left[at] ?? one), number: null } : one));
  const first = await linked(left, mixed);
  expect(await linked(left, mixed)).toEqual(first);
});
