// The arithmetic of the scorers: pure functions on counts, so that it can be checked by hand.

/**
 * Precision, recall and F1 of links.
 * @param {{ linked: number, right: number, truth: number }} counts links made, right ones among them, true pairs
 */
export function precisionRecall({ linked, right, truth }) {
  const precision = linked === 0 ? null : right / linked;
  const recall = truth === 0 ? null : right / truth;
  // 2PR/(P+R) in whole numbers: also right where precision or recall have no value.
  const f1 = linked + truth === 0 ? null : (2 * right) / (linked + truth);
  return { linked, right, truth, precision, recall, f1 };
}

/**
 * The cut with the highest F1: all pairs at or above it are links. Of equal ones the highest cut.
 * @param {Iterable<{ score: number, probability: number | null, linked: number, right: number }>} steps counts by distinct
 *   score, highest first
 */
export function bestCut(steps, truth) {
  let linked = 0;
  let right = 0;
  let best = null;
  for (const step of steps) {
    linked += step.linked;
    right += step.right;
    const f1 = (2 * right) / (linked + truth);
    if (best === null || f1 > best.f1)
      best = {
        ...precisionRecall({ linked, right, truth }),
        score: step.score,
        probability: step.probability,
      };
  }
  return best;
}

/**
 * Upper bound of a share of which `count` cases in `of` were seen: Clopper and Pearson, one-sided.
 * @returns {number} the share at which so few or fewer would be seen with probability 1 − confidence
 */
export function upperBound(count, of, confidence = 0.95) {
  if (count >= of) return 1;
  let low = count / of;
  let high = 1;
  for (let i = 0; i < 200 && high - low > 1e-15; i += 1) {
    const middle = (low + high) / 2;
    // P(X ≤ count) for Binomial(of, p) falls as p grows.
    if (1 - betaShare(middle, count + 1, of - count) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** Regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz). */
function betaShare(x, a, b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return (front * fraction) / a;
}

const nonZero = (value) => (Math.abs(value) < 1e-300 ? 1e-300 : value);

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of Γ(z) for z ≥ 0.5 (Lanczos, g = 7). */
function logGamma(z) {
  const x = z - 1;
  const t = x + 7.5;
  const sum = lanczos.reduce((total, factor, i) => total + factor / (x + i + 1), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Calibration: per band of probability how many pairs it holds, what the model says and what is so.
 * @param {{ band: string, pairs: number, expected: number, right: number }[]} bands `expected` = sum of probabilities
 * @returns those bands with shares, and the mean distance between saying and being, weighted by pairs
 */
export function calibration(bands) {
  const pairs = bands.reduce((sum, band) => sum + band.pairs, 0);
  const rows = bands.map((band) => ({
    band: band.band,
    pairs: band.pairs,
    predicted: band.pairs === 0 ? null : band.expected / band.pairs,
    observed: band.pairs === 0 ? null : band.right / band.pairs,
  }));
  const error = bands.reduce((sum, band) => sum + Math.abs(band.expected - band.right), 0);
  return { bands: rows, error: pairs === 0 ? null : error / pairs };
}

/** Groups with fewer links or true pairs than this say nothing about a rate. */
export const smallestGroup = 100;

/**
 * Errors by sub-group: false links per 10,000 links, true pairs missed per 10,000, and how many times worse the worst
 * group fares than the best (null when the best has no error at all, or fewer than two groups are large enough).
 * @param {{ group: string, linked: number, right: number, truth: number }[]} groups
 */
export function groupErrors(groups) {
  const rows = groups.map(({ group, linked, right, truth }) => ({
    group,
    linked,
    truth,
    falseLinks: linked - right,
    missed: truth - right,
    falsePer10k: linked === 0 ? null : ((linked - right) / linked) * 10_000,
    missedPer10k: truth === 0 ? null : ((truth - right) / truth) * 10_000,
  }));
  return {
    groups: rows,
    falseRatio: worstToBest(
      rows.filter(({ linked }) => linked >= smallestGroup).map((row) => row.falsePer10k),
    ),
    missedRatio: worstToBest(
      rows.filter(({ truth }) => truth >= smallestGroup).map((row) => row.missedPer10k),
    ),
  };
}

function worstToBest(rates) {
  const best = Math.min(...rates);
  return rates.length < 2 || best === 0 ? null : Math.max(...rates) / best;
}

/**
 * Pairs inside clusters, and B-cubed, from the table of cluster × truth.
 * @param {Iterable<{ cells: number, size: number, clusterSize: number, truthSize: number }>} kindsOfCells how many cells
 *   (`cells`) hold `size` records that share a cluster of `clusterSize` and a true entity of `truthSize`
 */
export function clusterMeasures(kindsOfCells) {
  const sums = { records: 0, right: 0, byCluster: 0, byTruth: 0, linked: 0, truth: 0 };
  for (const { cells, size, clusterSize, truthSize } of kindsOfCells) {
    const records = cells * size;
    sums.records += records;
    sums.right += (records * (size - 1)) / 2;
    // Each record brings half of its own pairs: a cluster of n brings n(n−1)/2.
    sums.linked += (records * (clusterSize - 1)) / 2;
    sums.truth += (records * (truthSize - 1)) / 2;
    sums.byCluster += (records * size) / clusterSize;
    sums.byTruth += (records * size) / truthSize;
  }
  const precision = sums.records === 0 ? null : sums.byCluster / sums.records;
  const recall = sums.records === 0 ? null : sums.byTruth / sums.records;
  const f1 = sums.records === 0 ? null : (2 * precision * recall) / (precision + recall);
  return {
    records: sums.records,
    pairs: precisionRecall({ linked: sums.linked, right: sums.right, truth: sums.truth }),
    bCubed: { precision, recall, f1 },
  };
}
