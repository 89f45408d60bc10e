import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { bulkActionOf, searchOf, stages, sundayOf } from './stages.ts';

it('every state of a stage is one of its workflow, and its step can be taken from there', () => {
  for (const stage of stages) {
    const { workflow = '', state } = searchOf(stage, '2026-11-22');
    const known = workflow.split(',').map((id) => workflows[id as keyof typeof workflows]);
    expect(
      known.every((one) => one !== undefined),
      stage,
    ).toBe(true);
    const states = state?.split(',') ?? [];
    expect(Object.keys(known[0]?.states ?? {}), stage).toEqual(expect.arrayContaining(states));
  }
});

it('the step for several can be taken from every state of its stage', () => {
  const bulk = stages.filter((stage) => bulkActionOf(stage) !== null);
  expect(bulk).toEqual(['toStart', 'toAssign', 'returned']);
  for (const stage of bulk) {
    const { workflow = '', state = '' } = searchOf(stage, '');
    const action = workflows[workflow as keyof typeof workflows].actions[bulkActionOf(stage) ?? ''];
    expect(action?.from, stage).toEqual(expect.arrayContaining(state.split(',')));
  }
});

it('no visit that is under way falls between the stages', () => {
  const shown = stages.flatMap((stage) => {
    const { workflow, state } = searchOf(stage, '');
    return workflow === 'verification' ? (state?.split(',') ?? []) : [];
  });
  const open = Object.entries(workflows.verification.states).filter(([, state]) => state.end !== true);
  expect(shown.sort()).toEqual(open.map(([name]) => name).sort());
});

it('the week ends on Sunday', () => {
  expect(['2026-11-21', '2026-11-22', '2026-11-23'].map(sundayOf)).toEqual([
    ...['2026-11-22', '2026-11-22', '2026-11-29'],
  ]);
});
