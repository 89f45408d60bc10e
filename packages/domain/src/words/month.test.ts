import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths, monthOf, monthRange, monthsBetween, parseMonths } from './month.ts';

const SPRING = ['2018-03', '2018-04', '2018-05'];

it.each([
  '2018年3-5月',
  '2018年3月-5月',
  '补发2018年3至5月',
  '2018.3-5',
  '2018.3-2018.5',
  '201803-201805',
  '2018-03至2018-05',
  '2018年3月、4月、5月',
  '2018年3,4,5月',
  '18年3-5月',
  '２０１８年三月至五月',
  '补发2018年3-5月差额300元',
  '2018年3-5月第2批',
])('%s names three months', (text) => {
  expect(parseMonths(text)).toEqual(SPRING);
});

it('takes the year from the context where the cell has none, and nothing without it', () => {
  expect(parseMonths('补发3-5月', { year: 2018 })).toEqual(SPRING);
  expect(parseMonths('3月份', { year: 2018 })).toEqual(['2018-03']);
  expect(parseMonths('3月份')).toEqual([]);
  expect(parseMonths('2018年3月', { year: 2020 })).toEqual(['2018-03']);
});

it('reads quarters, half-years and years', () => {
  expect(parseMonths('2018年第一季度')).toEqual(['2018-01', '2018-02', '2018-03']);
  expect(parseMonths('四季度', { year: 2018 })).toEqual(['2018-10', '2018-11', '2018-12']);
  expect(parseMonths('2018年上半年')).toHaveLength(6);
  expect(parseMonths('2018年1-2季度')).toEqual(parseMonths('2018年上半年'));
  expect(parseMonths('2018年度')).toEqual(monthRange('2018-01', '2018-12'));
});

it('reads single months, and a day as its month', () => {
  for (const text of ['2018.03', '2018-03', '201803', '2018/3', '2018年3月份', '2018-03-15', '43160']) {
    expect(parseMonths(text)).toEqual(['2018-03']);
  }
});

it('crosses the year', () => {
  const winter = ['2018-11', '2018-12', '2019-01'];
  expect(parseMonths('2018年11月-2019年1月')).toEqual(winter);
  expect(parseMonths('2018年11月-1月')).toEqual(winter);
  expect(parseMonths('2018年11月、12月、1月')).toEqual(winter);
});

it('names no month for a text without one, for month 13 and for an endless stretch', () => {
  for (const text of ['低保金', '', '2018年13月', '300', '190001-202012'])
    expect(parseMonths(text)).toEqual([]);
});

it('calculates with months', () => {
  expect(addMonths('2018-11', 3)).toBe('2019-02');
  expect(addMonths('2018-01', -1)).toBe('2017-12');
  expect(monthsBetween('2018-11', '2019-02')).toBe(3);
  expect(monthOf('2018-06-01')).toBe('2018-06');
  expect(monthRange('2018-05', '2018-04')).toEqual([]);
});

it('moves there and back, and reads every range it can write', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 30 }), (start, length) => {
      const from = addMonths('1990-01', start);
      const to = addMonths(from, length);
      expect(monthsBetween(from, to)).toBe(length);
      const months = monthRange(from, to);
      expect(months).toHaveLength(length + 1);
      expect(parseMonths(`${from}至${to}`)).toEqual(months);
      expect(parseMonths(`${from.replace('-', '')}-${to.replace('-', '')}`)).toEqual(months);
    }),
  );
});
