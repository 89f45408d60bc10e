import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { comparisonsOf } from '../compare/all.ts';
import type { Comparison } from '../compare/comparison.ts';
import { idLevels } from '../compare/id-number.ts';
import { type Plan, PlanFile } from '../plan/plan.ts';
import { bitsOf, type ComparisonModel } from './model.ts';
import { beginningOf, readModel } from './shipped.ts';

const folder = fileURLToPath(new URL('../../../../../policy/linkage/models', import.meta.url));

const plan = PlanFile.parse({
  fields: {
    id: { type: 'id_number', column: '身份证号' },
    name: { type: 'person_name', column: '姓名' },
    born: { type: 'date', column: '出生日期', else: 'id' },
    town: { type: 'text', column: '乡镇' },
    village: { type: 'text', column: '村' },
    phone: { type: 'text', column: '手机号' },
    sex: { type: 'text', column: '性别' },
    house: { type: 'text', column: '门牌' },
  },
  compare: [
    { by: 'id_number', field: 'id' },
    { by: 'person_name', field: 'name' },
    { by: 'date', field: 'born' },
    { by: 'place', fields: ['town', 'village'] },
    { by: 'exact', field: 'phone' },
    { by: 'exact', field: 'sex' },
    { by: 'exact', field: 'house' },
  ],
  block: [['id']],
  model: 'registers',
});
const comparisons = comparisonsOf(plan, { looks: () => false, wordBits: () => () => 10 });

const begin = async (one: Plan = plan): Promise<readonly ComparisonModel[]> =>
  beginningOf(one, comparisons, await readModel(folder, one.model)).comparisons;

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);

const bitsAt = (models: readonly ComparisonModel[], name: string, key: string): number => {
  const place = comparisons.findIndex((comparison) => comparison.name === name);
  const level = comparisons[place]?.levels.findIndex((one) => one.key === key) ?? -1;
  return bitsOf(models[place]?.levels[level] ?? { m: Number.NaN, u: Number.NaN });
};

it('has a chance for every level of the comparisons of a register, and none for others', async () => {
  const sources = (await begin()).map(({ name, source }) => [name, source]);
  expect(Object.fromEntries(sources)).toEqual({
    id: 'shipped',
    name: 'shipped',
    born: 'shipped',
    town_village: 'shipped',
    phone: 'shipped',
    sex: 'shipped',
    house: 'default',
  });
});

it('has chances that add up to one', async () => {
  for (const { name, levels } of await begin()) {
    expect(sum(levels.map(({ m }) => m)), `m of ${name}`).toBeCloseTo(1, 2);
    expect(sum(levels.map(({ u }) => u)), `u of ${name}`).toBeCloseTo(1, 2);
  }
});

it('weighs stronger levels more where levels have an order', async () => {
  const models = await begin();
  for (const [place, { name, isOrdered }] of comparisons.entries()) {
    const bits = (models[place]?.levels ?? []).map(bitsOf);
    expect(bits[0], name).toBeGreaterThan(0.9);
    expect(bits.at(-1), name).toBeLessThan(0);
    const inOrder = [...bits].sort((a, b) => b - a);
    expect(isOrdered ? bits : inOrder, name).toEqual(inOrder);
    // What is hardly ever so among strangers may speak louder than a common equality, but not much.
    expect(Math.max(...bits) - (bits[0] ?? 0), name).toBeLessThan(3);
  }
});

it('never says that strangers agree in numbers more rarely than theory does', async () => {
  const u = (await begin())[0]?.levels.map((level) => level.u) ?? [];
  // An equal number is beyond counting; people of one county come near each other's numbers more often than others.
  expect(u[0]).toBe(idLevels[0]?.u);
  for (const [at, { key, u: theory }] of idLevels.slice(0, -1).entries())
    expect(u[at], key).toBeGreaterThanOrEqual(theory * 0.54);
});

it('tells a telephone from a sex: both are only equal or not', async () => {
  const models = await begin();
  expect(bitsAt(models, 'phone', 'equal')).toBeGreaterThan(8);
  expect(bitsAt(models, 'sex', 'equal')).toBeLessThan(1.5);
  // Telephone numbers change, sexes hardly do.
  expect(bitsAt(models, 'sex', 'differs')).toBeLessThan(bitsAt(models, 'phone', 'differs'));
});

it('begins from the plain chances without a model', async () => {
  const plain = await begin({ ...plan, model: 'none' });
  expect(plain.every(({ source }) => source === 'default')).toBe(true);
  expect(plain[1]?.levels).toEqual(levelsOf(comparisons[1]));
});

it('refuses a model that does not ship, and a name that leads out of the folder', async () => {
  await expect(readModel(folder, 'unknown')).rejects.toMatchObject({ code: 'LNK-120' });
  await expect(readModel(folder, '../models/registers')).rejects.toMatchObject({ code: 'LNK-120' });
});

const levelsOf = (comparison: Comparison | undefined): { m: number; u: number }[] =>
  (comparison?.levels ?? []).map(({ m, u }) => ({ m, u }));
