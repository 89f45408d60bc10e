import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardOrder } from './guard-order.ts';
import { bitsOf, type LevelChances } from './model.ts';

const chance = fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000);
const levels = fc.array(fc.record({ m: chance, u: chance }), { minLength: 1, maxLength: 8 });
const sum = (all: readonly LevelChances[], of: 'm' | 'u'): number =>
  all.reduce((total, one) => total + one[of], 0);

it('brings ordered levels into their order and keeps the sums of their chances', () => {
  fc.assert(
    fc.property(levels, (given) => {
      const { levels: guarded, notes } = guardOrder(given, true);
      expect(guarded.length).toBe(given.length);
      for (const [at, level] of guarded.slice(1).entries())
        expect(bitsOf(level)).toBeLessThanOrEqual(bitsOf(guarded[at] ?? level) + 1e-6);
      expect(sum(guarded, 'm')).toBeCloseTo(sum(given, 'm'), 9);
      expect(sum(guarded, 'u')).toBeCloseTo(sum(given, 'u'), 9);
      const isChanged = guarded.some((level, at) => level !== given[at]);
      expect(notes.length).toBe(isChanged ? 1 : 0);
    }),
    { numRuns: 3000 },
  );
});

it('leaves levels alone that are in order', () => {
  fc.assert(
    fc.property(levels, (given) => {
      const ordered = [...given].sort((a, b) => bitsOf(b) - bitsOf(a));
      expect(guardOrder(ordered, true)).toEqual({ levels: ordered, notes: [] });
    }),
  );
});

it('pools only neighbours in the wrong order: the others keep what they had', () => {
  const [best, low, high, worst] = [
    { m: 0.8, u: 0.001 },
    { m: 0.01, u: 0.1 },
    { m: 0.15, u: 0.05 },
    { m: 0.04, u: 0.849 },
  ];
  const { levels: guarded } = guardOrder([best, low, high, worst] as LevelChances[], true);
  expect(guarded[0]).toBe(best);
  expect(guarded[3]).toBe(worst);
  expect(guarded[1]?.m).toBeCloseTo(0.08, 12);
  expect(guarded[2]?.u).toBeCloseTo(0.075, 12);
});

it('holds the weakest of levels without an order to the strongest, and no other', () => {
  fc.assert(
    fc.property(levels, (given) => {
      const { levels: guarded } = guardOrder(given, false);
      const [first, last] = [guarded[0] as LevelChances, guarded.at(-1) as LevelChances];
      expect(bitsOf(last)).toBeLessThanOrEqual(bitsOf(first) + 1e-9);
      expect(guarded.slice(0, -1)).toEqual(given.slice(0, -1));
    }),
  );
});

it('takes weights that differ in the last digit alone for equal', () => {
  const given = [
    { m: 0.7, u: 0.1 },
    { m: 0.07, u: 0.01 },
  ];
  expect(bitsOf(given[1] as LevelChances)).toBeGreaterThan(bitsOf(given[0] as LevelChances));
  expect(guardOrder(given, true)).toEqual({ levels: given, notes: [] });
});
