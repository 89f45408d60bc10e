import { checkDigit } from '@yangguang/domain/words/id-check';
import { expect, it } from 'vitest';
import { cellKey, correctedRows, countCells, type FaultyRow, looksWrong } from './corrections.ts';

const row = (no: number, ...values: string[]): FaultyRow => ({
  ...{ kind: 'setAside', sheet: 2, file: 'a.csv', sheetName: '', row: no, code: 'IMP-301' },
  ...{ reason: { zh: '', en: '' }, column: null, columnTitle: null },
  cells: values.map((value, place) => ({ place, heading: '', value })),
});

it('only what is another than before is sent, row by row', () => {
  const rows = [row(4, '', '2022-03-06'), row(5, '李', '', '旧'), row(6, '王')];
  const drafts = {
    [cellKey({ sheet: 2, row: 4 }, 0)]: ' 张三 ',
    [cellKey({ sheet: 2, row: 4 }, 1)]: '2022-03-06',
    [cellKey({ sheet: 2, row: 5 }, 2)]: '',
    [cellKey({ sheet: 9, row: 6 }, 0)]: '别的表',
  };
  const sent = correctedRows(rows, drafts);
  expect(sent).toEqual([
    { sheet: 2, row: 4, cells: [{ place: 0, value: '张三' }] },
    { sheet: 2, row: 5, cells: [{ place: 2, value: '' }] },
  ]);
  expect(countCells(sent)).toBe(2);
  expect(correctedRows(rows, {})).toEqual([]);
});

it('a number that fails its check digit is worth a second look', () => {
  const front = `339901${'19520302'}${'123'}`;
  const good = `${front}${checkDigit(front)}`;
  const bad = `${front}${checkDigit(front) === '1' ? '2' : '1'}`;
  expect(looksWrong('身份证号', good)).toBe(false);
  expect(looksWrong('身份证号', bad)).toBe(true);
  expect(looksWrong('身份证号', '')).toBe(false);
  expect(looksWrong('电话', '123')).toBe(false);
});
