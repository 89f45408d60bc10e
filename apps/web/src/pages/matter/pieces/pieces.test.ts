import { expect, it } from 'vitest';
import type { Matter } from '../fact-words.ts';
import { noticeBoard } from './notice-board.ts';
import { paymentsOf } from './payments.ts';
import { phaseOutMonths } from './phase-out-months.ts';
import { remediesOf } from './remedies.ts';

type Step = Matter['steps'][number];
const step = (stepNo: number, action: string, facts: object = {}, at = '2026-11-20T02:00:00Z'): Step =>
  ({ id: `s${stepNo}`, stepNo, action, facts, at, by: { id: 'a', name: '财政员' } }) as unknown as Step;

it('payments: net is owed, every part counted, the parts left as agreed', () => {
  const steps = [
    step(1, 'agreeInstalments', { monthlyFen: 20_000 }),
    step(2, 'recordPayment', { paidFen: 20_000, paidOn: '2026-10-31' }),
    step(3, 'recordPayment', { paidFen: 15_000, paidOn: '2026-11-30' }),
  ];
  const told = paymentsOf({ facts: { amountFen: 120_000, netFen: 100_000 }, steps });
  expect(told).toMatchObject({
    owedFen: 100_000,
    paidFen: 35_000,
    leftFen: 65_000,
    eachFen: 20_000,
    partsLeft: 4,
  });
  expect(told.payments.map(({ leftFen }) => leftFen)).toEqual([80_000, 65_000]);
  const over = paymentsOf({ facts: { amountFen: 100 }, steps: [step(1, 'settle', { paidFen: 200 })] });
  expect(over).toMatchObject({ owedFen: 100, leftFen: 0, partsLeft: null });
});

it('phase-out: every month once, what each check-in said, and what is to come', () => {
  const steps = [
    step(1, 'checkIn', { month: '2026-10', stillEarning: true }),
    step(2, 'checkIn', { month: '2026-11', stillEarning: false }),
  ];
  const months = phaseOutMonths(
    { facts: { fromMonth: '2026-09', monthlyFen: 43_000 }, steps },
    '2026-11-21',
    '2027-01-05',
  );
  expect(months.map(({ month, stillEarning, isToCome }) => [month, stillEarning, isToCome])).toEqual([
    ['2026-09', null, false],
    ['2026-10', true, false],
    ['2026-11', false, false],
    ['2026-12', null, true],
    ['2027-01', null, true],
  ]);
  expect(phaseOutMonths({ facts: {}, steps: [] }, '2026-11-21', null)).toEqual([]);
});

it('public notice: an objection is answered only by a result after it', () => {
  const steps = [
    step(3, 'recordObjection', { isAnonymous: true }),
    step(5, 'recordReResult'),
    step(7, 'recordObjection', { isAnonymous: false }, '2026-11-25T18:00:00Z'),
  ];
  const clocks = [
    { name: 'objection', dueOn: '2026-11-23' },
    { name: 'period', dueOn: '2026-11-27' },
  ] as Matter['clocks'];
  const board = noticeBoard({
    facts: { place: '一村', postedOn: '2026-11-20' },
    steps,
    state: 'objection',
    clocks,
  });
  expect(board).toMatchObject({ stage: 'hanging', untilOn: '2026-11-27', place: '一村' });
  expect(board.objections).toEqual([
    { id: 's3', on: '2026-11-20', isAnonymous: true, isAnswered: true },
    { id: 's7', on: '2026-11-26', isAnonymous: false, isAnswered: false },
  ]);
  const stages = ['posted', 'inPeriod', 'periodOver', 'archived'].map(
    (state) => noticeBoard({ facts: {}, steps: [], clocks: [], state }).stage,
  );
  expect(stages).toEqual(['notYet', 'hanging', 'over', 'down']);
});

it('remedies: only the decision that this one opened restores it', () => {
  const link = (id: string, parentId: string, state: string) =>
    ({ id, parentId, state, workflow: 'decision', kind: 'restore' }) as Matter['links'][number];
  const told = remediesOf({
    ...{ id: 'd', state: 'corrected', clocks: [], facts: { backPayFen: 172_000, backPayFrom: '2026-10' } },
    links: [link('other', 'x', 'effective'), link('mine', 'd', 'drafted')],
  });
  expect(told).toEqual({
    ...{ stage: 'corrected', untilOn: null, backPayFen: 172_000, backPayFrom: '2026-10' },
    restore: { id: 'mine', state: 'drafted', isDone: false },
  });
  const clocks = [{ name: 'remedy', dueOn: '2027-01-19' }] as Matter['clocks'];
  expect(remediesOf({ id: 'd', state: 'effective', clocks, facts: {}, links: [] })).toMatchObject({
    ...{ stage: 'open', untilOn: '2027-01-19', restore: null, backPayFen: null },
  });
  expect(remediesOf({ id: 'd', state: 'drafted', clocks: [], facts: {}, links: [] }).stage).toBe('none');
});
