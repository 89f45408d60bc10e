import { expect, it } from 'vitest';
import { dueChoiceOf, dueWordsOf } from './due-choice.ts';

const today = '2026-11-28';

it.each(['any', 'over', '3', '7', '30'])('reads back what it wrote: %s', (choice) => {
  const words = dueWordsOf(choice, today);
  expect(dueChoiceOf(words?.overdue ?? [], words?.dueBy ?? [], today)).toBe(choice);
});

it('counts days over the end of a month, and knows a day of its own', () => {
  expect(dueWordsOf('3', today)?.dueBy).toEqual(['2026-12-01']);
  expect(dueChoiceOf([], ['2026-12-24'], today)).toBe('other');
  expect(dueWordsOf('other', today)).toBeNull();
});
