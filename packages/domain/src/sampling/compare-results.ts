import { byCodePoint, type FrameHousehold } from './frame.ts';
import type { Draw } from './draw-sample.ts';
import { type Confidence, type RateInterval, rateInterval, weightedInterval } from './rate-interval.ts';

/** What the first investigation and the re-check found about one household. */
export interface Recheck {
  readonly id: string;
  /** Outcome as the office words it: keep, stop, reduce, increase, add … */
  readonly first: string;
  readonly second: string;
}

export interface StratumDifference {
  readonly stratum: string;
  /** The 100 % part of a stratum is a line of its own: it says nothing about the others. */
  readonly part: 'must' | 'drawn';
  /** Households this line stands for. */
  readonly all: number;
  readonly drawn: number;
  readonly checked: number;
  readonly differing: number;
  readonly interval: RateInterval | null;
}

export interface TownDifference {
  readonly town: string;
  readonly drawn: number;
  readonly checked: number;
  readonly differing: number;
  /** Persons of the households that differ. */
  readonly differingPersons: number;
}

export interface DifferentResult extends Recheck {
  readonly town: string;
  readonly stratum: string;
  readonly persons: number;
  /** Accounts whose first result it was. */
  readonly investigators: readonly string[];
}

/** First result against re-check. Order of every list is by code point, so equal inputs give equal reports. */
export interface DifferenceReport {
  readonly seed: string;
  readonly frameHash: string;
  readonly strata: readonly StratumDifference[];
  readonly towns: readonly TownDifference[];
  /** 'first → second' and how many households. */
  readonly kinds: readonly { readonly kind: string; readonly households: number }[];
  readonly differences: readonly DifferentResult[];
  /** Households drawn and not yet checked. */
  readonly unchecked: readonly string[];
  readonly checked: number;
  readonly differing: number;
  /** Error rate of the whole frame, weighted by the size of its lines. */
  readonly overall: RateInterval | null;
  /** Households in lines where nothing was checked: `overall` says nothing about them. */
  readonly unknownHouseholds: number;
  readonly confidence: Confidence;
}

interface Line extends StratumDifference {
  readonly ids: readonly string[];
}

/**
 * The difference report: error rate per stratum and for the whole, each with an interval (`rateInterval`,
 * `weightedInterval`), the table by town, and every differing household with its first investigators. A household differs
 * when the two outcomes are not the same word. Rates are of households. Re-checks of households outside the draw are left
 * out of every number, because they were not drawn by chance.
 */
export function compareResults(
  draw: Draw,
  frame: readonly FrameHousehold[],
  rechecks: readonly Recheck[],
  confidence: Confidence = 0.95,
): DifferenceReport {
  const second = new Map(rechecks.map((r) => [r.id, r]));
  const lines = draw.strata.flatMap((s) => [
    lineOf(s.stratum, 'must', s.must, s.must.length, second, confidence),
    lineOf(s.stratum, 'drawn', s.drawn, s.households - s.must.length, second, confidence),
  ]);
  const kept = lines.filter((line) => line.all > 0);
  const inDraw = new Set(kept.flatMap((line) => line.ids));
  const drawnHouseholds = frame.filter((h) => inDraw.has(h.id)).sort((a, b) => byCodePoint(a.id, b.id));
  const differences = drawnHouseholds.flatMap((h) => differenceOf(h, second.get(h.id)));
  return {
    seed: draw.seed,
    frameHash: draw.frameHash,
    strata: kept.map(({ ids: _, ...line }) => line),
    towns: townsOf(drawnHouseholds, second, differences),
    kinds: kindsOf(differences),
    differences,
    unchecked: drawnHouseholds.filter((h) => !second.has(h.id)).map((h) => h.id),
    checked: kept.reduce((sum, line) => sum + line.checked, 0),
    differing: differences.length,
    overall: weightedInterval(kept),
    unknownHouseholds: kept.filter((l) => l.interval === null).reduce((sum, l) => sum + l.all, 0),
    confidence,
  };
}

function lineOf(
  stratum: string,
  part: StratumDifference['part'],
  ids: readonly string[],
  all: number,
  second: ReadonlyMap<string, Recheck>,
  confidence: Confidence,
): Line {
  const results = ids.flatMap((id) => second.get(id) ?? []);
  const differing = results.filter((r) => r.first !== r.second).length;
  const interval = rateInterval({ all, checked: results.length, wrong: differing }, confidence);
  return { stratum, part, all, drawn: ids.length, checked: results.length, differing, interval, ids };
}

function differenceOf(household: FrameHousehold, recheck: Recheck | undefined): DifferentResult[] {
  if (recheck === undefined || recheck.first === recheck.second) return [];
  const { town, stratum, persons, investigators } = household;
  return [{ ...recheck, town, stratum, persons, investigators: [...investigators].sort(byCodePoint) }];
}

function townsOf(
  drawn: readonly FrameHousehold[],
  second: ReadonlyMap<string, Recheck>,
  differences: readonly DifferentResult[],
): TownDifference[] {
  const towns = new Map<
    string,
    { drawn: number; checked: number; differing: number; differingPersons: number }
  >();
  for (const { id, town } of drawn) {
    const row = towns.get(town) ?? { drawn: 0, checked: 0, differing: 0, differingPersons: 0 };
    row.drawn += 1;
    row.checked += second.has(id) ? 1 : 0;
    towns.set(town, row);
  }
  for (const { town, persons } of differences) {
    const row = towns.get(town);
    if (row === undefined) continue;
    row.differing += 1;
    row.differingPersons += persons;
  }
  return [...towns].sort(([a], [b]) => byCodePoint(a, b)).map(([town, row]) => ({ town, ...row }));
}

function kindsOf(differences: readonly DifferentResult[]): { kind: string; households: number }[] {
  const counts = new Map<string, number>();
  for (const { first, second } of differences) {
    const kind = `${first} → ${second}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, households]) => ({ kind, households }))
    .sort((a, b) => b.households - a.households || byCodePoint(a.kind, b.kind));
}
