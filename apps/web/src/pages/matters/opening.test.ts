import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { mustBeAboutHousehold, openableBy, type OpeningDraft, openingFaults, openInput } from './opening.ts';

const draft: OpeningDraft = {
  ...{ householdId: '', householdName: '', isAboutHousehold: false, region: '339901001', title: ' 敬老院 ' },
  ...{ programme: '', typed: {}, reason: '', matterId: 'm', stepId: 's' },
};

it('offers each office what its workflows let it open, and never a lead', () => {
  const town = openableBy(workflows, ['townCaseworker']);
  expect(town).toEqual([
    ...[
      'verification',
      'notice',
      'decision',
      'publicNotice',
      'phaseOut',
      'recovery',
      'petition',
      'proxyAgreement',
      'hazard',
    ],
  ]);
  expect(openableBy(workflows, ['petitionOfficer'])).toEqual(['task', 'petition']);
  expect(openableBy(workflows, ['bank'])).toEqual([]);
});

it('needs a household, or place and title', () => {
  expect(openingFaults(draft)).toEqual({ household: false, region: false, title: false });
  expect(openingFaults({ ...draft, region: '3399', title: ' ' })).toEqual({
    household: false,
    region: true,
    title: true,
  });
  expect(openingFaults({ ...draft, isAboutHousehold: true })).toEqual({
    household: true,
    region: false,
    title: false,
  });
  expect([workflows.decision, workflows.petition, workflows.hazard].map(mustBeAboutHousehold)).toEqual([
    true,
    false,
    false,
  ]);
});

it('sends a household without place and title, anything else with both', () => {
  const typed = { institutionName: '敬老院', kind: 'fire', what: '通道堵塞', foundOn: '2026-11-20' };
  const hazard = openInput(workflows.hazard, { ...draft, typed }, null);
  expect(hazard).toEqual({
    ...{ stepId: 's', matterId: 'm', workflow: 'hazard', region: '339901001', title: '敬老院', reason: null },
    facts: typed,
  });
  const home = {
    ...draft,
    isAboutHousehold: true,
    householdId: 'h',
    programme: 'dibao_rural',
    typed: { kind: 'hearing' },
  };
  expect(openInput(workflows.notice, home, 'c')).toEqual({
    ...{
      stepId: 's',
      matterId: 'm',
      workflow: 'notice',
      householdId: 'h',
      programme: 'dibao_rural',
      campaignId: 'c',
    },
    ...{ facts: { kind: 'hearing' }, reason: null },
  });
  const asked = { ...home, programme: '', typed: { programme: 'tekun' } };
  expect(openInput(workflows.recovery, asked, null).programme).toBe('tekun');
  expect(openInput(workflows.recovery, { ...asked, typed: { programme: 'none' } }, null)).not.toHaveProperty(
    'programme',
  );
});
