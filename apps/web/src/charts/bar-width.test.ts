import { expect, it } from 'vitest';
import { barWidth } from './bar-width.ts';

it('is in proportion, never invisible, and nothing for nothing', () => {
  expect([0, 1, 50, 100].map((n) => barWidth(n, 100, 260))).toEqual([0, 2.6, 130, 260]);
  expect(barWidth(1, 100_000, 260)).toBe(2);
  expect(barWidth(0, 0, 260)).toBe(0);
});
