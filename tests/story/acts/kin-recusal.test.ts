import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { findLead } from './test-finding.ts';
import { serve, visit } from './test-routes.ts';
import { county, openStory, type Story } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-03-01');
});
afterAll(() => story.close());

it('F-H19 kin must recuse: no step, no visit, no assignment, no papers; and a second look is for other people', async () => {
  const { clerk, colleague, townLead, officer, reviewer, countyLead } = await castOf(story);
  const second = await story.person('方正', 'countyCaseworker', county);
  const family = await story.family({ head: '周老根', monthlyFen: 40_000 });
  await colleague.client.household.declareKin({ householdId: family, relation: '叔侄' });
  const lead = await findLead(story, {
    household: family,
    rule: 'KIN-01',
    severity: 'suspect',
    summary: { zh: '经办人员近亲属享受低保', en: 'Kin of a caseworker receives dibao' },
    isKinCase: true,
  });

  // The nephew takes no step, opens nothing, and nobody can hand the case to him.
  expect(await colleague.refusal(lead, 'triage')).toBe('WF-105');
  const keep = {
    ...{ kind: 'keep', cause: 'review', programme: 'dibao_rural', severity: 'info' },
    ...{ isKinCase: false, isComplaint: false },
  };
  expect(await colleague.openingRefusal('decision', { household: family }, keep)).toBe('WF-105');
  await clerk.does(lead, 'triage');
  const toKin = {
    matterId: lead,
    expectedVersion: 1,
    stepId: story.t.office.newId(),
    accountId: colleague.id,
  };
  await expect(townLead.client.matter.assign(toKin)).rejects.toMatchObject({ code: 'MAT-105' });
  await officer.does(lead, 'dispatch');
  const first = (await clerk.does(lead, 'startVerifying')).opened('verification');
  const pair = { visitors: [clerk.id, colleague.id], plannedOn: '2022-03-02' };
  expect(await clerk.refusal(first, 'schedule', { facts: pair })).toBe('WF-105');
  expect(await colleague.refusal(first, 'schedule', { facts: pair, papers: ['visitForm'] })).toBe('WF-105');
  const { actions } = await colleague.client.matter.get({ id: first });
  expect(actions.filter(({ may }) => may)).toEqual([]);
  expect(actions.find(({ action }) => action === 'schedule')?.why?.code).toBe('WF-105');

  // A case of kin is visited by two colleagues who answer with their accounts; a companion from the village is not enough.
  await clerk.does(first, 'schedule', { facts: { visitors: [clerk.id], plannedOn: '2022-03-01' } });
  const companion = { visitors: [clerk.id], companion: '组长', visitedOn: '2022-03-01', present: '本人' };
  expect(
    await clerk.refusal(first, 'recordVisitWithVillage', { facts: companion, papers: ['visitForm'] }),
  ).toBe('WF-108');
  await visit(first, { by: [clerk, officer], reviewer: townLead, on: '2022-03-01' });
  await clerk.does(lead, 'clear', {
    facts: { innocentCause: 'lawfulStatus' },
    reason: '收入核算符合条件，备案在先',
  });
  await reviewer.does(lead, 'closeReviewed', { papers: ['verificationRecord'] });

  // The reviewer has doubts: whoever looked first does not look again.
  await reviewer.does(lead, 'reopen', { reason: '入户表缺收入证明，重新核查' });
  const again = (await officer.does(lead, 'startVerifying')).opened('verification');
  const asBefore = { visitors: [officer.id, clerk.id], plannedOn: '2022-03-01' };
  expect(await officer.refusal(again, 'schedule', { facts: asBefore })).toBe('WF-103');
  expect(await second.refusal(again, 'schedule', { facts: asBefore })).toBe('WF-103');
  await visit(again, { by: [second, reviewer], reviewer: countyLead, on: '2022-03-01' });
  const request = (await officer.does(lead, 'requestEvidence')).opened('notice');
  await serve(request, { approver: officer, bearer: clerk, on: '2022-03-01' });
  await clerk.does(request, 'reply', { papers: ['statement'] });
  expect(await reviewer.refusal(lead, 'confirmPartly', { reason: '收入漏计一项' })).toBe('WF-103');
  await townLead.does(lead, 'confirmPartly', { reason: '漏计务工收入一项，差额发放须调整' });
  expect(await story.journalOf(lead)).toEqual([
    ...['triage', 'dispatch', 'startVerifying', 'clear', 'closeReviewed', 'reopen', 'startVerifying'],
    ...['requestEvidence', 'confirmPartly'],
  ]);
  const { steps } = await reviewer.client.matter.get({ id: lead });
  expect(steps.filter(({ by }) => by?.id === colleague.id)).toEqual([]);
  expect(await story.receives(family)).toEqual([{ monthlyFen: 40_000, from: '2018-01', until: null }]);

  // Every refusal is on record, for the auditor to see.
  const auditor = await story.person('审计', 'auditAdmin', '');
  const { items } = await auditor.client.audit.search({
    filter: [`account:${colleague.id}`, 'outcome:refused'],
  });
  expect(items.map(({ operation, code }) => `${operation} ${code ?? ''}`)).toEqual(
    expect.arrayContaining(['matter.act WF-105', 'matter.open WF-105']),
  );
  expect(await story.faults()).toEqual([]);
});
