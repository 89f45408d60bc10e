import { expect, it } from 'vitest';
import { extensionFaults, untilOf } from './extension.ts';

const draft = { stepId: 's', way: 'days', days: '3', on: '', reason: '汛期', document: 'd' } as const;

it('takes working days or a day, and says what is missing where', () => {
  expect(untilOf(draft)).toEqual({ workingDays: 3 });
  expect(untilOf({ ...draft, way: 'day', on: '2026-12-01' })).toEqual({ on: '2026-12-01' });
  for (const days of ['', '0', '121', '三', '1.5']) expect(untilOf({ ...draft, days })).toBeNull();
  expect(extensionFaults(draft)).toEqual([]);
  expect(extensionFaults({ ...draft, way: 'day', reason: ' ', document: '' }).map(({ id }) => id)).toEqual([
    'extend-on',
    'extend-reason',
    'extend-document',
  ]);
});
