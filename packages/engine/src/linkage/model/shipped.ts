import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import { parse } from 'yaml';
import type { Comparison } from '../compare/comparison.ts';
import type { ComparisonSpec, Plan } from '../plan/plan.ts';
import type { Beginning } from './estimate.ts';
import { type ComparisonModel, ModelFile, plainModel } from './model.ts';

/** Pairs that a shipped model, and that plain chances, count for when a run learns its own. */
const strength = { shipped: 400, plain: 20 } as const;
/** Expected matches from which a run learns its own weights. */
const enough = { shipped: 1000, plain: 40 } as const;

/** Reads a shipped model by name; null for `none`. @throws UserError LNK-120 */
export async function readModel(folder: string, name: string): Promise<ModelFile | null> {
  if (name === 'none') return null;
  const text = await readFile(join(folder, `${name}.yml`), 'utf8').catch(() => null);
  if (text === null || !/^[a-z0-9-]+$/.test(name)) throw unknownModel(name);
  return ModelFile.parse(parse(text));
}

/** Where learning begins for a plan: the shipped chances by kind of comparison, else those the comparisons come with. */
export function beginningOf(
  plan: Plan,
  comparisons: readonly Comparison[],
  shipped: ModelFile | null,
): Beginning {
  const plain = plainModel(comparisons);
  const kind = shipped === null ? 'plain' : 'shipped';
  return {
    comparisons: comparisons.map(
      (comparison, at) => shippedChances(plan, comparison, at, shipped) ?? plain[at] ?? never(),
    ),
    strength: strength[kind],
    enough: enough[kind],
    prior: plan.prior ?? null,
  };
}

function shippedChances(
  plan: Plan,
  { name, levels }: Comparison,
  at: number,
  shipped: ModelFile | null,
): ComparisonModel | null {
  const chances = knownOf(plan.compare[at], shipped);
  if (chances === undefined || levels.some(({ key }) => chances[key] === undefined)) return null;
  return {
    name,
    source: 'shipped',
    notes: [],
    levels: levels.map(({ key, m, u }) => ({ m: chances[key]?.[0] ?? m, u: chances[key]?.[1] ?? u })),
  };
}

/** Equal or not says little without what is compared: an exact comparison stands there as `exact(sex)`. */
function knownOf(
  spec: ComparisonSpec | undefined,
  shipped: ModelFile | null,
): ModelFile['comparisons'][string] | undefined {
  if (spec === undefined || shipped === null) return undefined;
  return shipped.comparisons[spec.by === 'exact' ? `exact(${spec.field})` : spec.by];
}

function never(): never {
  throw new Error('every comparison has its plain chances');
}

function unknownModel(name: string): UserError {
  return new UserError('LNK-120', {
    what: { zh: `没有名为“${name}”的模型。`, en: `There is no model called “${name}”.` },
    why: {
      zh: '方案的 model 只能写随产品提供的模型或 none。',
      en: 'A plan names one of the shipped models, or none.',
    },
    remedy: {
      zh: '登记名册请写 registers，其他数据写 none。',
      en: 'Write registers for registers of persons, none for anything else.',
    },
  });
}
