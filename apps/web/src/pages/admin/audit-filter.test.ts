import { expect, it } from 'vitest';
import { auditSearch, filterOf, subjectParts } from './audit-filter.ts';

const account = '7b0f1c52-8f5e-4b6e-9a44-0c2f1f3d5a10';

it('takes from an address what it understands and nothing else', () => {
  expect(
    auditSearch({
      kind: 'refusal',
      outcome: 'maybe',
      account,
      matter: '张三',
      from: '2026-11-01',
      to: 'now',
      q: 'x',
    }),
  ).toEqual({ kind: 'refusal', account, from: '2026-11-01' });
});

it('asks for the last day as a whole, also over the end of a month', () => {
  expect(filterOf({ kind: 'person', from: '2026-11-01', to: '2026-11-30' })).toEqual([
    'kind:person',
    'from:2026-11-01',
    'to:2026-12-01',
  ]);
  expect(filterOf({})).toEqual([]);
});

it('says what a line is about without what has a link of its own', () => {
  expect(
    subjectParts({ household: 'a', matter: 'b', place: '339901', count: 3, filter: ['a:1', 'b:2'] }),
  ).toEqual([
    { name: 'count', value: '3' },
    { name: 'filter', value: 'a:1, b:2' },
  ]);
  expect(subjectParts({ ids: ['1', '2', '3', '4'], none: null, empty: {} })).toEqual([
    { name: 'ids', value: '4' },
  ]);
  expect(subjectParts({ isWhole: true })).toEqual([{ name: 'isWhole', value: '✓' }]);
  expect(subjectParts({ long: 'x'.repeat(80) })[0]?.value).toHaveLength(25);
});
