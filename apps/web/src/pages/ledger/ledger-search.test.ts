import { expect, it } from 'vitest';
import { presentPeriod, readLedgerSearch } from './ledger-search.ts';

it('takes a day and a division, and nothing that names somebody', () => {
  expect(readLedgerSearch({ period: '2026-02-14', region: 339901001, name: '张三' })).toEqual({
    period: '2026-02-14',
    region: '339901001',
  });
  expect(readLedgerSearch({ period: 'now', region: '33990' })).toEqual({});
});

it('opens the period that is due next, and the last one when all are over', () => {
  const due = ['2026-01-10', '2026-01-24', '2026-02-07'];
  expect(presentPeriod(due, '2026-01-20')).toBe('2026-01-24');
  expect(presentPeriod(due, '2026-01-24')).toBe('2026-01-24');
  expect(presentPeriod(due, '2026-03-01')).toBe('2026-02-07');
  expect(presentPeriod([], '2026-03-01')).toBeNull();
});
