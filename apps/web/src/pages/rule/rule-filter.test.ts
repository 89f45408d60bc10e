import { expect, it } from 'vitest';
import { largerAreas, readPlace, startingPlace } from './place.ts';
import { groupRules, precisionOf, readRuleSearch, type Rule, sentenceOf } from './rule-filter.ts';

const rule = (code: string, more: Partial<Rule> = {}): Rule => ({
  rule: code,
  title: { zh: '死亡人员继续领取', en: 'Payment after death' },
  family: code.slice(0, 3),
  schemes: [],
  subject: 'person',
  maxSeverity: 'serious',
  status: 'active',
  mode: 'enabled',
  isRestricted: false,
  needs: [],
  record: null,
  lastRun: null,
  ...more,
});
const silent = {
  runId: 'r',
  createdAt: '',
  isDry: false,
  hits: null,
  isShadow: false,
  missing: [{ zh: '火化', en: 'x' }],
};
const all = [
  rule('INC-01'),
  rule('OMI-01', { mode: 'shadow' }),
  rule('XYZ-01'),
  rule('INC-02', { lastRun: silent }),
];
const left = (search: Parameters<typeof groupRules>[1]): string[] =>
  groupRules(all, search).flatMap(({ rules }) => rules.map((one) => one.rule));

it('keeps the families in their order, unknown ones last', () => {
  expect(groupRules(all, {}).map(({ family }) => family)).toEqual(['OMI', 'INC', 'XYZ']);
});

it('leaves what fits all that was asked for', () => {
  expect(left({ q: ' inc-0 ' })).toEqual(['INC-01', 'INC-02']);
  expect(left({ q: '死亡', mode: 'shadow' })).toEqual(['OMI-01']);
  expect(left({ missing: true })).toEqual(['INC-02']);
  expect(left({ family: 'KIN' })).toEqual([]);
});

it('takes from an address what is a filter, and nothing else', () => {
  expect(readRuleSearch({ q: '', family: 'inc', mode: 'off', missing: 'true', name: '张' })).toEqual({
    missing: true,
  });
  expect(readRuleSearch({ q: '死亡', family: 'INC', mode: 'retired' })).toEqual({
    q: '死亡',
    family: 'INC',
    mode: 'retired',
  });
  expect(readPlace({ place: 371302, on: '2026-01-01' })).toEqual({ place: '371302', on: '2026-01-01' });
  expect(readPlace({ place: '3713', on: 'x' })).toEqual({});
});

it('says what was found out in whole per cent with its interval, and nothing when nothing was', () => {
  const record = {
    ...{ found: 90, dispatched: 50, checked: 40, confirmed: 30, partly: 1, innocent: 7, dataWrong: 1 },
    ...{ identityWrong: 1, confirmedFen: 0, precision: { rate: 0.775, low: 0.625, high: 0.877 } },
  };
  expect(precisionOf(record)).toEqual({ checked: 40, right: 31, rate: '78%', span: '63–88%' });
  expect(precisionOf({ ...record, checked: 0, precision: null })).toBeNull();
  expect(precisionOf(null)).toBeNull();
});

it('begins in the county of the caller, and lets larger areas choose', () => {
  expect(startingPlace(undefined, ['3713', '371302'])).toBe('371302');
  expect(startingPlace('371303', ['371302'])).toBe('371303');
  expect(startingPlace(undefined, ['3713'])).toBeNull();
  expect(largerAreas(['37', '3713', '371302', '36'])).toEqual(['37', '36']);
});

it('names the holes of a sentence', () => {
  expect(
    sentenceOf(
      '{name}于{died_on}死亡，{x}',
      new Map([
        ['name', '姓名'],
        ['died_on', '死亡日期'],
      ]),
    ),
  ).toBe('〔姓名〕于〔死亡日期〕死亡，〔x〕');
});
