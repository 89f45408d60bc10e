import { expect, it } from 'vitest';
import { choicesOf, findValueFault, type PolicyNumber, whyUnsettable } from './policy-value.ts';

const number = (unit: string, more: Partial<PolicyNumber> = {}): PolicyNumber => ({
  ...{ name: 'x.y', unit, kind: 'local', zh: '某数', known: [] },
  ...more,
});
const fits = (unit: string, value: number | boolean | string | string[]): boolean =>
  findValueFault(number(unit), value) === null;

it('keeps numbers of law and of the whole server out of the hands of an office', () => {
  expect(whyUnsettable({ name: 'tekun.age', kind: 'law' })).toBe('law');
  expect(whyUnsettable({ name: 'account.minLength', kind: 'product' })).toBe('installation');
  expect(whyUnsettable({ name: 'retention.matterYears', kind: 'product' })).toBe('installation');
  expect(whyUnsettable({ name: 'standard.dibao.rural', kind: 'local' })).toBeNull();
  expect(whyUnsettable({ name: 'death.seriousMonths', kind: 'product' })).toBeNull();
});

it.each([
  ['yuanPerMonth', 612.55, 612.555],
  ['yuan', 0, -1],
  ['yuanPerYear', 10_000_000, 10_000_001],
  ['months', 3, 3.5],
  ['days', 0, '3'],
  ['years', 200, 201],
  ['grade', 4, 5],
  ['ratio', 1, 1.01],
  ['factor', 1.5, 100.1],
  ['squareMetres', 32.4, true],
  ['yesno', false, 0],
  ['month', '2026-12', '2026-13'],
] as const)('takes %s %s and not %s', (unit, good, bad) => {
  expect(fits(unit, good)).toBe(true);
  expect(fits(unit, bad)).toBe(false);
});

it('takes a fraction for a share and nothing that only looks like one', () => {
  expect(fits('ratio', '1/6')).toBe(true);
  expect(fits('ratio', '6/1')).toBe(false);
  expect(fits('ratio', '1/1')).toBe(false);
});

it('offers the words a parameter explains and those it has', () => {
  const mode = number('text', { zh: '发放方式（gap 补差、tiers 分档）', known: ['tiers'] });
  expect(choicesOf(mode)).toEqual(['gap', 'tiers']);
  expect(findValueFault(mode, 'gap')).toBeNull();
  expect(findValueFault(mode, 'flat')).toMatchObject({ en: 'one of: gap, tiers' });
  expect(findValueFault(mode, ['gap'])).not.toBeNull();
});

it('lets a list be cut, not grown', () => {
  const list = number('list', { known: [['uncle', 'aunt', 'in_law']] });
  expect(findValueFault(list, ['uncle'])).toBeNull();
  expect(findValueFault(list, [])).not.toBeNull();
  expect(findValueFault(list, ['friend'])).not.toBeNull();
  expect(findValueFault(list, 'uncle')).not.toBeNull();
});
