import { describe, expect, it } from 'vitest';
import { decision } from './decision.ts';
import { type Player, rehearse } from './rehearsal.ts';

const townLead: Player = { by: 'lead', role: 'townLead', area: '371302001' };
const officer: Player = { by: 'officer', role: 'countyCaseworker', area: '371302' };
const finance: Player = { by: 'finance', role: 'finance', area: '371302' };
const countyLead: Player = { by: 'head', role: 'countyLead', area: '371302' };
const opened = (kind: string, cause: string, more = {}) =>
  rehearse(decision, {
    ...{ kind, cause, programme: 'dibao_rural', severity: 'suspect', isKinCase: false, isComplaint: false },
    ...more,
  });

describe('what the office may drop', () => {
  it.each([
    ['application', 'WF-108'],
    ['reapplication', 'WF-108'],
    ['correction', 'WF-108'],
    ['activeDiscovery', null],
    ['lead', null],
    ['phaseOutEnd', null],
  ])('a decision from %s: %s', (cause, code) => {
    const refusal = opened('add', cause).play(townLead, 'withdraw', { reason: '不再办理' });
    expect(refusal?.code ?? null).toBe(code);
  });

  it('an application is taken back by the family’s own paper, a correction by nobody', () => {
    const application = opened('add', 'application');
    expect(application.play(townLead, 'withdrawApplication', { reason: '本人撤回' })?.code).toBe('WF-104');
    const paper = { reason: '本人撤回', evidence: ['statement'] } as const;
    expect(application.play(townLead, 'withdrawApplication', paper)).toBeNull();
    expect(application.state()).toBe('withdrawn');
    expect(opened('restore', 'correction').play(townLead, 'withdrawApplication', paper)?.code).toBe('WF-108');
  });
});

describe('an application that is not approved', () => {
  it('becomes a refusal of its own, which gives and takes nothing', () => {
    const one = opened('add', 'application');
    const refuse = { facts: { kind: 'refuse' }, reason: '收入超过标准' };
    expect(one.play(townLead, 'proposeRefusal', { ...refuse, facts: { kind: 'stop' } })?.code).toBe('WF-106');
    expect(one.play(townLead, 'proposeRefusal', refuse)).toBeNull();
    expect([one.state(), one.facts()['kind']]).toEqual(['drafted', 'refuse']);
    expect(one.play(townLead, 'proposeRefusal', refuse)?.code).toBe('WF-108');
  });

  it('is no way to turn what takes into something else', () => {
    const stop = opened('stop', 'lead');
    const refuse = { facts: { kind: 'refuse' }, reason: '不停发了' };
    expect(stop.play(townLead, 'proposeRefusal', refuse)?.code).toBe('WF-108');
  });
});

describe('what was overturned', () => {
  /** A stop in effect that the office itself finds wrong. */
  function corrected(backPayFen: number) {
    const one = opened('keep', 'review');
    const figures = { monthlyFen: 0, fromMonth: '2022-04' };
    const opinion = { facts: figures, evidence: ['recalculation', 'townOpinion'] } as const;
    one.play(townLead, 'giveOpinion', opinion);
    one.play(officer, 'receive');
    const facts = { ...figures, article: '第三十条', remedyTo: '县政府' };
    one.play(countyLead, 'decide', { facts, reason: '核查', evidence: ['reasons'] });
    one.link({ workflow: 'notice', kind: 'decision', state: 'served', tie: 'opened' });
    one.play(officer, 'notify', { evidence: ['deliveryReceipt'] });
    one.play(officer, 'archiveUnchanged');
    const restoration = { backPayFen, backPayFrom: '2022-04' };
    const put = { facts: restoration, reason: '收入计算有误', evidence: ['reasons'] } as const;
    expect(one.play(countyLead, 'correct', put)).toBeNull();
    one.link({ workflow: 'decision', kind: 'restore', state: 'effective', tie: 'opened' });
    return one;
  }

  it('is filed on the voucher of the back-pay where money is owed', () => {
    const owed = corrected(52_000);
    expect(owed.play(officer, 'closeCorrected')?.code).toBe('WF-108');
    expect(owed.play(finance, 'closeBackPaid')?.code).toBe('WF-104');
    expect(owed.play(finance, 'closeBackPaid', { evidence: ['paymentVoucher'] })).toBeNull();
  });

  it('is filed without one where nothing is', () => {
    expect(corrected(0).play(officer, 'closeCorrected')).toBeNull();
  });
});
