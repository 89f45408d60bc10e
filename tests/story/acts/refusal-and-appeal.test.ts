import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { decideAndCarryOut, decideAndTell, lawful, serve, visit } from './test-routes.ts';
import { openStory, type Story } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-03-01');
});
afterAll(() => story.close());

it('F-H8: refusal and appeal: refused in writing, overturned on reconsideration, restored with back-pay', async () => {
  const { aide, clerk, colleague, townLead, officer, countyLead } = await castOf(story);
  const family = await story.family({ head: '孙有福' });
  const told = { approver: officer, bearer: aide, decider: countyLead };

  // An application cannot be made to disappear: it is answered, or taken back by the family itself.
  const application = await clerk.opens(
    'decision',
    { household: family },
    {
      ...{ kind: 'add', cause: 'application', programme: 'dibao_rural', severity: 'suspect' },
      ...{ isKinCase: false, isComplaint: false },
    },
  );
  const verification = (await clerk.does(application, 'planVisit')).opened('verification');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on: '2022-03-01' });
  expect(await townLead.refusal(application, 'withdraw', { reason: '不符合条件' })).toBe('WF-108');
  expect(await townLead.refusal(application, 'withdrawApplication', { reason: '本人不申请了' })).toBe(
    'WF-104',
  );
  await townLead.does(application, 'proposeRefusal', {
    facts: { kind: 'refuse' },
    reason: '人均收入按二人计算超过标准',
  });
  const nothing = { monthlyFen: 0, fromMonth: '2022-04' };
  await townLead.does(application, 'giveOpinion', {
    facts: nothing,
    papers: ['recalculation', 'townOpinion'],
  });
  await officer.does(application, 'receive');
  expect(
    await countyLead.refusal(application, 'decide', {
      facts: { ...lawful, ...nothing },
      papers: ['reasons'],
    }),
  ).toBe('WF-109');
  await decideAndTell(application, {
    ...{ ...told, on: '2022-03-01', figures: nothing },
    why: '家庭人均月收入高于当地低保标准',
  });
  expect(await clerk.refusal(application, 'takeEffect')).toBe('WF-102');
  expect(await officer.refusal(application, 'takeEffect')).toBe('WF-108');
  expect((await clerk.does(application, 'archiveUnchanged')).state).toBe('archived');
  expect(await story.receives(family)).toEqual([]);

  // He appeals within sixty days; the income of a son who had left was counted wrongly.
  await story.passTo('2022-04-11');
  expect(await clerk.refusal(application, 'recordReconsideration')).toBe('WF-104');
  await clerk.does(application, 'recordReconsideration', { papers: ['reconsiderationPaper'] });
  await story.passTo('2022-06-06');
  const owed = { backPayFen: 3 * 52_000, backPayFrom: '2022-04' };
  expect(
    await clerk.refusal(application, 'overturnOnReconsideration', {
      facts: owed,
      papers: ['reconsiderationPaper'],
    }),
  ).toBe('WF-102');
  const restoration = (
    await officer.does(application, 'overturnOnReconsideration', {
      facts: owed,
      papers: ['reconsiderationPaper'],
    })
  ).opened('decision');

  // What was overturned is put right: the town cannot drop it, and it is not filed before money has come.
  expect(await townLead.refusal(restoration, 'withdraw', { reason: '暂无资金' })).toBe('WF-108');
  expect(await clerk.refusal(application, 'closeBackPaid', { papers: ['paymentVoucher'] })).toBe('WF-107');
  const figures = { monthlyFen: 52_000, fromMonth: '2022-04' };
  await townLead.does(restoration, 'giveOpinion', {
    facts: figures,
    papers: ['recalculation', 'townOpinion'],
  });
  await officer.does(restoration, 'receive');
  await decideAndCarryOut(restoration, {
    ...{ ...told, on: '2022-06-06', figures },
    why: '复议决定撤销原决定，自应享受之月起补发',
  });
  expect(await story.receives(family)).toEqual([{ monthlyFen: 52_000, from: '2022-04', until: null }]);
  const { facts } = await countyLead.client.matter.get({ id: restoration });
  expect(facts).toMatchObject({ kind: 'restore', cause: 'correction', ...owed });

  expect(await clerk.refusal(application, 'closeCorrected')).toBe('WF-108');
  expect(await clerk.refusal(application, 'closeBackPaid')).toBe('WF-104');
  await clerk.does(application, 'closeBackPaid', { papers: ['paymentVoucher'] });
  expect(await story.journalOf(application)).toEqual([
    ...['planVisit', 'proposeRefusal', 'giveOpinion', 'receive', 'decide', 'notify', 'archiveUnchanged'],
    ...['recordReconsideration', 'overturnOnReconsideration', 'closeBackPaid'],
  ]);
  expect(await story.faults()).toEqual([]);
});

it('a stop that a court annuls: money is back from the month it was taken, as if nothing had happened', async () => {
  const cast = await castOf(story);
  const { aide, clerk, colleague, townLead, officer, countyLead } = cast;
  await story.passTo('2022-09-05');
  const family = await story.family({ head: '钱守信', monthlyFen: 60_000 });
  const stop = await officer.opens(
    'decision',
    { household: family },
    {
      ...{ kind: 'stop', cause: 'review', programme: 'dibao_rural', severity: 'suspect' },
      ...{ isKinCase: false, isComplaint: false },
    },
  );
  const verification = (await clerk.does(stop, 'planVisit')).opened('verification');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on: '2022-09-05' });
  const figures = { monthlyFen: 0, fromMonth: '2022-10' };
  await townLead.does(stop, 'giveOpinion', { facts: figures, papers: ['recalculation', 'townOpinion'] });
  await officer.does(stop, 'receive');
  const hearing = (await officer.does(stop, 'hear')).opened('notice');
  await serve(hearing, { approver: officer, bearer: aide, on: '2022-09-05' });

  // He says nothing. His silence is not consent: his own time runs first, and only then may be decided.
  const decides = { ...{ approver: officer, bearer: aide, decider: countyLead, figures }, why: '收入超标' };
  const deciding = { facts: { ...lawful, ...figures }, papers: ['reasons'], reason: '收入超标' } as const;
  expect(await countyLead.refusal(stop, 'decide', deciding)).toBe('WF-107');
  expect(await story.passTo('2022-09-09')).not.toContain('expire');
  expect(await story.passTo('2022-09-20')).toContain('expire');
  await decideAndCarryOut(stop, { ...decides, on: '2022-09-20' });
  expect(await story.receives(family)).toEqual([{ monthlyFen: 60_000, from: '2018-01', until: '2022-10' }]);

  await story.passTo('2022-10-20');
  await clerk.does(stop, 'recordSuit', { papers: ['courtPaper'] });
  await story.passTo('2023-02-06');
  const restoration = (
    await officer.does(stop, 'overturnInCourt', {
      facts: { backPayFen: 5 * 60_000, backPayFrom: '2022-10' },
      papers: ['courtPaper'],
    })
  ).opened('decision');
  const back = { monthlyFen: 60_000, fromMonth: '2022-10' };
  await townLead.does(restoration, 'giveOpinion', { facts: back, papers: ['recalculation', 'townOpinion'] });
  await officer.does(restoration, 'receive');
  await decideAndCarryOut(restoration, { ...decides, figures: back, on: '2023-02-06', why: '法院判决撤销' });
  expect(await story.receives(family)).toEqual([
    { monthlyFen: 60_000, from: '2018-01', until: '2022-10' },
    { monthlyFen: 60_000, from: '2022-10', until: null },
  ]);
  expect(await story.faults()).toEqual([]);
});
