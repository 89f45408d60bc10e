import { z } from 'zod';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Comparison } from '../compare/comparison.ts';

/** Chances of one level among pairs of one person (m) and of two people (u). */
export interface LevelChances {
  readonly m: number;
  readonly u: number;
}

/** What is known of one comparison. */
export interface ComparisonModel {
  readonly name: string;
  readonly source: 'shipped' | 'data' | 'default';
  readonly levels: readonly LevelChances[];
  readonly notes: readonly Bilingual[];
}

/** Everything a score is made of. */
export interface Model {
  /** Chance that two records taken at random are one person. */
  readonly prior: number;
  readonly comparisons: readonly ComparisonModel[];
}

const Chances = z.record(z.string(), z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]));

/** A shipped model: chances by kind of comparison and level, with the data and command they were learnt with. */
export const ModelFile = z.strictObject({
  name: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** How it was learnt: the command that repeats it. */
  recipe: z.string().min(1),
  comparisons: z.record(z.string(), Chances),
});
export type ModelFile = z.output<typeof ModelFile>;

/** Weight of a level in bits: how much more often it is seen in one person than in two. */
export const bitsOf = ({ m, u }: LevelChances): number => Math.log2(Math.max(m, 1e-9) / Math.max(u, 1e-12));

/** Where every pair starts, in bits. */
export const priorBits = (prior: number): number => Math.log2(prior / (1 - prior));

/** The chances the comparisons come with, before anything is learnt. */
export function plainModel(comparisons: readonly Comparison[]): ComparisonModel[] {
  return comparisons.map(({ name, levels }) => ({
    name,
    source: 'default',
    levels: levels.map(({ m, u }) => ({ m, u })),
    notes: [],
  }));
}
