import type { household } from '@yangguang/contract/household';
import type { Output } from '@yangguang/contract/operation';
import {
  type CombinedProgramme,
  combinedProgrammes,
  combinedWords,
} from '@yangguang/domain/arithmetic/combination';
import type { CombinationWords } from '../../policy/policy-view.ts';

type Beside = Output<typeof household.get>['combinations'][number];

/** Programmes of appointments and rolls that bear another name in the table of combinations. */
const combined: Readonly<Record<string, CombinedProgramme>> = {
  dibao_urban: 'dibao',
  dibao_rural: 'dibao',
  temporary: 'temporary_relief',
};

/**
 * What may and may not be received beside what a household receives, in the order: what excludes or limits each other
 * among what it receives, then the rest as the table has it. It says nothing of who in the household receives what.
 * @param programmes of the entitlements in force
 */
export function lawfulCombinations(
  table: readonly CombinationWords[],
  programmes: readonly string[],
): Beside[] {
  const received = new Set(programmes.flatMap((one) => combinedOf(one) ?? []));
  const lines = table.flatMap(({ pair: [a, b], is, zh, en, basis, sure }): Beside[] => {
    const [programme, other] = received.has(a) ? [a, b] : [b, a];
    if (!received.has(programme)) return [];
    return [
      {
        ...{ programme, other, is, basis, sure },
        title: combinedWords[programme],
        otherTitle: combinedWords[other],
        says: { zh, en },
        isReceived: received.has(other),
      },
    ];
  });
  return [...lines.filter(({ isReceived }) => isReceived), ...lines.filter(({ isReceived }) => !isReceived)];
}

function combinedOf(programme: string): CombinedProgramme | null {
  return combined[programme] ?? combinedProgrammes.find((one) => one === programme) ?? null;
}
