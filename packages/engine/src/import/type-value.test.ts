import { expect, it } from 'vitest';
import { sources } from './sheet-for-tests.ts';
import { getColumn } from './source.ts';
import {
  contextCategory,
  typeAccount,
  typeCategory,
  typeDate,
  typeDecimal,
  typeInteger,
  typeMoney,
  typeMonth,
  typeYesNo,
} from './type-value.ts';

const values = (table: string, column: string): ReadonlyMap<string, string> => {
  const source = sources.find((s) => s.table === table);
  if (source === undefined) throw new Error(table);
  return getColumn(source, column).values;
};

it.each([
  ['dibao_member', 'relation', '户主的长子', 'son'],
  ['dibao_member', 'relation', '儿媳', 'in_law'],
  ['dibao_member', 'relation', '之妻', 'spouse'],
  ['dibao_member', 'relation', '02', 'self'],
  ['vehicle', 'status', '未注销', null],
  ['vehicle', 'vehicle_class', '小型轿车(7座)', 'car'],
  ['inmate', 'kind', '宣告缓刑（社区矫正）', 'community_correction'],
  ['payment', 'status', '未发放', 'failed'],
  ['exit_record', 'reason', '因户主病故死亡', 'death'],
  ['business', 'kind', '有限责任公司（自然人独资）', 'company'],
  ['pension', 'kind', '城乡居民养老', 'resident'],
])('%s.%s: %s is %s', (table, column, raw, code) =>
  expect(typeCategory(raw, values(table, column)).values[0]).toBe(code),
);

it('reads the programme of a sheet from its title only when it names one', () => {
  const programme = values('payment', 'programme');
  expect(contextCategory('2025年6月重度残疾人护理补贴发放表', programme)).toBe('disability_care');
  expect(contextCategory('残疾人两项补贴', programme)).toBe('disability');
  expect(contextCategory('农村低保和特困供养发放', programme)).toBeNull();
  expect(contextCategory('某镇发放表', programme)).toBeNull();
});

it('brings amounts to the unit and period of their column', () => {
  const monthly = { yuan: 1, stated: null, kept: 'month' } as const;
  expect(typeMoney('3600元/年', monthly).values).toEqual(['30000']);
  expect(typeMoney('300', monthly).values).toEqual(['30000']);
  expect(typeMoney('1.2', { yuan: 10_000, stated: 'year', kept: 'year' }).values).toEqual(['1200000']);
  expect(typeMoney('900元', { yuan: 10_000, stated: 'quarter', kept: 'month' }).values).toEqual(['30000']);
  expect(typeMoney('不定', monthly)).toEqual({ values: [null], fault: 'money_unreadable' });
});

it('never makes up a date: what is missing is a fault or the end asked for', () => {
  expect(typeDate('2018/13/01', 'first')).toEqual({ values: [null], fault: 'date_impossible' });
  expect(typeDate('2018-06-00', 'first')).toEqual({ values: ['2018-06-01'], fault: 'date_month_only' });
  expect(typeMonth('20180600', 'first', null)).toEqual({ values: ['2018-06-01', '1'], fault: null });
  expect(typeDate('2018年6月', 'first')).toEqual({ values: ['2018-06-01'], fault: 'date_month_only' });
  expect(typeDate('2026.1', 'last')).toEqual({ values: ['2026-01-31'], fault: 'date_month_only' });
  expect(typeDate('2021.3.5至2024.3.4', 'first').values).toEqual(['2021-03-05']);
  expect(typeDate('2021.3.5至2024.3.4', 'last').values).toEqual(['2024-03-04']);
  expect(typeDate('长期', 'last')).toEqual({ values: [null], fault: null });
});

it('reads months and how many there are', () => {
  expect(typeMonth('补发3-5月', 'first', 2025).values).toEqual(['2025-03-01', '3']);
  expect(typeMonth('第二季度', 'first', 2025).values).toEqual(['2025-04-01', '3']);
  expect(typeMonth('3月', 'first', null).values[0]).toBeNull();
  expect(typeMonth('3月、5月', 'first', 2025).fault).toBe('month_gap');
});

it('reads counts, grades, shares, yes and no', () => {
  expect(['3人', '三口', '一级', 'Ⅱ级', '2018年', '若干'].map((t) => typeInteger(t).values[0])).toEqual([
    '3',
    '3',
    '1',
    '2',
    '2018',
    null,
  ]);
  expect(['50%', '1/2', '50'].map((t) => typeDecimal(t, true).values[0])).toEqual(['0.5', '0.5', '0.5']);
  const inSchool = values('dibao_member', 'in_school');
  expect(['√', '大学在读', '不在校', '无', '×'].map((t) => typeYesNo(t, inSchool).values[0])).toEqual([
    'true',
    'true',
    'false',
    'false',
    'false',
  ]);
});

it('leaves out accounts that lost their digits, unless one in a column merely ends in zeros', () => {
  expect(typeAccount('6217000000000010000', true)).toEqual({ values: [null], fault: 'account_truncated' });
  expect(typeAccount('6217000000000010000', false)).toEqual({ values: ['6217000000000010000'], fault: null });
  expect(typeAccount('6.21700000000001E+18', false).values).toEqual([null]);
});
