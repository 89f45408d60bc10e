/** A rate with its interval, all in [0, 1]. Null where nothing was checked. */
export interface RateInterval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided confidence of the intervals, and its standard normal quantile. */
export const confidences = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
} as const;

export type Confidence = keyof typeof confidences;

/**
 * Error rate of a population of `all` households of which `checked` were drawn by simple random sampling without replacement
 * and `wrong` of these differ; Wilson's score interval with the finite population correction.
 *
 * With p = wrong/checked, the variance of p under simple random sampling is (P Q / n) · (N − n)/(N − 1) (Cochran, Sampling
 * Techniques, 3rd ed. 1977, §3.2). That is the variance of a sample with replacement of size
 *
 *   n′ = n · (N − 1)/(N − n)
 *
 * which is put into the score interval (Wilson, JASA 22, 1927, 209–212):
 *
 *   centre = (p + z²/2n′) / (1 + z²/n′),  half = z/(1 + z²/n′) · √( p(1 − p)/n′ + z²/4n′² )
 *
 * A stratum checked whole (n = N) has no sampling error: the interval is the rate. What was seen bounds the ends: at least
 * `wrong` of the N differ and at most N − (checked − wrong).
 *
 * Like every interval for counts that is not needlessly wide it keeps the confidence on average; for a single true rate in
 * a small stratum the chance of covering it can lie some points below (Brown, Cai and DasGupta, Statistical Science 16,
 * 2001, 101–133).
 * @returns null when nothing was checked
 */
export function rateInterval(
  counts: { readonly all: number; readonly checked: number; readonly wrong: number },
  confidence: Confidence = 0.95,
): RateInterval | null {
  const { all, checked, wrong } = counts;
  const whole = [all, checked, wrong].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!whole || checked > all || wrong > checked)
    throw new RangeError('0 ≤ wrong ≤ checked ≤ all, in whole households');
  if (checked === 0) return null;
  const rate = wrong / checked;
  if (checked === all) return { rate, low: rate, high: rate };
  const z2 = confidences[confidence] ** 2;
  const n = (checked * (all - 1)) / (all - checked);
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half =
    (confidences[confidence] / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return {
    rate,
    low: Math.max(centre - half, wrong / all, 0),
    high: Math.min(centre + half, (all - checked + wrong) / all, 1),
  };
}

/**
 * Rate of the whole from its strata, weighted by their size: p = Σ W_h p_h with W_h = N_h/N (Cochran 1977, §5.3). The
 * interval recovers the variance from the intervals of the strata (MOVER: Zou, Huang and Zhang, Computational Statistics &
 * Data Analysis 53, 2009, 1080–1085, for a linear function of proportions; with Wilson's intervals as Newcombe does):
 *
 *   low = p − √ Σ W_h² (p_h − l_h)²,  high = p + √ Σ W_h² (u_h − p_h)²
 *
 * It stays sensible where a stratum shows no difference at all, which the ordinary p ± z·s does not.
 * @param strata size of each stratum and its rate; those without a checked household are left out, and the weights are of
 *   the rest, so the caller must say which they are
 * @returns null when there is none
 */
export function weightedInterval(
  strata: readonly { readonly all: number; readonly interval: RateInterval | null }[],
): RateInterval | null {
  const known = strata.flatMap(({ all, interval }) => (interval === null ? [] : [{ all, ...interval }]));
  const total = known.reduce((sum, s) => sum + s.all, 0);
  if (total === 0) return null;
  let rate = 0;
  let below = 0;
  let above = 0;
  for (const stratum of known) {
    const weight = stratum.all / total;
    rate += weight * stratum.rate;
    below += (weight * (stratum.rate - stratum.low)) ** 2;
    above += (weight * (stratum.high - stratum.rate)) ** 2;
  }
  return { rate, low: Math.max(0, rate - Math.sqrt(below)), high: Math.min(1, rate + Math.sqrt(above)) };
}
