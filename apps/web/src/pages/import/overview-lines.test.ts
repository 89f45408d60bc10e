import { expect, it } from 'vitest';
import { doesAddUp, faultLines, shareText, waitedFor } from './overview-lines.ts';

it('a level adds up or it does not', () => {
  const counts = { rowsIn: 5, rowsTaken: 3, rowsSetAside: 1, rowsStructure: 1 };
  expect(doesAddUp(counts)).toBe(true);
  expect(doesAddUp({ ...counts, rowsIn: 6 })).toBe(false);
});

it('a small share is not nothing', () => {
  expect([0, 0.0004, 0.001, 0.3333, 1].map(shareText)).toEqual(['0.0%', '<0.1%', '0.1%', '33.3%', '100.0%']);
});

it('faults of all data sets stand in one list, the most cells first', () => {
  const words = { zh: '', en: '' };
  const counts = { sheets: 1, rowsIn: 0, rowsTaken: 0, rowsSetAside: 0, rowsStructure: 0, faults: 0 };
  const fault = (column: string, cells: number) => ({
    column,
    columnTitle: words,
    code: 'id_masked',
    title: words,
    cells,
    share: 0,
  });
  const lines = faultLines([
    { table: 'a', title: words, department: null, ...counts, byFault: [fault('x', 2)] },
    { table: null, title: words, department: null, ...counts, byFault: [fault('y', 9), fault('z', 1)] },
  ]);
  expect(lines.map(({ column, cells }) => [column, cells])).toEqual([
    ['y', 9],
    ['x', 2],
    ['z', 1],
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
});

it('missing lists stand by how many rules they enable; what is here or waited for by none does not', () => {
  const set = (table: string, batches: number, enables: string[], partly: string[]) => ({
    ...{ table, title: { zh: '', en: '' }, department: '', rows: 0 },
    ...{ batches, enables, partly },
  });
  const sorted = waitedFor([
    set('a', 0, [], ['INC-01']),
    set('b', 0, ['INC-01', 'INC-02'], []),
    set('c', 1, ['INC-03'], []),
    set('d', 0, [], []),
    set('e', 0, ['INC-04'], ['INC-05']),
  ]);
  expect(sorted.map(({ table }) => table)).toEqual(['b', 'e', 'a']);
});
