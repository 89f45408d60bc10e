import { expect, it } from 'vitest';
import { chinaDay } from './china-day.ts';

it('turns the day at midnight in Beijing, not in London', () => {
  expect(chinaDay(new Date('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20');
  expect(chinaDay(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21');
});
