import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, castOf } from './test-cast.ts';
import { decideAndCarryOut, hear, visit } from './test-routes.ts';
import { openStory, type Story } from './test-story.ts';

let story: Story;
let cast: Cast;
beforeAll(async () => {
  story = await openStory('2022-03-01');
  cast = await castOf(story);
});
afterAll(() => story.close());

/** Income rose by a job: visited, heard, decided and carried out. @returns the phase-out that came of it */
async function startPhaseOut(family: string, on: string, figures: Figures): Promise<string> {
  const { aide, clerk, colleague, townLead, officer, countyLead } = cast;
  const decision = await clerk.opens(
    'decision',
    { household: family },
    {
      ...{ kind: 'phaseOut', cause: 'change', programme: 'dibao_rural', severity: 'info' },
      ...{ isKinCase: false, isComplaint: false },
    },
  );
  const verification = (await clerk.does(decision, 'planVisit')).opened('verification');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on });
  await townLead.does(decision, 'giveOpinion', { facts: figures, papers: ['recalculation', 'townOpinion'] });
  await officer.does(decision, 'receive');
  const how = { approver: officer, bearer: aide, decider: countyLead, on };
  await hear(decision, how);
  const why = '长子就业，人均收入高于标准、低于标准的一点五倍';
  return (await decideAndCarryOut(decision, { ...how, figures, why })).opened('phaseOut');
}
type Figures = {
  readonly monthlyFen: number;
  readonly fromMonth: string;
};

it('phase-out ended by illness: frozen, checked monthly, restored without a new application', async () => {
  const { aide, clerk, townLead, officer, countyLead } = cast;
  const family = await story.family({ head: '吴长顺', monthlyFen: 60_000 });
  const phaseOut = await startPhaseOut(family, '2022-03-01', { monthlyFen: 60_000, fromMonth: '2022-04' });
  const frozen = [
    { monthlyFen: 60_000, from: '2018-01', until: '2022-04' },
    { monthlyFen: 60_000, from: '2022-04', until: null },
  ];
  expect(await story.receives(family)).toEqual(frozen);

  // Three to six months, for income from work, and for nothing else.
  expect(await clerk.refusal(phaseOut, 'confirm', { facts: { trigger: 'death', length: 'longest' } })).toBe(
    'WF-106',
  );
  await clerk.does(phaseOut, 'confirm', { facts: { trigger: 'employment', length: 'longest' } });
  await clerk.does(phaseOut, 'start');
  await story.passTo('2022-04-12');
  await aide.does(phaseOut, 'checkIn', { facts: { month: '2022-04', stillEarning: true } });
  expect(await clerk.refusal(phaseOut, 'restore')).toBe('WF-101');

  // In June the son falls ill and loses the job.
  await story.passTo('2022-06-14');
  const ill = { facts: { shock: 'illness' } };
  expect(await aide.refusal(phaseOut, 'recordShock', ill)).toBe('WF-104');
  await aide.does(phaseOut, 'recordShock', { ...ill, papers: ['verificationRecord'] });
  const restoration = (await clerk.does(phaseOut, 'restore')).opened('decision');
  expect(await clerk.refusal(phaseOut, 'closeRestored')).toBe('WF-107');
  const figures = { monthlyFen: 74_000, fromMonth: '2022-07' };
  await townLead.does(restoration, 'giveOpinion', {
    facts: figures,
    papers: ['recalculation', 'townOpinion'],
  });
  await officer.does(restoration, 'receive');
  await decideAndCarryOut(restoration, {
    ...{ approver: officer, bearer: aide, decider: countyLead, on: '2022-06-14', figures },
    why: '渐退期内患病失业，无须重新申请，恢复并重新核算',
  });
  expect((await clerk.does(phaseOut, 'closeRestored')).state).toBe('closed');
  expect(await story.receives(family)).toEqual([
    frozen[0],
    { monthlyFen: 60_000, from: '2022-04', until: '2022-07' },
    { monthlyFen: 74_000, from: '2022-07', until: null },
  ]);

  // The term, had it gone on, would end now: a closed phase-out takes nothing.
  expect(await story.passTo('2022-09-20')).not.toContain('reachEnd');
  expect(await story.journalOf(phaseOut)).toEqual([
    ...['confirm', 'start', 'checkIn', 'recordShock', 'restore', 'closeRestored'],
  ]);
  expect(await story.faults()).toEqual([]);
});

it('a term that ends stops nothing by itself: the clock says so, and a decision of its own must follow', async () => {
  const { clerk, officer } = cast;
  await story.passTo('2023-03-01');
  const family = await story.family({ head: '郑有田', monthlyFen: 30_000 });
  const phaseOut = await startPhaseOut(family, '2023-03-01', { monthlyFen: 30_000, fromMonth: '2023-04' });
  await clerk.does(phaseOut, 'confirm', { facts: { trigger: 'smallBusiness', length: 'shortest' } });
  await clerk.does(phaseOut, 'start');
  expect(await story.passTo('2023-05-31')).not.toContain('reachEnd');
  expect(await story.passTo('2023-06-05')).toContain('reachEnd');
  const still = await story.receives(family);
  expect(still.at(-1)).toEqual({ monthlyFen: 30_000, from: '2023-04', until: null });

  const stop = (await clerk.does(phaseOut, 'proposeStop')).opened('decision');
  expect(await story.stateOf(phaseOut)).toBe('exit');
  expect(await story.receives(family)).toEqual(still);
  const { facts } = await officer.client.matter.get({ id: stop });
  expect(facts).toMatchObject({ kind: 'stop', cause: 'phaseOutEnd' });
  expect(await officer.refusal(stop, 'receive')).toBe('WF-101');

  // For six months the household is watched; after them the clock closes the file, not the aid.
  await story.passTo('2023-12-20');
  expect(await story.stateOf(phaseOut)).toBe('closed');
  expect(await story.receives(family)).toEqual(still);
  expect(await story.faults()).toEqual([]);
});
