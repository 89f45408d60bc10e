import { expect, it } from 'vitest';
import { classifyRow, type SheetShape } from './classify-rows.ts';
import { headerKey } from './find-header.ts';
import { idOf } from './sheet-for-tests.ts';

const shape: SheetShape = {
  headers: [headerKey(['序号', '户主姓名', '身份证号', '金额（元）'])],
  titles: new Set(['某县低保发放表']),
  nameColumns: [1],
  idColumns: [2],
};
const of = (...cells: (string | null)[]): string => classifyRow(cells, shape);

it('keeps every row with a number and every row with a name', () => {
  expect(of('合计', '甲一', idOf('A'), '300')).toBe('row');
  expect(of('7', '计三', null, '300')).toBe('row');
  expect(of(null, '甲一', null, null)).toBe('row');
  expect(of('7', null, null, '300')).toBe('total');
});

it.each([
  [['合   计', null, null, '900']],
  [['小计', null, null, null]],
  [['计', null, null, '900']],
  [[null, '本页小计', null, '900']],
  [['总计：3户', null, null, '900']],
  [['东村合计', null, '3户', '900']],
])('knows a total: %j', (cells) => expect(of(...cells)).toBe('total'));

it.each([
  [['填表人：某', null, '审核人：某', null]],
  [['注：备注栏写明情况', null, null, null]],
  [['第2页', null, null, null]],
  [['说明：1、本表一式两份', '', null, null]],
])('knows a note: %j', (cells) => expect(of(...cells)).toBe('note'));

it('knows repeated headers and titles, village lines and unfilled form lines', () => {
  expect(of('序号', '户主姓名', '身份证号', '金额(元)')).toBe('header');
  expect(of('某县低保发放表', '某县低保发放表', null, null)).toBe('title');
  expect(of('东村（3户）', null, null, null)).toBe('section');
  expect(of('12', null, null, null)).toBe('blank');
});
