import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { bitsOf, type LevelChances } from './model.ts';

export interface Guarded {
  readonly levels: readonly LevelChances[];
  readonly notes: readonly Bilingual[];
}

/** Weights that differ by less are equal: the last digits of a quotient say nothing. */
const alike = 1e-9;

/**
 * A stronger level may not weigh less than a weaker one: where the data say so (too few pairs, or records of relatives),
 * the levels in question share their chances, and it is told. For comparisons without an order only the weakest level
 * is held to weigh no more than the strongest.
 */
export function guardOrder(levels: readonly LevelChances[], isOrdered: boolean): Guarded {
  const pooled = isOrdered ? poolInOrder(levels) : [...levels];
  const [first, last] = [pooled[0], pooled.at(-1)];
  if (first !== undefined && last !== undefined && bitsOf(last) > bitsOf(first) + alike)
    pooled[pooled.length - 1] = first;
  const changed = pooled.filter((level, at) => level !== levels[at]).length;
  if (changed === 0) return { levels: pooled, notes: [] };
  return {
    levels: pooled,
    notes: [
      {
        zh: `数据中有${changed}个等级的强弱次序颠倒，已合并计算。`,
        en: `${changed} levels came out in the wrong order and share their weight.`,
      },
    ],
  };
}

/** Pools neighbours until weights fall from level to level. */
function poolInOrder(levels: readonly LevelChances[]): LevelChances[] {
  const groups: { m: number; u: number; size: number; own: LevelChances }[] = [];
  for (const own of levels) {
    groups.push({ m: own.m, u: own.u, size: 1, own });
    for (let [a, b] = groups.slice(-2); a && b && bitsOf(b) > bitsOf(a) + alike; [a, b] = groups.slice(-2)) {
      groups.splice(-2, 2, { m: a.m + b.m, u: a.u + b.u, size: a.size + b.size, own });
    }
  }
  return groups.flatMap(({ m, u, size, own }) =>
    size === 1 ? [own] : Array.from({ length: size }, () => ({ m: m / size, u: u / size })),
  );
}
