import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { decideAndCarryOut, hear, lawful, post, visit } from './test-routes.ts';
import { openStory, type Story } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2018-03-05');
});
afterAll(() => story.close());

it('exit, re-application and visit: left of their own will, visited all the same, and let in again by two boards', async () => {
  const { aide, clerk, colleague, townLead, officer, countyLead } = await castOf(story);
  const family = await story.family({ head: '冯满仓', monthlyFen: 36_000, since: '2016-07' });
  const told = { approver: officer, bearer: aide, decider: countyLead };
  const exit = await clerk.opens(
    'decision',
    { household: family },
    {
      ...{ kind: 'stop', cause: 'voluntaryExit', programme: 'dibao_rural', severity: 'info' },
      ...{ isKinCase: false, isComplaint: false },
    },
  );

  // A signed paper alone ends nothing: somebody goes and asks.
  const none = { monthlyFen: 0, fromMonth: '2018-05' };
  const opinion = { facts: none, papers: ['recalculation', 'townOpinion'] } as const;
  const withStatement = { facts: none, papers: ['statement', ...opinion.papers] } as const;
  expect(await townLead.refusal(exit, 'giveOpinion', opinion)).toBe('WF-108');
  expect(await townLead.refusal(exit, 'giveOpinionOnExit', withStatement)).toBe('WF-107');
  const first = (await clerk.does(exit, 'planVisit')).opened('verification');
  await visit(first, { by: [clerk, colleague], reviewer: townLead, on: '2018-03-05' });
  expect(await townLead.refusal(exit, 'giveOpinionOnExit', opinion)).toBe('WF-104');
  await townLead.does(exit, 'giveOpinionOnExit', withStatement);
  await officer.does(exit, 'receive');
  await hear(exit, { ...told, on: '2018-03-05' });
  await decideAndCarryOut(exit, {
    ...told,
    on: '2018-03-05',
    figures: none,
    why: '本人书面申请退出，已入户核实',
  });
  expect(await story.receives(family)).toEqual([{ monthlyFen: 36_000, from: '2016-07', until: '2018-05' }]);

  // The campaign asks everybody who left to apply again if need be, and every such household is visited.
  await story.passTo('2018-07-02');
  const again = (await aide.does(exit, 'reapply')).opened('decision');
  expect(await story.stateOf(exit)).toBe('reapplied');
  const amount = { monthlyFen: 41_000, fromMonth: '2018-09' };
  await townLead.does(again, 'giveOpinion', { facts: amount, papers: ['recalculation', 'townOpinion'] });
  expect(await officer.refusal(again, 'receive')).toBe('WF-107');
  const townBoard = (await clerk.does(again, 'openPublicNotice')).opened('publicNotice');
  await post(townBoard, { maker: clerk, poster: aide, on: '2018-07-02', until: '2018-07-10' }, story);
  await officer.does(again, 'receive');
  const deciding = { facts: { ...lawful, ...amount }, papers: ['reasons'], reason: '符合条件' } as const;
  // The visit of the exit does not count for the return.
  expect(await countyLead.refusal(again, 'decide', deciding)).toBe('WF-107');
  await officer.does(again, 'returnDraft', { reason: '重新申报的须逐户进村入户调查' });
  await clerk.does(again, 'redraft');
  const second = (await clerk.does(again, 'planVisit')).opened('verification');
  expect(second).not.toBe(first);
  await visit(second, { by: [clerk, colleague], reviewer: townLead, on: '2018-07-10' });
  await townLead.does(again, 'giveOpinion', { facts: amount, papers: ['recalculation', 'townOpinion'] });

  // Drafted afresh, it hangs afresh: first in the village, then, until 2021, a second time by the county.
  expect(await officer.refusal(again, 'receive')).toBe('WF-107');
  const newBoard = (await clerk.does(again, 'openPublicNotice')).opened('publicNotice');
  await post(newBoard, { maker: clerk, poster: aide, on: '2018-07-10', until: '2018-07-18' }, story);
  await officer.does(again, 'receive');
  expect(await countyLead.refusal(again, 'decide', deciding)).toBe('WF-107');
  const countyBoard = (await officer.does(again, 'openCountyNotice')).opened('publicNotice');
  expect(
    await post(
      countyBoard,
      { maker: clerk, poster: aide, on: '2018-07-18', until: '2018-07-20' },
      story,
    ).catch((refused: { code: string }) => refused.code),
  ).toBe('WF-101');
  await story.passTo('2018-07-26');
  await aide.does(countyBoard, 'end', { facts: { takenDownOn: '2018-07-26' }, papers: ['takeDownProof'] });
  await decideAndCarryOut(again, {
    ...told,
    on: '2018-07-26',
    figures: amount,
    why: '重新申报，核查符合条件',
  });

  expect(await story.receives(family)).toEqual([
    { monthlyFen: 36_000, from: '2016-07', until: '2018-05' },
    { monthlyFen: 41_000, from: '2018-09', until: null },
  ]);
  expect(await story.journalOf(again)).toEqual([
    ...['giveOpinion', 'openPublicNotice', 'receive', 'returnDraft', 'redraft', 'planVisit', 'giveOpinion'],
    ...['openPublicNotice', 'receive', 'openCountyNotice', 'decide', 'notify', 'takeEffect'],
  ]);
  expect(await story.faults()).toEqual([]);
});
