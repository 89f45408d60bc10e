/** An exact fraction in lowest terms; the denominator is positive. Money and rates never pass through floating point. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export type Rational = Fraction | bigint | number;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Builds numerator / denominator. Throws RangeError for a zero denominator or a number that is no integer. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  let [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  if (d < 0n) [n, d] = [-n, -d];
  const divisor = greatestCommonDivisor(n, d);
  return { numerator: n / divisor, denominator: d / divisor };
}

function whole(value: Rational): Fraction {
  return typeof value === 'object' ? value : fraction(value);
}

export function add(a: Rational, b: Rational): Fraction {
  const [x, y] = [whole(a), whole(b)];
  return fraction(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator);
}

export function subtract(a: Rational, b: Rational): Fraction {
  const y = whole(b);
  return add(a, { numerator: -y.numerator, denominator: y.denominator });
}

export function multiply(a: Rational, b: Rational): Fraction {
  const [x, y] = [whole(a), whole(b)];
  return fraction(x.numerator * y.numerator, x.denominator * y.denominator);
}

/** Throws RangeError when dividing by zero. */
export function divide(a: Rational, b: Rational): Fraction {
  const [x, y] = [whole(a), whole(b)];
  return fraction(x.numerator * y.denominator, x.denominator * y.numerator);
}

/** Below zero if a < b, zero if equal, above zero if a > b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const { numerator } = subtract(a, b);
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
}

/** The greatest integer not above the value. */
export function floor(value: Rational): bigint {
  const { numerator, denominator } = whole(value);
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** The least integer not below the value. */
export function ceil(value: Rational): bigint {
  const { numerator, denominator } = whole(value);
  return -floor({ numerator: -numerator, denominator });
}

/** The nearest integer, halves upward. */
export function roundHalfUp(value: Rational): bigint {
  return floor(add(value, fraction(1n, 2n)));
}

/** Reads '0.1667', '1/6', '20%' exactly; undefined for anything else. */
export function findRate(text: string): Fraction | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?(?:\/(\d+)|(%))?$/u.exec(text.trim());
  if (match === null) return undefined;
  const decimals = match[2] ?? '';
  const denominator =
    BigInt(match[3] ?? 1) * 10n ** BigInt(decimals.length) * (match[4] === undefined ? 1n : 100n);
  return denominator === 0n ? undefined : fraction(BigInt(`${match[1] ?? ''}${decimals}`), denominator);
}
