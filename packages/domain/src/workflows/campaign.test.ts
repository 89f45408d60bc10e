import { expect, it } from 'vitest';
import { campaign } from './campaign.ts';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';

const zhang: Player = { by: 'zhang', role: 'countyLead', area: '371302' };
const wu: Player = { by: 'wu', role: 'townLead', area: '371302001' };

function inSelfCheck(): Rehearsal {
  const job = rehearse(campaign, { template: 's1-linyi-2018', endOn: '2018-08-31' });
  const issue = { documentNo: '临政办字〔2018〕81号', issuedOn: '2018-06-14', leadingGroup: '县领导小组' };
  expect(job.play(zhang, 'issue', { facts: issue })).toEqual({
    code: 'WF-104',
    missing: ['officialDocument'],
  });
  expect(job.play(zhang, 'issue', { facts: issue, evidence: ['officialDocument'] })).toBeNull();
  expect(job.play(zhang, 'mobilise', { evidence: ['meetingMinutes', 'publishedText'] })).toEqual({
    code: 'WF-104',
    missing: ['hotlineProof'],
  });
  expect(
    job.play(zhang, 'mobilise', { evidence: ['meetingMinutes', 'hotlineProof', 'publishedText'] }),
  ).toBeNull();
  expect(job.play(wu, 'startSelfCheck', { evidence: ['baselineSigned'] })).toMatchObject({ code: 'WF-108' });
  job.setFacts({ dataLoaded: true });
  expect(job.play(wu, 'startSelfCheck', { evidence: ['baselineSigned'] })).toBeNull();
  return job;
}

const report = { evidence: ['selfCheckReport'] as const };

it('goes on to inspection only when serious leads are visited and the sample is reached', () => {
  const job = inSelfCheck();
  expect(job.play(zhang, 'startInspecting', report)).toMatchObject({
    condition: { fact: 'seriousUnvisited' },
  });
  job.setFacts({ seriousUnvisited: 1, sampleShareMet: true });
  expect(job.play(zhang, 'startInspecting', report)).toMatchObject({
    condition: { fact: 'seriousUnvisited' },
  });
  job.setFacts({ seriousUnvisited: 0, sampleShareMet: false });
  expect(job.play(zhang, 'startInspecting', report)).toMatchObject({ condition: { fact: 'sampleShareMet' } });
  job.setFacts({ sampleShareMet: true });
  expect(job.play(zhang, 'startInspecting')).toMatchObject({ code: 'WF-104' });
  expect(job.play(zhang, 'startInspecting', report)).toBeNull();
});

it('cannot be helped along by stating the guard oneself', () => {
  const job = inSelfCheck();
  const facts = { seriousUnvisited: 0, sampleShareMet: true };
  expect(job.play(zhang, 'startInspecting', { facts, ...report })).toMatchObject({ code: 'WF-108' });
  job.setFacts(facts);
  expect(job.play(zhang, 'startInspecting', { facts, ...report })).toEqual({
    code: 'WF-106',
    fields: ['sampleShareMet', 'seriousUnvisited'],
  });
});

it('goes on without a report only when it is overdue, and with the same guards', () => {
  const job = inSelfCheck();
  job.setFacts({ seriousUnvisited: 0, sampleShareMet: true });
  expect(job.play(zhang, 'inspectOverdue', { reason: '两镇未报' })).toMatchObject({
    condition: { fact: 'selfCheckOverdue' },
  });
  job.setFacts({ selfCheckOverdue: true, seriousUnvisited: 2 });
  expect(job.play(zhang, 'inspectOverdue', { reason: '两镇未报' })).toMatchObject({
    condition: { fact: 'seriousUnvisited' },
  });
  job.setFacts({ seriousUnvisited: 0 });
  expect(job.play(zhang, 'inspectOverdue', { reason: '两镇未报' })).toBeNull();
});

it('comes back from a pause to the phase it stood in, never further', () => {
  const job = inSelfCheck();
  const paper = { evidence: ['officialDocument'] as const, reason: '防汛' };
  expect(job.play(zhang, 'pauseSelfCheck', { facts: { pausedIn: 'inspecting' }, ...paper })).toMatchObject({
    code: 'WF-106',
  });
  expect(job.play(zhang, 'pauseSelfCheck', { facts: { pausedIn: 'selfCheck' }, ...paper })).toBeNull();
  expect(job.play(zhang, 'resumeInspecting', paper)).toMatchObject({ code: 'WF-108' });
  expect(job.play(zhang, 'resumeSelfCheck', paper)).toBeNull();
  expect(job.state()).toBe('selfCheck');
});

it('is extended by a document, with both dates', () => {
  const job = inSelfCheck();
  const more = { selfCheckUntilOn: '2018-08-15', endOn: '2018-09-15' };
  expect(job.play(zhang, 'extendSelfCheck', { facts: more, reason: '汛情' })).toMatchObject({
    code: 'WF-104',
  });
  expect(
    job.play(zhang, 'extendSelfCheck', { facts: more, reason: '汛情', evidence: ['officialDocument'] }),
  ).toBeNull();
  expect(job.facts()).toMatchObject(more);
});

it('closes only when counts reconcile and what is open is carried over', () => {
  const job = inSelfCheck();
  job.setFacts({ seriousUnvisited: 0, sampleShareMet: true, inspectionsOpen: 1 });
  job.play(zhang, 'startInspecting', report);
  expect(job.play(zhang, 'summarise', { evidence: ['inspectionReport'] })).toMatchObject({ code: 'WF-108' });
  job.setFacts({ inspectionsOpen: 0, countsReconcile: true, openItemsCarried: false });
  expect(job.play(zhang, 'summarise', { evidence: ['inspectionReport'] })).toBeNull();
  const final = { facts: { carriedOver: 4 }, evidence: ['finalReport'] as const };
  expect(job.play(zhang, 'close', final)).toMatchObject({ condition: { fact: 'openItemsCarried' } });
  job.setFacts({ openItemsCarried: true });
  expect(job.play(wu, 'close', final)).toMatchObject({ code: 'WF-102' });
  expect(job.play(zhang, 'close', final)).toBeNull();
  expect(job.play(zhang, 'archive', { facts: { archiveNo: '2018-3' } })).toBeNull();
});
