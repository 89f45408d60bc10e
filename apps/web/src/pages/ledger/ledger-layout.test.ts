import { expect, it } from 'vitest';
import { casesOfRow, cellText, headingRows } from './ledger-layout.ts';

const column = (name: string, group: { zh: string; en: string } | null = null) => ({
  ...{ name, en: name, kind: 'text' as const, mayType: false, group },
});
const visit = { zh: '入户核查结果', en: 'Result' };

it('has one row of headings, or two with the shared one over its columns', () => {
  expect(headingRows([column('序号'), column('申请人')]).second).toEqual([]);
  const { first, second } = headingRows([column('序号'), column('核查结果', visit), column('调查人', visit)]);
  expect(first.map(({ key, span, isDeep }) => [key, span, isDeep])).toEqual([
    ['序号', 1, true],
    ['group 核查结果', 2, false],
  ]);
  expect(second.map(({ key }) => key)).toEqual(['核查结果', '调查人']);
});

it('shows counts plainly, money in yuan, and words in the language of the page', () => {
  const none = { number: null, text: null, en: null, from: 'none' as const, line: null, by: null, at: null };
  const yuan = (fen: number): string => (fen / 100).toFixed(2);
  expect(cellText({ ...none, number: 8690 }, 'count', 'zh', yuan)).toBe('8690');
  expect(cellText({ ...none, number: 45_000 }, 'fen', 'zh', yuan)).toBe('450.00');
  expect(cellText({ ...none, text: '符合', en: 'Qualifies' }, 'text', 'en', yuan)).toBe('Qualifies');
  expect(cellText({ ...none, text: '一村' }, 'text', 'en', yuan)).toBe('一村');
  expect(cellText(none, 'text', 'zh', yuan)).toBe('');
});

it('a figure opens the cases of its office, the sum those of all', () => {
  const row = (region: string, isTotal = false) => ({ region, isTotal });
  expect(casesOfRow(row('339901001'), '339901')).toEqual({ town: '339901001' });
  expect(casesOfRow(row('339901'), '339901')).toEqual({ town: '339901' });
  expect(casesOfRow(row('339901', true), '339901')).toEqual({ county: '339901' });
  expect(casesOfRow(row('339901'), '3399')).toEqual({ county: '339901' });
  expect(casesOfRow(row('3399', true), '3399')).toEqual({});
});
