import type { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import { comparePair } from './compare-rows.ts';
import { evidenceLine, type KeptRow } from './evidence-row.ts';
import { identityProof } from './identity-proof.ts';
import type { FindingMask } from './mask-finding.ts';
import { pairRows } from './pair-rows.ts';

/** Whom a lead is about, as far as its proof asks. */
export interface Proved {
  readonly tier: string;
  readonly subjectId: string | null;
  readonly isPerson: boolean;
}

/** Rows in words, pairs side by side, and the comparisons that led to the identity tier; all of it masked. */
export function proveLead(
  rows: readonly KeptRow[],
  { tier, subjectId, isPerson }: Proved,
  mask: FindingMask,
  isLookAlike: (a: string, b: string) => boolean,
): Pick<Output<typeof lead.get>, 'evidence' | 'pairs' | 'identity'> {
  const pairs = pairRows(rows, subjectId, isPerson).map((pair) => comparePair(rows, pair, mask, isLookAlike));
  return {
    evidence: rows.map((row) => evidenceLine(row, mask)),
    pairs,
    identity: identityProof(tier, pairs),
  };
}
