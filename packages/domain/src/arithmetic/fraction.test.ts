import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  add,
  ceil,
  compare,
  divide,
  findRate,
  floor,
  fraction,
  multiply,
  roundHalfUp,
  subtract,
} from './fraction.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 999n }))
  .map(([n, d]) => fraction(n, d));

it('keeps lowest terms and the sign above', () => {
  expect(fraction(4, -6)).toEqual({ numerator: -2n, denominator: 3n });
  expect(fraction(0, 5)).toEqual({ numerator: 0n, denominator: 1n });
  expect(() => fraction(1, 0)).toThrow(RangeError);
  expect(() => fraction(1.5)).toThrow(RangeError);
});

it('obeys the laws of arithmetic', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (a, b, c) => {
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(add(subtract(a, b), b)).toEqual(a);
      const divisor = b.numerator === 0n ? fraction(1) : b;
      expect(multiply(divide(a, divisor), divisor)).toEqual(a);
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
    }),
  );
});

it('rounds down, up and half up on both sides of zero', () => {
  fc.assert(
    fc.property(fractions, (value) => {
      const [low, high] = [floor(value), ceil(value)];
      expect(compare(low, value)).toBeLessThanOrEqual(0);
      expect(compare(value, high)).toBeLessThanOrEqual(0);
      expect(high - low).toBe(value.denominator === 1n ? 0n : 1n);
    }),
  );
  expect(roundHalfUp(fraction(5, 2))).toBe(3n);
  expect(roundHalfUp(fraction(-5, 2))).toBe(-2n);
  expect(roundHalfUp(fraction(7, 3))).toBe(2n);
  expect(floor(fraction(-1, 3))).toBe(-1n);
});

it('reads rates exactly', () => {
  expect(findRate('0.1667')).toEqual(fraction(1667, 10_000));
  expect(findRate('1/6')).toEqual(fraction(1, 6));
  expect(findRate('20%')).toEqual(fraction(1, 5));
  expect(findRate('一成')).toBeUndefined();
  expect(findRate('1/0')).toBeUndefined();
});
