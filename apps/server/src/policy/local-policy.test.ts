import { expect, it } from 'vitest';
import { allowedModes, asLocalValues, modeOf } from './local-policy.ts';

const decided = (mode: 'enabled' | 'shadow' | 'retired') => new Map([['INC-01', { mode }]]);
const page = (status: 'draft' | 'active' | 'retired') => ({ id: 'INC-01', status });

it('runs a rule as the county decided, within what the pack allows', () => {
  const none = new Map<string, { mode: 'enabled' }>();
  expect([modeOf(page('active'), none), modeOf(page('draft'), none), modeOf(page('retired'), none)]).toEqual([
    'enabled',
    'shadow',
    'retired',
  ]);
  expect(modeOf(page('active'), decided('shadow'))).toBe('shadow');
  // Decided while the rule was active; a later pack has made it a draft, or retired it.
  expect(modeOf(page('draft'), decided('enabled'))).toBe('shadow');
  expect(modeOf(page('draft'), decided('retired'))).toBe('retired');
  expect(modeOf(page('retired'), decided('enabled'))).toBe('retired');
  expect(allowedModes('draft')).not.toContain('enabled');
});

it('hands the pack values only, never revocations', () => {
  const row = {
    ...{ id: 'a', region: '339901', parameter: 'house.max', value: 2, from_on: '2026-01-01', to_on: null },
    ...{ basis: '文件', published_on: null, revokes: null, proposed_by: 'x', proposed_at: new Date(0) },
    ...{
      decision: 'confirmed' as const,
      reason: null,
      decided_by: 'y',
      decided_at: new Date(0),
      is_revoked: false,
    },
  };
  const revocation = { ...row, id: 'b', value: null, from_on: null, revokes: 'a' };
  expect(asLocalValues([row, revocation])).toEqual([
    {
      parameter: 'house.max',
      region: '339901',
      from: '2026-01-01',
      to: null,
      value: 2,
      basis: '文件',
      published: null,
    },
  ]);
});
