import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { findLead } from './test-finding.ts';
import { decideAndTell, hear, serve, visit } from './test-routes.ts';
import { openStory, type Story } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-03-01');
});
afterAll(() => story.close());

it('F-E4 the death in a household of three: asked, visited, heard, recalculated; two go on receiving', async () => {
  const { clerk, colleague, townLead, officer, countyLead } = await castOf(story);
  const family = await story.family({
    head: '李大山',
    members: [
      { name: '王秀', relation: '配偶' },
      { name: '李小河', relation: '子女' },
    ],
    monthlyFen: 120_000,
  });
  const before = [{ monthlyFen: 120_000, from: '2018-01', until: null }];
  expect(await story.receives(family)).toEqual(before);

  // A run compares the roll with the funeral list: the head of the household died in January.
  const lead = await findLead(story, {
    household: family,
    rule: 'INC-01',
    severity: 'serious',
    summary: { zh: '已火化，次月仍发放', en: 'Cremated, still paid the month after' },
    amountFen: 40_000,
  });

  // No shortcut leads from the match to the money.
  expect(await officer.refusal(lead, 'openDecision', { facts: { proposal: 'stop' } })).toBe('WF-101');
  expect(await countyLead.refusal(lead, 'confirm', { reason: '比对属实' })).toBe('WF-101');
  const shortcut = await officer.opens(
    'decision',
    { household: family },
    { kind: 'stop', cause: 'death', programme: 'dibao_rural', severity: 'serious', ...notSpecial },
  );
  await townLead.does(shortcut, 'giveOpinion', {
    facts: { monthlyFen: 0, fromMonth: '2022-04' },
    papers: ['recalculation', 'townOpinion'],
  });
  await officer.does(shortcut, 'receive');
  expect(await countyLead.refusal(shortcut, 'decide', stopNow)).toBe('WF-107');
  expect(await countyLead.refusal(shortcut, 'takeEffect')).toBe('WF-101');
  await countyLead.does(shortcut, 'withdraw', { reason: '未经入户、未听取意见，不得停发' });

  // Two go to the house; those who went do not judge what they found.
  await clerk.does(lead, 'triage');
  await officer.does(lead, 'dispatch');
  const verification = (await clerk.does(lead, 'startVerifying')).opened('verification');
  expect(await clerk.refusal(lead, 'requestEvidence')).toBe('WF-107');
  await clerk.does(verification, 'schedule', {
    facts: { visitors: [clerk.id, colleague.id], plannedOn: '2022-03-03' },
  });
  const alone = { facts: { visitors: [clerk.id], visitedOn: '2022-03-01' }, papers: ['visitForm'] as const };
  expect(
    await clerk.refusal(verification, 'recordVisitWithVillage', {
      ...alone,
      facts: { ...alone.facts, companion: '组长', present: '王秀' },
    }),
  ).toBe('WF-108');
  await story.passTo('2022-03-03');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on: '2022-03-03' });

  // The widow is told in writing and given time; she brings the death certificate.
  expect(await townLead.refusal(lead, 'confirm', { reason: '已入户' })).toBe('WF-101');
  const request = (await clerk.does(lead, 'requestEvidence')).opened('notice');
  expect(await townLead.refusal(lead, 'confirm', { reason: '已入户' })).toBe('WF-107');
  await serve(request, { approver: townLead, bearer: clerk, on: '2022-03-03' });
  expect(await townLead.refusal(lead, 'confirm', { reason: '已送达' })).toBe('WF-107');
  await story.passTo('2022-03-08');
  expect(await story.stateOf(request)).toBe('served');
  await clerk.does(request, 'reply', { papers: ['statement'] });
  expect(await clerk.refusal(lead, 'confirm', { reason: '死亡证明已核对' })).toBe('WF-102');
  await townLead.does(lead, 'confirm', { reason: '死亡证明与殡葬信息一致，家属当时不知须报告' });
  expect(await story.receives(family)).toEqual(before);

  // The household is recalculated as two; nobody loses everything for one who died.
  const decision = (await clerk.does(lead, 'openDecision', { facts: { proposal: 'reduce' } })).opened(
    'decision',
  );
  await townLead.does(decision, 'giveOpinion', {
    facts: { monthlyFen: 86_000, fromMonth: '2022-04' },
    papers: ['recalculation', 'townOpinion'],
  });
  await officer.does(decision, 'receive');
  const decides = {
    ...{ approver: officer, bearer: clerk, decider: countyLead, on: '2022-03-08' },
    figures: { monthlyFen: 86_000, fromMonth: '2022-04' },
    why: '家庭人口由三人减为二人，按差额重新核算',
  };
  expect(await countyLead.refusal(decision, 'decide', stopNow)).toBe('WF-107');
  await hear(decision, decides);
  await decideAndTell(decision, decides);
  expect(await story.receives(family)).toEqual(before);
  expect(await clerk.refusal(lead, 'closeDecided')).toBe('WF-107');
  await officer.does(decision, 'takeEffect');

  expect(await story.receives(family)).toEqual([
    { monthlyFen: 120_000, from: '2018-01', until: '2022-04' },
    { monthlyFen: 86_000, from: '2022-04', until: null },
  ]);
  expect(await officer.refusal(decision, 'takeEffect')).toBe('WF-101');
  expect((await clerk.does(lead, 'closeDecided')).state).toBe('closed');
  expect(await story.journalOf(lead)).toEqual([
    ...['triage', 'dispatch', 'startVerifying', 'requestEvidence', 'confirm', 'openDecision', 'closeDecided'],
  ]);
  expect(await story.journalOf(decision)).toEqual([
    ...['giveOpinion', 'receive', 'hear', 'decide', 'notify', 'takeEffect'],
  ]);

  // The card of the household shows what it receives this month, the changes by which decision, and no number of anybody in full.
  const card = await officer.client.household.get({ id: family });
  expect(card.receivesMonthlyFen).toBe(120_000);
  expect(card.leads.map(({ rule, state }) => `${rule} ${state}`)).toEqual(['INC-01 closed']);
  expect(JSON.stringify(card)).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)/);
  const { items: history } = await officer.client.household.benefits({ id: family });
  expect(history.map(({ begunBy, endedBy }) => [begunBy, endedBy])).toEqual(
    expect.arrayContaining([
      [null, decision],
      [decision, null],
    ]),
  );

  // After sixty days without an appeal the clock files it.
  expect(await story.passTo('2022-05-20')).toContain('archive');
  expect(await story.stateOf(decision)).toBe('archived');
  const later = await officer.client.household.get({ id: family });
  expect(later.receivesMonthlyFen).toBe(86_000);
  expect(await story.faults()).toEqual([]);
});

const notSpecial = { isKinCase: false, isComplaint: false };
const stopNow = {
  facts: { article: '第三十条', remedyTo: '示范市人民政府', monthlyFen: 0, fromMonth: '2022-04' },
  papers: ['reasons'],
  reason: '人已死亡',
} as const;
