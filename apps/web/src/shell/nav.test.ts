import { grants } from '@yangguang/domain/people/permission';
import { type Role, roles } from '@yangguang/domain/people/role';
import { expect, it } from 'vitest';
import { partsFor } from './nav.ts';

it('shows every role at least one part and at most seven, each with a screen it may open', () => {
  for (const role of Object.keys(roles) as Role[]) {
    const parts = partsFor([role], (permission) => grants(role, permission));
    expect(parts.length, role).toBeGreaterThan(0);
    expect(parts.length, role).toBeLessThanOrEqual(7);
    for (const { screens } of parts)
      for (const { may } of screens) expect(grants(role, may), `${role} ${may}`).toBe(true);
  }
});

it('leaves out what the permissions do not open', () => {
  expect(partsFor(['countyCaseworker'], () => false)).toEqual([]);
});

it('adds what a second role brings, without repeating', () => {
  const labels = partsFor(['townCaseworker', 'petitionOfficer'], () => true).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
