import { expect, it } from 'vitest';
import { petition } from './petition.ts';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';

const xu: Player = { by: 'xu', role: 'petitionOfficer', area: '371302' };
const li: Player = { by: 'li', role: 'townCaseworker', area: '371302001' };
const zhang: Player = { by: 'zhang', role: 'countyLead', area: '371302' };
const city: Player = { by: 'hu', role: 'cityOfficer', area: '3713' };
const clock: Player = { by: 'clock', role: 'clock', area: '' };

const letter = { evidence: ['answerLetter', 'deliveryReceipt'] as const };
const answer = { facts: { outcome: 'unsupported', answeredOn: '2021-07-20' }, ...letter };

function accepted(facts: Record<string, string | boolean> = {}): Rehearsal {
  const job = rehearse(petition, {
    kind: 'petition',
    registerNo: '2021-17',
    receivedOn: '2021-06-01',
    repeat: false,
    ...facts,
  });
  expect(job.play(xu, 'accept', { facts: { class: 'claim', toldOn: '2021-06-03' } })).toBeNull();
  return job;
}

function answered(facts: Record<string, string | boolean> = {}): Rehearsal {
  const job = accepted(facts);
  expect(job.play(li, 'answer', answer)).toBeNull();
  return job;
}

it('cannot be made to disappear: every way out leaves a paper, and only the clock or a paper ends it', () => {
  const ends = Object.entries(petition.states)
    .filter(([, state]) => state.end)
    .map(([name]) => name);
  expect(ends.sort()).toEqual(['closed', 'handedOver', 'notAccepted']);
  const withoutPaper = Object.entries(petition.actions)
    .filter(([, a]) => ends.includes(a.to) && !a.by.includes('clock') && (a.needs ?? []).length === 0)
    .map(([name]) => name);
  expect(withoutPaper).toEqual([]);
  expect(Object.keys(petition.actions).filter((a) => /delete|withdraw|cancel|remove/iu.test(a))).toEqual([]);
});

it('is told in writing why it is not accepted', () => {
  const job = rehearse(petition, { kind: 'petition', repeat: false });
  const no = { facts: { ground: 'legalRoute' }, reason: '可依法申请行政复议' };
  expect(job.play(xu, 'refuse', no)).toEqual({
    code: 'WF-104',
    missing: ['answerLetter', 'deliveryReceipt'],
  });
  expect(job.play(xu, 'refuse', { ...no, ...letter })).toBeNull();
});

it('comes back when the unit it was sent to objects, and stays there when it does not', () => {
  const sent = { forwardedTo: '市医保局', forwardedOn: '2021-06-05', toldOn: '2021-06-05' };
  const job = rehearse(petition, { kind: 'petition', repeat: false });
  expect(job.play(xu, 'forward', { facts: sent, evidence: ['handoverLetter'] })).toBeNull();
  expect(job.play(xu, 'takeBack', { evidence: ['objection'] })).toBeNull();
  expect(job.state()).toBe('registered');
  job.play(xu, 'forward', { facts: sent, evidence: ['handoverLetter'] });
  expect(job.play(xu, 'settleForwarding')).toMatchObject({ code: 'WF-102' });
  expect(job.play(clock, 'settleForwarding')).toBeNull();
});

it('hands a report of wrongdoing to the discipline body with a receipt and no text', () => {
  const asks = petition.actions['handOver']?.asks ?? {};
  expect(Object.keys(asks).sort()).toEqual(['forwardedOn', 'receiptNo']);
  expect(petition.opening.asks['gist']).toMatchObject({ optional: true, privacy: 'personal' });
});

it('is extended by the lead with a reason, and a hotline call is not', () => {
  const more = { facts: { toldOn: '2021-07-25' }, evidence: ['leadDecision'] as const, reason: '情况复杂' };
  expect(accepted().play(xu, 'extend', more)).toMatchObject({ code: 'WF-102' });
  expect(accepted({ kind: 'hotline' }).play(zhang, 'extend', more)).toMatchObject({ code: 'WF-108' });
  const job = accepted();
  expect(job.play(zhang, 'extend', more)).toBeNull();
  expect(job.play(li, 'answer', answer)).toBeNull();
});

it('counts the extension from acceptance, not anew', () => {
  const { finish, finishExtended } = petition.clocks;
  expect(finish?.runsIn).toEqual(['processing']);
  expect(finishExtended?.runsIn).toEqual(['processing', 'extended']);
});

it('is re-examined by the level above and by other people, then reviewed by the one above that', () => {
  const job = answered();
  const asked = { facts: { requestedOn: '2021-08-01' }, evidence: ['petitionPaper'] as const };
  expect(job.play(li, 'requestReExamination', asked)).toBeNull();
  expect(job.play({ ...zhang, by: 'li' }, 'reExamine', letter)).toMatchObject({ code: 'WF-103' });
  expect(job.play({ ...xu, area: '371302001' }, 'reExamine', letter)).toMatchObject({ code: 'WF-110' });
  expect(job.play(zhang, 'reExamine', letter)).toBeNull();
  expect(job.play(xu, 'requestFinalReview', asked)).toBeNull();
  expect(job.play({ ...zhang, by: 'qian' }, 'concludeFinally', letter)).toMatchObject({ code: 'WF-110' });
  expect(job.play(city, 'concludeFinally', letter)).toBeNull();
  expect(job.state()).toBe('closed');
});

it('that comes again is not closed by a call-back', () => {
  const called = { facts: { calledBackOn: '2021-08-01' }, evidence: ['verificationRecord'] as const };
  expect(answered().play(xu, 'recordSatisfied', called)).toBeNull();
  const job = answered({ repeat: true });
  expect(job.play(xu, 'recordSatisfied', called)).toMatchObject({ code: 'WF-108' });
  expect(job.play(zhang, 'closeByAgreement')).toEqual({ code: 'WF-104', missing: ['agreement'] });
  expect(job.play(zhang, 'closeByAgreement', { evidence: ['agreement'] })).toBeNull();
});

it('gets a leader in charge when it comes again', () => {
  const named = { facts: { assignedLeader: ['zhang'], resolutionPlan: 'hardshipAid' } };
  expect(accepted().play(zhang, 'assignLeader', named)).toMatchObject({ code: 'WF-108' });
  expect(accepted({ repeat: true }).play(zhang, 'assignLeader', named)).toBeNull();
});

it('keeps out officials complained of', () => {
  const job = rehearse(petition, { kind: 'petition', repeat: false }, { barred: ['xu'] });
  expect(job.play(xu, 'accept', { facts: { class: 'claim', toldOn: '2021-06-03' } })).toMatchObject({
    code: 'WF-103',
  });
});
