import { expect, it } from 'vitest';
import { levelsAbove, rootOf } from './levels.ts';

it('leads from one’s own area down to the division', () => {
  expect(levelsAbove('371302001', '3713')).toEqual(['3713', '371302', '371302001']);
  expect(levelsAbove('371302', '')).toEqual(['', '37', '3713', '371302']);
  expect(levelsAbove('371302', '371302')).toEqual(['371302']);
  expect(levelsAbove('440101', '3713')).toEqual(['440101']);
});

it('begins in the largest area', () => {
  expect(rootOf(['371302', '3713'])).toBe('3713');
  expect(rootOf(['371302001001'])).toBe('371302001');
  expect(rootOf([])).toBe('');
});
