import { expect, it } from 'vitest';
import { explainPairLines } from './explain-pair.ts';
import { madeUpNumber, madeUpPair } from './made-up-link-report.ts';
import { percentOf, shownValue, signed } from './show-value.ts';

const asked = ['D0001', 'S0042'] as const;

it('adds up from the start to the score, item by item', () => {
  const lines = explainPairLines(madeUpPair(), asked, 'zh');
  const totals = lines.flatMap((line) => /累计 +([+−]?[\d.]+)/.exec(line)?.[1] ?? []);
  expect(totals).toEqual(['−20.00', '+10.00', '+21.70', '+17.30', '+17.30']);
  expect(lines.join('\n')).toContain('得分 +17.30 位，概率 99.999%。结论：同一人。');
  expect(lines.join('\n')).toContain('“刘小燕” ↔ “刘晓燕”  读音相同，字不同');
});

it('shows the evidence for and against, strongest first, and never hides what speaks against', () => {
  const text = explainPairLines(madeUpPair(), asked, 'en').join('\n');
  const [supporting = '', against = ''] = text.slice(text.indexOf('For one person')).split('Against');
  expect(supporting.indexOf('id_number')).toBeLessThan(supporting.indexOf('name:'));
  expect(against).toContain('another town');
  expect(against).not.toContain('prior');
  const without = madeUpPair({ weights: madeUpPair().weights.filter(({ bits }) => bits >= 0) });
  expect(explainPairLines(without, asked, 'en').at(-1)?.trim()).toBe('nothing');
});

it('holds no whole identity number, not even where one is the record’s id', () => {
  const text = explainPairLines(madeUpPair(), [madeUpNumber(3), 'S0042'], 'zh').join('\n');
  expect(text).toContain('339901********');
  expect(text.match(/\d{17}[\dX]/)).toBeNull();
});

it('says so when the two were never compared', () => {
  expect(explainPairLines(null, asked, 'zh').join('')).toContain('没有比较过');
  expect(explainPairLines(null, asked, 'en').join('')).toContain('never compared');
});

it('masks numbers of 18 and 15 digits and nothing else', () => {
  const old = madeUpNumber(1);
  const fifteen = `${old.slice(0, 6)}${old.slice(8, 17)}`;
  expect(shownValue(`${old} ${fifteen}`)).not.toMatch(/480615/);
  expect(shownValue('13800001234 6222020000001234567')).toBe('13800001234 6222020000001234567');
});

it('never rounds a chance to certainty', () => {
  expect(percentOf(0.99999999)).toBe('> 99.9999%');
  expect(percentOf(1e-9)).toBe('< 0.0001%');
  expect(percentOf(0.5)).toBe('50%');
  expect(signed(-0.001)).toBe('0.00');
});
