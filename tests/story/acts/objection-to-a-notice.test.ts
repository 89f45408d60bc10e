import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, castOf } from './test-cast.ts';
import type { Person } from './test-person.ts';
import { decideAndCarryOut, visit } from './test-routes.ts';
import { county, openStory, type Story } from './test-story.ts';

let story: Story;
let cast: Cast;
let anotherOfficer: Person;
beforeAll(async () => {
  story = await openStory('2022-03-01');
  cast = await castOf(story);
  anotherOfficer = await story.person('方正', 'countyCaseworker', county);
});
afterAll(() => story.close());

const amount = { monthlyFen: 48_000, fromMonth: '2022-04' };

/** An application visited, seen by the town, and on the board. @returns the decision and its notice */
async function postedApplication(head: string) {
  const { aide, clerk, colleague, townLead } = cast;
  const family = await story.family({ head });
  const decision = await clerk.opens(
    'decision',
    { household: family },
    {
      ...{ kind: 'add', cause: 'application', programme: 'dibao_rural', severity: 'suspect' },
      ...{ isKinCase: false, isComplaint: false },
    },
  );
  const verification = (await clerk.does(decision, 'planVisit')).opened('verification');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on: '2022-03-01' });
  await townLead.does(decision, 'giveOpinion', { facts: amount, papers: ['recalculation', 'townOpinion'] });
  const publicNotice = (await clerk.does(decision, 'openPublicNotice')).opened('publicNotice');
  await clerk.does(publicNotice, 'post', { facts: { sheetNo: '东乡公示第3号' } });
  await aide.does(publicNotice, 'recordPosting', {
    facts: { place: '村务公开栏', postedOn: '2022-03-01' },
    papers: ['postingProof'],
  });
  return { family, decision, publicNotice };
}

const endOn = (on: string) => ({ facts: { takenDownOn: on }, papers: ['takeDownProof'] }) as const;
const nameless = { facts: { isAnonymous: true }, papers: ['objection'] } as const;

it('F-G8: an objection to a public notice: only that case waits; others look again, answer, and the days run on', async () => {
  const { aide, clerk, colleague, townLead, officer, reviewer, countyLead } = cast;
  const petitionOfficer = await story.person('申诉', 'petitionOfficer', county);
  const objected = await postedApplication('蒋来福');
  const neighbour = await postedApplication('沈来喜');

  // On the third day somebody without a name objects to one of the two on the sheet.
  await story.passTo('2022-03-04');
  expect(
    await petitionOfficer.refusal(objected.publicNotice, 'recordObjection', { facts: nameless.facts }),
  ).toBe('WF-104');
  await petitionOfficer.does(objected.publicNotice, 'recordObjection', nameless);
  const again = (await officer.does(objected.publicNotice, 'investigate')).opened('verification');
  const sameTwo = { facts: { visitors: [clerk.id, colleague.id], plannedOn: '2022-03-04' } };
  expect(await officer.refusal(again, 'schedule', sameTwo)).toBe('WF-103');
  const answer = { papers: ['answerLetter'], reason: '复查收入与申报一致，异议不成立' } as const;
  expect(await officer.refusal(objected.publicNotice, 'recordReResult', answer)).toBe('WF-107');

  // The neighbour's week ends meanwhile; the objected one stands still.
  expect(await story.passTo('2022-03-09')).toEqual(['endPeriod']);
  await aide.does(neighbour.publicNotice, 'end', endOn('2022-03-09'));
  await officer.does(neighbour.decision, 'receive');
  expect(await officer.refusal(objected.decision, 'receive')).toBe('WF-107');

  await visit(again, { by: [anotherOfficer, reviewer], reviewer: townLead, on: '2022-03-09' });
  await officer.does(objected.publicNotice, 'recordReResult', answer);
  await townLead.does(objected.publicNotice, 'goOn', { reason: '异议不成立，公示继续' });
  expect(await aide.refusal(objected.publicNotice, 'end', endOn('2022-03-10'))).toBe('WF-101');
  expect(await story.passTo('2022-03-11')).toEqual([]);
  expect(await story.passTo('2022-03-15')).toEqual(['endPeriod']);
  await aide.does(objected.publicNotice, 'end', endOn('2022-03-15'));
  await officer.does(objected.decision, 'receive');
  await decideAndCarryOut(objected.decision, {
    ...{ approver: officer, bearer: aide, decider: countyLead, on: '2022-03-15', figures: amount },
    why: '公示无异议成立，符合条件',
  });
  expect(await story.receives(objected.family)).toEqual([
    { monthlyFen: 48_000, from: '2022-04', until: null },
  ]);
  expect(await story.journalOf(objected.publicNotice)).toEqual([
    ...[
      'post',
      'recordPosting',
      'recordObjection',
      'investigate',
      'recordReResult',
      'goOn',
      'endPeriod',
      'end',
    ],
  ]);
  expect(await story.faults()).toEqual([]);
});

it('an objection that is right: the case goes back and ends with a written refusal, not with a sheet taken down', async () => {
  const { clerk, townLead, officer, reviewer } = cast;
  const { family, decision, publicNotice } = await postedApplication('韩得财');
  await clerk.does(publicNotice, 'recordObjection', nameless);
  const again = (await clerk.does(publicNotice, 'investigate')).opened('verification');
  await visit(again, { by: [anotherOfficer, reviewer], reviewer: townLead, on: '2022-03-15' });
  await clerk.does(publicNotice, 'recordReResult', {
    papers: ['answerLetter'],
    reason: '另有商铺一间未申报',
  });
  await townLead.does(publicNotice, 'upholdObjection', { reason: '财产超过规定' });
  expect(await officer.refusal(decision, 'receive')).toBe('WF-107');
  await officer.does(decision, 'returnDraft', { reason: '异议成立' });
  expect(await townLead.refusal(decision, 'withdraw', { reason: '异议成立' })).toBe('WF-108');
  await clerk.does(decision, 'proposeRefusal', { facts: { kind: 'refuse' }, reason: '财产超过规定' });
  expect(await story.stateOf(decision)).toBe('drafted');
  expect(await story.receives(family)).toEqual([]);
  expect(await story.faults()).toEqual([]);
});
