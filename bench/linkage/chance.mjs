/** A seeded stream of numbers and what is drawn by it: the same seed gives the same bytes on every machine. */
export class Chance {
  #a;
  #b;
  #c;
  #d = 1;

  constructor(seed) {
    this.#a = seed >>> 0;
    this.#b = Math.imul(seed, 0x9e3779b1) >>> 0;
    this.#c = (seed ^ 0x5bd1e995) >>> 0;
    for (let i = 0; i < 16; i += 1) this.next();
  }

  /** In [0, 1). sfc32. */
  next() {
    const t = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, n). */
  below(n) {
    return Math.floor(this.next() * n);
  }

  /** A whole number in [from, to]. */
  between(from, to) {
    return from + this.below(to - from + 1);
  }

  /** True with this probability. */
  hits(probability) {
    return probability > 0 && this.next() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** A key of `{ key: rate }`, or null with what is left of 1. Rates are probabilities, not weights. */
  oneOf(rates) {
    let left = this.next();
    for (const key in rates) {
      left -= rates[key];
      if (left < 0) return key;
    }
    return null;
  }

  /** Shuffles in place and returns the list. */
  shuffle(list) {
    for (let i = list.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }
}

/** Values with weights; `draw` takes one by bisection. */
export class Weighted {
  #values;
  #sums;

  /** @param {readonly (readonly [unknown, number])[]} entries value and weight */
  constructor(entries) {
    this.#values = entries.map(([value]) => value);
    this.#sums = new Float64Array(entries.length);
    let sum = 0;
    for (const [i, [, weight]] of entries.entries()) this.#sums[i] = sum += weight;
  }

  draw(chance) {
    const at = chance.next() * this.#sums[this.#sums.length - 1];
    let low = 0;
    let high = this.#sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle] > at) high = middle;
      else low = middle + 1;
    }
    return this.#values[low];
  }
}

/** Values whose weights fall like 1/(rank + shift)^slope, in the order given: the skew that names have. */
export function skewed(values, slope = 0.9, shift = 3) {
  return new Weighted(values.map((value, rank) => [value, 1 / (rank + shift) ** slope]));
}
