import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { decideAndCarryOut, post, visit } from './test-routes.ts';
import { openStory, type Story } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-03-01');
});
afterAll(() => story.close());

it('F-H12 24-hour relief first, papers later: paid the same day, papered in ten working days, decided like any other', async () => {
  const { aide, clerk, colleague, townLead, officer, countyLead } = await castOf(story);
  const family = await story.family({ head: '杨火旺', programme: 'temporary' });
  const opening = {
    ...{ kind: 'add', cause: 'activeDiscovery', programme: 'temporary', severity: 'suspect' },
    ...{ isKinCase: false, isComplaint: false },
  };

  // Only what is urgent and gives knows this way.
  const ordinary = await clerk.opens('decision', { household: family }, opening);
  const paid = { facts: { paidFen: 150_000, paidOn: '2022-03-01' }, reason: '房屋失火，当夜无处安身' };
  expect(await townLead.refusal(ordinary, 'giveUrgentRelief', paid)).toBe('WF-108');
  await townLead.does(ordinary, 'withdraw', { reason: '改按急难程序办理' });

  // The house burned in the night: 24 hours run from the report.
  const relief = await clerk.opens('decision', { household: family }, { ...opening, urgent: true });
  const first = await clerk.client.matter.get({ id: relief });
  expect(first.clocks.find(({ name }) => name === 'urgent')?.dueAt).toBe('2022-03-02T01:00:00.000Z');
  expect(await townLead.refusal(relief, 'giveUrgentRelief', { facts: paid.facts })).toBe('WF-109');
  expect((await townLead.does(relief, 'giveUrgentRelief', paid)).state).toBe('reliefFirst');
  const after = await clerk.client.matter.get({ id: relief });
  expect(after.clocks.map(({ name, dueOn }) => `${name} ${dueOn ?? ''}`)).toEqual(['papers 2022-03-15']);

  // The money came first; the look at the house, the papers and the board come all the same.
  const verification = (await clerk.does(relief, 'planVisitAfterRelief')).opened('verification');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on: '2022-03-01' });
  const figures = { monthlyFen: 150_000, fromMonth: '2022-03' };
  const papers = ['proof', 'recalculation', 'townOpinion'] as const;
  expect(await townLead.refusal(relief, 'completePapers', { facts: figures, papers })).toBe('WF-109');
  expect(await townLead.refusal(relief, 'completePapers', { facts: figures, reason: '事后补齐' })).toBe(
    'WF-104',
  );
  await townLead.does(relief, 'completePapers', { facts: figures, papers, reason: '火灾证明、核算单已补齐' });
  const publicNotice = (await clerk.does(relief, 'openPublicNotice')).opened('publicNotice');
  expect(await officer.refusal(relief, 'receive')).toBe('WF-107');
  await post(publicNotice, { maker: clerk, poster: aide, on: '2022-03-01', until: '2022-03-09' }, story);
  await officer.does(relief, 'receive');
  await decideAndCarryOut(relief, {
    ...{ approver: officer, bearer: aide, decider: countyLead, on: '2022-03-09', figures },
    why: '急难先行救助，手续已补齐',
  });

  // Relief is for its month, not for good.
  expect(await story.receives(family, 'temporary')).toEqual([
    { monthlyFen: 150_000, from: '2022-03', until: '2022-04' },
  ]);
  expect(await story.faults()).toEqual([]);
});
