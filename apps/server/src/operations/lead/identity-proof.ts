import type { EvidencePair, IdentityProof } from '@yangguang/contract/lead-proof';
import { identityLadder } from '@yangguang/domain/comparison/identity-ladder';
import type { z } from 'zod';

type Pair = z.output<typeof EvidencePair>;
type Proof = z.output<typeof IdentityProof>;

const tiers: ReadonlySet<string> = new Set(['same', 'likely', 'number_only']);

/** The comparisons that led to the tier, of the first pair; null where the lead is about nobody or one row alone. */
export function identityProof(tier: string, [pair]: readonly Pair[]): Proof | null {
  if (pair === undefined || !isTier(tier)) return null;
  const compared = pair.fields.flatMap(({ aspect, difference }) =>
    aspect === null || aspect === 'relation' ? [] : [{ aspect, difference }],
  );
  const rungs = identityLadder(compared, tier);
  // Rows that nothing ties together led to no tier: they are shown because the lead is about them.
  return rungs.some(({ decides, direction }) => decides && direction === 'for')
    ? { tier, pair: 0, rungs }
    : null;
}

function isTier(tier: string): tier is Proof['tier'] {
  return tiers.has(tier);
}
