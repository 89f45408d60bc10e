import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { sortActions } from './actions.ts';

const allowance = (action: string, code: string | null) => ({
  action,
  title: { zh: action, en: action },
  may: code === null,
  why:
    code === null
      ? null
      : { code, what: { zh: '', en: '' }, why: { zh: '', en: '' }, remedy: { zh: '', en: '' } },
});

it('a button exactly where the gate says yes; the way on first, what stays put next, ways out last', () => {
  const all = [
    allowance('planVisit', null),
    allowance('withdraw', null),
    allowance('giveOpinion', null),
    allowance('decide', 'WF-101'),
    allowance('giveUrgentRelief', 'WF-108'),
    allowance('archive', 'WF-102'),
  ];
  const { able, barred, elsewhere } = sortActions(workflows.decision, all);
  expect(able.map((one) => one.action)).toEqual(['giveOpinion', 'planVisit', 'withdraw']);
  expect(barred.map((one) => one.action)).toEqual(['giveUrgentRelief']);
  expect(elsewhere.map((one) => one.action)).toEqual(['decide', 'archive']);
});
