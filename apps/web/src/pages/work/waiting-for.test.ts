import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { waitingFor } from './waiting-for.ts';

const of = (role: Parameters<typeof waitingFor>[1][number], workflow: string) =>
  waitingFor(workflows, [role]).find((one) => one.workflow === workflow)?.states ?? [];

it('is where an action of the role leads on, and nothing that has ended', () => {
  expect(of('finance', 'recovery')).toContain('assessed');
  expect(of('finance', 'recovery')).not.toContain('calculated');
  expect(of('countyLead', 'decision')).toEqual(expect.arrayContaining(['countyReview', 'hearRecipient']));
  expect(of('countyReviewer', 'lead')).not.toContain('closed');
  expect(waitingFor(workflows, ['meansCheckOfficer'])).toEqual([]);
});
