import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { findLead } from './test-finding.ts';
import { serve } from './test-routes.ts';
import { openStory, type Story } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-03-01');
});
afterAll(() => story.close());

it('the doubt that was innocent: cleared by the reviewed visit, the family told, nothing changed', async () => {
  const { aide, clerk, townLead, officer, reviewer } = await castOf(story);
  const family = await story.family({ head: '赵守田', monthlyFen: 45_000 });
  const before = await story.receives(family);
  const lead = await findLead(story, {
    household: family,
    rule: 'INC-05',
    severity: 'suspect',
    summary: { zh: '名下登记有机动车', en: 'A vehicle stands in the name of a member' },
  });

  // He is asked in writing; the car turns out to be a tricycle that he had reported.
  await clerk.does(lead, 'triage');
  await officer.does(lead, 'dispatch');
  const verification = (await clerk.does(lead, 'startVerifying')).opened('verification');
  const found = { innocentCause: 'reported' };
  expect(await clerk.refusal(lead, 'clear', { facts: found, reason: '一看就知道没问题' })).toBe('WF-107');
  await clerk.does(verification, 'schedule', { facts: { visitors: [clerk.id], plannedOn: '2022-03-02' } });
  await clerk.does(verification, 'recordVisitWithVillage', {
    facts: { visitors: [clerk.id], companion: '村组长', visitedOn: '2022-03-01', present: '赵守田' },
    papers: ['visitForm'],
  });
  const request = (await clerk.does(lead, 'requestEvidence')).opened('notice');
  await serve(request, { approver: townLead, bearer: aide, on: '2022-03-01' });
  await aide.does(request, 'reply', { papers: ['statement'] });

  // Neither silence about the papers nor one's own signature counts.
  expect(await clerk.refusal(verification, 'sign')).toBe('WF-104');
  await clerk.does(verification, 'sign', { papers: ['visitSignatures'] });
  expect(await clerk.refusal(lead, 'clear', { facts: found, reason: '三轮车，已申报' })).toBe('WF-107');
  await townLead.does(verification, 'review');
  await townLead.does(verification, 'accept', { facts: { finding: '农用三轮车' }, reason: '与行驶证一致' });
  expect(await clerk.refusal(lead, 'clear', { reason: '三轮车，已申报' })).toBe('WF-106');
  expect(await clerk.refusal(lead, 'clear', { facts: found })).toBe('WF-109');
  await clerk.does(lead, 'clear', { facts: found, reason: '农用三轮车，申请时已如实申报' });

  // He hears that nothing was wrong, and somebody else closes it.
  await clerk.does(lead, 'explain', { facts: { toldOn: '2022-03-01' }, papers: ['answerLetter'] });
  expect(await clerk.refusal(lead, 'closeCleared')).toBe('WF-102');
  expect((await reviewer.does(lead, 'closeCleared')).state).toBe('closed');

  expect(await story.receives(family)).toEqual(before);
  const { facts, links } = await reviewer.client.matter.get({ id: lead });
  expect(facts['innocentCause']).toBe('reported');
  expect(links.map(({ workflow }) => workflow).sort()).toEqual(['notice', 'verification']);

  // Found again by the next run, it stays quiet; new facts may be looked into, with a reason.
  expect(await findLead(story, quietAgain(family))).toBe(lead);
  expect(await story.stateOf(lead)).toBe('closed');
  expect(await reviewer.refusal(lead, 'reopen')).toBe('WF-109');
  expect(await story.faults()).toEqual([]);
});

const quietAgain = (household: string) =>
  ({
    household,
    rule: 'INC-05',
    severity: 'suspect',
    summary: { zh: '名下登记有机动车', en: 'A vehicle stands in the name of a member' },
  }) as const;
