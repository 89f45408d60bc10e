import {
  type CombinationRule,
  combinedProgrammes,
  compatibilities,
} from '@yangguang/domain/arithmetic/combination';
import { z } from 'zod';
import { PackError } from './pack-error.ts';
import { readYaml } from './yaml-file.ts';

/** An instrument of policy/law, or a source in words where no text settles it. */
const Basis = z.union([
  z.strictObject({ instrument: z.string().min(1), article: z.string().min(1).optional() }),
  z.strictObject({ source: z.string().min(1) }),
]);

const CombinationFile = z.strictObject({
  pairs: z
    .array(
      z.strictObject({
        pair: z.tuple([z.enum(combinedProgrammes), z.enum(combinedProgrammes)]),
        is: z.enum(compatibilities),
        zh: z.string().min(1),
        en: z.string().min(1),
        basis: Basis,
        /** V primary text read · V2 quotation read · BK background knowledge · INF our inference */
        sure: z.enum(['V', 'V2', 'BK', 'INF']),
      }),
    )
    .min(1),
});

/** How two benefits stand to each other, with its basis and how sure that is. */
export type PackCombination = CombinationRule & z.output<typeof CombinationFile>['pairs'][number];

/**
 * Reads policy/tables/combinations.yml: which benefits one person may receive in the same month.
 * @throws PackError PACK-02 (shape), PACK-26 (a pair named twice, or with itself)
 */
export function readCombinations(text: string, file: string): PackCombination[] {
  const { pairs } = readYaml(text, file, CombinationFile);
  const seen = new Set<string>();
  for (const { pair } of pairs) {
    const key = [...pair].sort().join(' + ');
    if (seen.has(key) || pair[0] === pair[1]) {
      throw new PackError(
        'PACK-26',
        { file, line: 1 },
        {
          zh: `${key} 在同享表中出现两次，或与自身成对。请合并。`,
          en: `${key} is named twice in the table of combinations, or paired with itself. Merge the entries.`,
        },
      );
    }
    seen.add(key);
  }
  return pairs;
}
