import { expect, it } from 'vitest';
import { groupParameters, type Parameter, readParameterSearch, topicOf } from './parameter-filter.ts';
import { readTyped, sayValue } from './value-words.ts';

it.each([
  [581, 'yuanPerMonth', 'standard.dibao.rural', '581 元/月', 'CNY 581 a month'],
  [0.35, 'ratio', 'deduct.employment', '35%', '35%'],
  ['1/6', 'ratio', 'group.cover', '1/6', '1/6'],
  [60, 'years', 'tekun.age', '60 岁', 'age 60'],
  [3, 'years', 'retention.matterYears', '3 年', '3 years'],
  [true, 'yesno', 'veh.any', '是', 'yes'],
  [1.5, 'factor', 'std.gapMax', '1.5 倍', '1.5 times'],
  [['prison', 'elsewhere'], 'list', 'inmate.kinds', '监狱服刑、elsewhere', 'prison, elsewhere'],
  ['tiers', 'text', 'pay.mode', '分档', 'tiers'],
] as const)('says %s (%s) in words', (value, unit, name, zh, en) => {
  const plain = Array.isArray(value) ? [...value] : (value as number | boolean | string);
  expect([sayValue(plain, unit, name, 'zh'), sayValue(plain, unit, name, 'en')]).toEqual([zh, en]);
});

it('reads what was typed for each kind of field, and shares in per cent', () => {
  expect(readTyped('yuanPerMonth', ' 612.5 ', [])).toEqual({ value: 612.5 });
  expect(readTyped('ratio', '35', [])).toEqual({ value: 0.35 });
  expect(readTyped('ratio', '7.25', [])).toEqual({ value: 0.0725 });
  expect(readTyped('yesno', 'no', [])).toEqual({ value: false });
  expect(readTyped('list', '', ['prison'])).toEqual({ value: ['prison'] });
  expect(readTyped('list', 'x', [])).toEqual({ fault: 'empty' });
  expect(readTyped('months', '', [])).toEqual({ fault: 'empty' });
  expect(readTyped('months', '三', [])).toEqual({ fault: 'number' });
  expect(readTyped('months', '-1', [])).toEqual({ fault: 'number' });
});

const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  ...{ name, title: { zh: name, en: name }, unit: 'count', kind: 'local', topic: '', now: null },
  ...{ isUnknown: false, rules: [], waiting: 0 },
  ...more,
});

it('groups by topic, unknown numbers first, and leaves what was asked for', () => {
  const all = [
    parameter('house.max'),
    parameter('house.averageArea', { isUnknown: true }),
    parameter('death.tolMonths', { waiting: 1 }),
    parameter('unheard.of'),
  ];
  const names = (search: Parameters<typeof groupParameters>[1]): string[] =>
    groupParameters(all, search).flatMap(({ parameters }) => parameters.map(({ name }) => name));
  expect(names({})).toEqual(['house.averageArea', 'house.max', 'death.tolMonths', 'unheard.of']);
  expect(names({ only: 'unknown' })).toEqual(['house.averageArea']);
  expect(names({ only: 'waiting', topic: 'means' })).toEqual([]);
  expect(names({ q: 'TOL' })).toEqual(['death.tolMonths']);
  expect(topicOf('minimumWage.monthly')).toBe('standards');
  expect(readParameterSearch({ q: '', topic: 'nothing', only: 'local', name: '张' })).toEqual({
    only: 'local',
  });
});
