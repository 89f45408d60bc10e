import { expect, it } from 'vitest';
import {
  byFamily,
  inOfficialOrder,
  missingWords,
  oneCounty,
  queueFilter,
  type RuleChoice,
} from './rule-choice.ts';

const rule = (
  code: string,
  status: RuleChoice['status'] = 'active',
  missing: string[][] = [],
): RuleChoice => ({
  ...{ rule: code, title: { zh: code, en: code }, status },
  ...{ isReady: missing.length === 0, missing },
});

it('rules stand by family and code; drafts cannot be asked for', () => {
  const families = byFamily([rule('OMI-02'), rule('INC-10'), rule('INC-02'), rule('INC-03', 'draft')]);
  expect(families.map(({ family, rules }) => [family, rules.map((one) => one.rule)])).toEqual([
    ['OMI', ['OMI-02']],
    ['INC', ['INC-02', 'INC-10']],
  ]);
});

it('what a rule lacks is said with its alternatives', () => {
  const words = missingWords(rule('A', 'active', [['a', 'b'], ['c']]), (table) => table.toUpperCase(), {
    or: '或',
    and: '；',
  });
  expect(words).toBe('A或B；C');
});

it('towns stand in official order, never by their numbers, and what has no town comes last', () => {
  const towns = [
    { region: '371301', leads: 9 },
    { region: '371301102', leads: 90 },
    { region: '371301001', leads: 1 },
  ];
  expect(inOfficialOrder(towns).map(({ region }) => region)).toEqual(['371301001', '371301102', '371301']);
});

it('a number leads to its leads', () => {
  const run = { region: '371301', campaignId: null };
  expect(queueFilter(run, 'rule:INC-01')).toEqual({ filter: ['rule:INC-01', 'area:371301'], by: 'lead' });
  expect(queueFilter({ ...run, campaignId: 'c' }, 'town:371301001').filter).toEqual([
    'town:371301001',
    'campaign:c',
  ]);
});

it('a run is of one county', () => {
  expect(oneCounty([])).toBe(null);
  expect(oneCounty([{ region: 'a' }, { region: 'a' }])).toBe('a');
  expect(oneCounty([{ region: 'a' }, { region: 'b' }])).toBe(null);
});
