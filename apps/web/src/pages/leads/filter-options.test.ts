import { expect, it } from 'vitest';
import { optionsOf } from './filter-options.ts';

const tally = {
  states: [
    { code: 'closed', leads: 1 },
    { code: 'new', leads: 7 },
    { code: 'toVerify', leads: 3 },
  ],
  severities: [
    { code: 'info', leads: 2 },
    { code: 'serious', leads: 5 },
  ],
  rules: [{ code: 'INC-01', leads: 7, title: { zh: '死亡后仍领取', en: 'Paid after death' } }],
  programmes: [{ code: 'none', leads: 4 }],
  divisions: [],
};
const none = () => [];

it('says values in the words of the page, in the order of the work and not of their size', () => {
  const zh = optionsOf(tally, none, 'zh');
  expect(zh.state.map(({ label, leads }) => `${label} ${leads}`)).toEqual([
    '新疑点 7',
    '待核查 3',
    '已办结 1',
  ]);
  expect(zh.severity.map(({ value }) => value)).toEqual(['serious', 'info']);
  expect(zh.rule).toEqual([{ value: 'INC-01', label: 'INC-01 死亡后仍领取', leads: 7 }]);
  expect(optionsOf(tally, none, 'en').programme[0]?.label).toBe('None');
});

it('keeps what is chosen in sight though nothing has it now, or nothing is known yet', () => {
  const chosen = (name: string) => (name === 'rule' ? ['SUP-01'] : name === 'severity' ? ['suspect'] : []);
  const now = optionsOf(tally, chosen, 'zh');
  expect(now.rule.map(({ value, leads }) => [value, leads])).toEqual([
    ['INC-01', 7],
    ['SUP-01', 0],
  ]);
  expect(now.severity.map(({ value }) => value)).toEqual(['serious', 'suspect', 'info']);
  expect(optionsOf(null, chosen, 'zh').rule).toEqual([{ value: 'SUP-01', label: 'SUP-01', leads: null }]);
});
