import { expect, it } from 'vitest';
import { proxyAgreement } from './proxy-agreement.ts';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';

const li: Player = { by: 'li', role: 'townCaseworker', area: '500151116' };
const wu: Player = { by: 'wu', role: 'townLead', area: '500151116' };
const he: Player = { by: 'he', role: 'countyCaseworker', area: '500151' };
const zhang: Player = { by: 'zhang', role: 'countyLead', area: '500151' };
const clock: Player = { by: 'clock', role: 'clock', area: '' };

const papers = { agreementNo: '代2022-4', signedOn: '2022-07-01', untilOn: '2023-06-30' };

function assessed(facts: Record<string, string | boolean> = {}): Rehearsal {
  const job = rehearse(proxyAgreement, { recipient: '孙某', ground: 'disability' });
  const found = {
    unable: true,
    withWish: true,
    candidate: 'carer',
    proxyName: '孙小某',
    proxyRelation: '侄',
    proxyIsOfficial: false,
    ...facts,
  };
  expect(job.play(li, 'assess', { facts: found })).toMatchObject({ code: 'WF-104' });
  expect(
    job.play(li, 'assess', { facts: found, evidence: ['capabilityAssessment', 'statement'] }),
  ).toBeNull();
  return job;
}

function active(): Rehearsal {
  const job = assessed();
  expect(job.play(wu, 'sign', { facts: papers, evidence: ['agreement'] })).toBeNull();
  expect(job.play(li, 'file', { facts: { filedOn: '2022-07-03' } })).toBeNull();
  expect(job.play(he, 'acceptFiling', { facts: { filingNo: '备4' } })).toBeNull();
  return job;
}

it('is not signed against the wish, nor for a person who can go himself', () => {
  const sign = { facts: papers, evidence: ['agreement'] as const };
  expect(assessed({ withWish: false }).play(wu, 'sign', sign)).toMatchObject({
    code: 'WF-108',
    condition: { fact: 'withWish' },
  });
  expect(assessed({ unable: false }).play(wu, 'sign', sign)).toMatchObject({
    code: 'WF-108',
    condition: { fact: 'unable' },
  });
});

it('leaves staff and cadres out unless campaign and county allow it, and then the county signs', () => {
  const job = assessed({ proxyIsOfficial: true });
  expect(job.play(wu, 'sign', { facts: papers, evidence: ['agreement'] })).toMatchObject({
    code: 'WF-108',
    condition: { fact: 'proxyIsOfficial' },
  });
  const consent = { facts: papers, evidence: ['agreement', 'leadDecision'] as const, reason: '唯一照料人' };
  expect(job.play(zhang, 'signWithOfficial', consent)).toMatchObject({
    code: 'WF-108',
    condition: { fact: 'officialProxyAllowed' },
  });
  job.setFacts({ officialProxyAllowed: true });
  expect(job.play(wu, 'signWithOfficial', consent)).toMatchObject({ code: 'WF-102' });
  expect(job.play(zhang, 'signWithOfficial', consent)).toBeNull();
});

it('never lets an official collect against the wish, allowed or not', () => {
  const job = assessed({ proxyIsOfficial: true, withWish: false });
  job.setFacts({ officialProxyAllowed: true });
  expect(
    job.play(zhang, 'signWithOfficial', {
      facts: papers,
      evidence: ['agreement', 'leadDecision'],
      reason: '唯一照料人',
    }),
  ).toMatchObject({ code: 'WF-108', condition: { fact: 'withWish' } });
});

it('holds only after the county has filed it, by somebody who had no part in it', () => {
  const job = assessed();
  expect(job.play({ ...wu, by: 'li' }, 'sign', { facts: papers, evidence: ['agreement'] })).toMatchObject({
    code: 'WF-103',
  });
  job.play(wu, 'sign', { facts: papers, evidence: ['agreement'] });
  job.play(li, 'file', { facts: { filedOn: '2022-07-03' } });
  expect(job.play(li, 'recordReceipt')).toEqual({ code: 'WF-101', state: 'filedWithCounty' });
  expect(job.play({ ...he, by: 'li' }, 'acceptFiling', { facts: { filingNo: '1' } })).toMatchObject({
    code: 'WF-103',
  });
});

it('asks a signed receipt every month and a visit every year', () => {
  const job = active();
  const month = { facts: { month: '2022-08', handedFen: 71_700 } };
  expect(job.play(li, 'recordReceipt', month)).toEqual({ code: 'WF-104', missing: ['proof'] });
  expect(job.play(li, 'recordReceipt', { ...month, evidence: ['proof'] })).toBeNull();
  expect(proxyAgreement.clocks['receipt']).toMatchObject({ extendedBy: 'recordReceipt' });
  expect(proxyAgreement.clocks['review']).toMatchObject({ extendedBy: 'reviewYearly' });
});

it('ends by itself at its date, and closes when the card is back', () => {
  const job = active();
  expect(job.play(clock, 'expire')).toBeNull();
  const back = { facts: { cardReturnedOn: '2023-07-02', moneySettled: true } };
  expect(job.play(wu, 'close', back)).toEqual({ code: 'WF-104', missing: ['proof'] });
  expect(job.play(wu, 'close', { ...back, evidence: ['proof'] })).toBeNull();
});

it('hands the recipient over to a new agreement when the proxy changes', () => {
  const [opening] = proxyAgreement.actions['change']?.opens ?? [];
  expect(Object.keys(opening?.facts ?? {}).sort()).toEqual(Object.keys(proxyAgreement.opening.asks).sort());
});
