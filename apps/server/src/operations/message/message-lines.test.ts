import { expect, it } from 'vitest';
import type { OfficeEvent, StepEvent } from '@yangguang/store/message/message-events';
import { messageDrafts } from './message-lines.ts';

const me = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const at = (day: number, hour = 9): Date => new Date(Date.UTC(2026, 10, day, hour));

function step(more: Partial<StepEvent>): StepEvent {
  return {
    ...{ matter_id: 'm1', workflow: 'verification', kind: null, region: '339901001001', due_on: null },
    ...{ at: at(20), id: 's1', action: 'review', from_state: 'signed', to_state: 'reviewed', facts: {} },
    ...{ account_id: other, was_mine: false },
    ...more,
  };
}

const told = (steps: StepEvent[]) => messageDrafts(me, { steps, days: [], offices: [] }).map((d) => d.kind);

it('tells of others’ steps from the moment on at which somebody has a part in the matter', () => {
  expect(told([step({})])).toEqual([]);
  expect(told([step({ was_mine: true })])).toEqual(['step']);
  expect(told([step({ id: 'a', account_id: me, action: 'sign' }), step({ id: 'b', at: at(21) })])).toEqual([
    'step',
  ]);
  expect(told([step({}), step({ id: 'b', account_id: me, at: at(21) })])).toEqual([]);
});

it('tells what was given, sent back, given back, remarked, and what the clock did', () => {
  const named = {
    action: 'schedule',
    to_state: 'scheduled',
    facts: { visitors: [me], plannedOn: '2026-11-22' },
  };
  expect(told([step(named)])).toEqual(['assigned']);
  expect(told([step({ action: 'matter.assign', facts: { account: me } })])).toEqual(['assigned']);
  expect(told([step({ action: 'matter.assign', facts: { account: other } })])).toEqual([]);
  const mine = (more: Partial<StepEvent>) => told([step({ was_mine: true, ...more })]);
  expect(mine({ action: 'returnForm', to_state: 'returned' })).toEqual(['returned']);
  expect(mine({ action: 'matter.return', to_state: 'signed' })).toEqual(['givenBack']);
  expect(mine({ action: 'matter.note', to_state: 'signed' })).toEqual(['remark']);
  expect(mine({ action: 'matter.escalate', account_id: null })).toEqual(['overdue']);
  expect(mine({ account_id: null, action: 'expire', to_state: 'expired' })).toEqual(['clock']);
});

it('folds what reached an office by workflow, place and day, and keeps the way to a single one', () => {
  const event = (more: Partial<OfficeEvent>): OfficeEvent => ({
    ...{ matter_id: 'm1', workflow: 'lead', kind: null, region: '339901001001', due_on: '2026-12-05' },
    ...{ at: at(20), is_escalated: false },
    ...more,
  });
  const offices = [
    event({}),
    event({ matter_id: 'm2', region: '339901001002', at: at(20, 11), due_on: '2026-12-01' }),
    event({ matter_id: 'm3', region: '339901002001' }),
    event({ matter_id: 'm4', at: at(21) }),
    event({ matter_id: 'm5', is_escalated: true }),
  ];
  const lines = messageDrafts(me, { steps: [], days: [], offices });
  expect(lines.map((l) => [l.kind, l.region, l.count, l.matterId, l.dueOn])).toEqual([
    ['handedOver', '339901001', 1, 'm4', '2026-12-05'],
    ['handedOver', '339901001', 2, null, '2026-12-01'],
    ['escalated', '339901001', 1, 'm5', '2026-12-05'],
    ['handedOver', '339901002', 1, 'm3', '2026-12-05'],
  ]);
  expect(new Set(lines.map((l) => l.id)).size).toBe(4);
});
