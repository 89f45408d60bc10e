import { expect, it } from 'vitest';
import { type CampaignDraft, commonInput, draftFaults, planOf, previewInput } from './campaign-draft.ts';

const draft: CampaignDraft = {
  ...{ stepId: 's', campaignId: 'c', mode: 'hand', region: '339901', title: '自拟专项', documentNo: ' ' },
  ...{ template: '', year: '', group: [], issuer: '县民政局', programmes: ['dibao_rural'] },
  phases: [{ zh: '排查', state: 'selfCheck', fromOn: '2026-11-01', untilOn: '2026-12-31' }],
  tasks: [{ zh: '逐户排查', unit: 'town', phase: 0, dueOn: '' }],
  ...{ sampleShare: '30', ledgerEvery: '' },
};

it('a sound plan goes out as the server takes it', () => {
  expect(draftFaults(draft)).toEqual([]);
  expect(planOf(draft)).toEqual({
    issuer: '县民政局',
    programmes: ['dibao_rural'],
    phases: draft.phases,
    tasks: [{ zh: '逐户排查', unit: 'town', phase: 0 }],
    sampleShare: 0.3,
    ledgerEvery: null,
  });
  expect(commonInput(draft)).toEqual({ stepId: 's', campaignId: 'c', region: '339901', leadingGroup: [] });
});

it('names every field that is not sound', () => {
  const back = { zh: '动员', state: 'mobilising', fromOn: '2026-10-01', untilOn: '2026-10-31' } as const;
  const bad: CampaignDraft = {
    ...{ ...draft, region: '', title: '', issuer: '', programmes: [], sampleShare: '101' },
    group: [{ duty: 'leader', name: '王芳', post: ' ' }],
    phases: [...draft.phases, back],
    tasks: [{ zh: '', unit: 'town', phase: 0, dueOn: '' }],
  };
  expect(draftFaults(bad).map(({ id }) => id)).toEqual([
    ...[
      'new-region',
      'new-title',
      'new-issuer',
      'new-programmes',
      'new-phases',
      'new-tasks',
      'new-share',
      'new-group',
    ],
  ]);
});

it('a template needs itself and a year', () => {
  const byTemplate: CampaignDraft = { ...draft, mode: 'template', template: '', year: '20' };
  expect(draftFaults(byTemplate).map(({ text }) => text)).toEqual(['needTemplate', 'needYear']);
  const sound: CampaignDraft = { ...byTemplate, template: 's3-binhai-2018', year: '2025' };
  expect(draftFaults(sound)).toEqual([]);
  expect(previewInput(sound)).toEqual({ region: '339901', of: { template: 's3-binhai-2018', year: 2025 } });
});
