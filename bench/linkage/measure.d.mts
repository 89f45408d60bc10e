export interface LinkMeasures {
  linked: number;
  right: number;
  truth: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}
export function precisionRecall(counts: { linked: number; right: number; truth: number }): LinkMeasures;
export function bestCut(
  steps: Iterable<{ score: number; probability: number | null; linked: number; right: number }>,
  truth: number,
): (LinkMeasures & { score: number; probability: number | null }) | null;
export function upperBound(count: number, of: number, confidence?: number): number;
export function calibration(
  bands: readonly { band: string; pairs: number; expected: number; right: number }[],
): {
  bands: { band: string; pairs: number; predicted: number | null; observed: number | null }[];
  error: number | null;
};
export const smallestGroup: number;
export function groupErrors(
  groups: readonly { group: string; linked: number; right: number; truth: number }[],
): {
  groups: {
    group: string;
    linked: number;
    truth: number;
    falseLinks: number;
    missed: number;
    falsePer10k: number | null;
    missedPer10k: number | null;
  }[];
  falseRatio: number | null;
  missedRatio: number | null;
};
export function clusterMeasures(
  kindsOfCells: Iterable<{ cells: number; size: number; clusterSize: number; truthSize: number }>,
): {
  records: number;
  pairs: LinkMeasures;
  bCubed: { precision: number | null; recall: number | null; f1: number | null };
};
