import type { Got } from '../../api/use-api.tsx';

type Identity = NonNullable<Got<'lead.get'>['identity']>;
type Rung = Identity['rungs'][number];
export type Tier = Identity['tier'];

/** A bar of the figure: from where to where it moves what is known, both in units of the axis. */
export interface Bar {
  readonly rung: Rung;
  readonly from: number;
  readonly to: number;
}

/** The figure: weights in bits where the engine gives them, else steps from one tier to the next. */
export interface LadderLayout {
  readonly isWeighed: boolean;
  readonly bars: readonly Bar[];
  readonly low: number;
  readonly high: number;
}

/** How far a tier is from knowing nothing: 号同名异 is against, not half-way. */
const heights: Readonly<Record<Tier, number>> = { number_only: -1, likely: 1, same: 2 };

export function heightOf(tier: Tier | null): number {
  return tier === null ? 0 : heights[tier];
}

/** Bars that follow on each other. Steps only where a comparison decides: the others stay where they are. */
export function ladderLayout(rungs: readonly Rung[]): LadderLayout {
  const isWeighed = rungs.length > 0 && rungs.every(({ bits }) => bits !== null);
  let at = 0;
  const bars = rungs.map((rung): Bar => {
    const from = at;
    at = isWeighed ? at + (rung.bits ?? 0) : rung.decides ? heightOf(rung.after) : at;
    return { rung, from, to: at };
  });
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const least = isWeighed ? [0] : [-1, 0, 2];
  return { isWeighed, bars, low: Math.min(...least, ...ends), high: Math.max(...least, ...ends) };
}
