import { expect, it } from 'vitest';
import { computeSheet, monthsOf, overpaidOf, type SheetDraft, sheetFaults } from './calculation.ts';
import { sheetText } from './sheet-text.ts';

const empty: SheetDraft = {
  ...{ standard: '', members: '', insured: '', income: '', deducted: '', uplift: '', minShare: '' },
  ...{ rounding: 'ceilYuan', current: '', from: '', note: '', paidFrom: '', paidTo: '', paidEach: '' },
};
const sources = { standard: '标准文件', current: '户卡在册金额' };
const sheet = (more: Partial<SheetDraft>, lang: 'zh' | 'en' = 'zh') =>
  computeSheet({ ...empty, ...more }, sources, lang);

it('never rounds per head: 632 × 3 − 1894 is 2, not 3', () => {
  const out = sheet({ standard: '632', members: '3', income: '22728', current: '500' });
  expect(out).toMatchObject({ dueFen: 200, currentFen: 50_000, differenceFen: -49_800 });
  expect(out?.lines.map(({ key, formula, value }) => `${key}: ${formula} → ${value}`)).toEqual([
    'income: (A − D) ÷ 12 = (22728.00 − 0.00) ÷ 12 → 1894.00',
    'head: Y ÷ N = 1894.00 ÷ 3 → 约 631.33',
    'below: y < S：约 631.33 < 632.00 → 是：严格低于，符合',
    'gap: S × 3 − Y = 632.00 × 3 − 1894.00 → 2.00',
    'rounded: 进到元 → 2.00',
    'due: 2.00 → 2.00',
    'current:  → 500.00',
    'difference: 2.00 − 500.00 → -498.00',
  ]);
});

it('equal to the standard is not below it: nothing is due, uplift or not', () => {
  const out = sheet({ standard: '500', members: '2', income: '12000', uplift: '100', current: '300' });
  expect(out).toMatchObject({ dueFen: 0, differenceFen: -30_000 });
  expect(out?.lines.find(({ key }) => key === 'below')?.value).toContain('不符合');
});

it('counts only those insured, takes the least share and adds the uplift once', () => {
  const some = sheet({ standard: '600', members: '3', insured: '2', income: '18000', current: '0' });
  expect(some?.dueFen).toBe(20_000);
  const least = sheet({
    standard: '600',
    members: '1',
    income: '7000',
    minShare: '20%',
    uplift: '50',
    current: '0',
  });
  expect(least?.dueFen).toBe(12_000 + 5_000);
  expect(least?.lines.map(({ key }) => key)).toContain('least');
});

it('says where each number comes from, and is silent while something is missing or wrong', () => {
  const out = sheet({ standard: '632', members: '3', income: '22728', current: '500' }, 'en');
  const source = (key: string) => out?.lines.find((line) => line.key === key)?.source;
  expect([source('below'), source('current'), source('income')]).toEqual([
    ...['标准文件', '户卡在册金额', 'Entered by the officer'],
  ]);
  expect(sheet({ standard: '632', members: '3', income: '22728' })).toBeNull();
  expect(sheetFaults({ ...empty, standard: '6a', members: '0', insured: '2', minShare: 'x' })).toEqual({
    ...{ standard: 'badAmount', members: 'badCount', minShare: 'badShare' },
  });
  expect(sheetFaults({ ...empty, members: '2', insured: '3' })).toEqual({ insured: 'tooMany' });
});

it('compares paid and due by the month the money was for', () => {
  const draft = { ...empty, paidFrom: '2025-11', paidTo: '2026-02', paidEach: '500' };
  const over = overpaidOf(draft, 20_000);
  expect(over?.months.map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(over?.totalFen).toBe(4 * 30_000);
  expect(monthsOf('2026-03', '2026-01')).toEqual([]);
  expect(overpaidOf({ ...draft, paidTo: '' }, 0)).toBeNull();
});

it('the document holds every line of the sum, and no name', () => {
  const draft = { ...empty, standard: '632', members: '3', income: '22728', current: '500', from: '2026-12' };
  const out = computeSheet(draft, sources, 'zh');
  if (out === null) throw new Error('there is a sum');
  const text = sheetText(draft, out, null);
  expect(text).toContain('差额 G：S × 3 − Y = 632.00 × 3 − 1894.00 = 2.00（按上列计算）');
  expect(text).toContain('2026-12');
  expect(text.split('\n')[0]).toBe('核算单');
});
