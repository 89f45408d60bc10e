import { expect, it } from 'vitest';
import { policyItem } from './policy-item.ts';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';

const he: Player = { by: 'he', role: 'countyCaseworker', area: '140321' };
const zhao: Player = { by: 'zhao', role: 'countyReviewer', area: '140321' };
const zhang: Player = { by: 'zhang', role: 'countyLead', area: '140321' };
const qian: Player = { by: 'qian', role: 'countyLead', area: '140321' };

const planned = {
  facts: { measure: '废止', responsiblePerson: ['he'], dueOn: '2021-07-31' },
  evidence: ['correctionPlan'] as const,
};

function classified(classification: string): Rehearsal {
  const job = rehearse(policyItem, { documentTitle: '关于低保指标的通知', issuer: '县民政局' });
  expect(job.play(he, 'check', { facts: { risk: 'omission' } })).toEqual({
    code: 'WF-104',
    missing: ['legalReview'],
  });
  expect(
    job.play(he, 'check', { facts: { risk: 'omission', conflict: '分配指标' }, evidence: ['legalReview'] }),
  ).toBeNull();
  expect(
    job.play({ ...zhang, by: 'he' }, 'classify', { facts: { classification }, reason: '对照' }),
  ).toMatchObject({
    code: 'WF-103',
  });
  expect(job.play(zhao, 'classify', { facts: { classification }, reason: '与办法不一致' })).toBeNull();
  return job;
}

function published(): Rehearsal {
  const job = classified('toRepeal');
  job.play(he, 'planMeasure', planned);
  expect(job.play(he, 'draftRevision', { evidence: ['legalReview'] })).toMatchObject({ code: 'WF-108' });
  expect(job.play(zhang, 'decideRepeal', { evidence: ['legalReview'] })).toEqual({
    code: 'WF-104',
    missing: ['leadDecision'],
  });
  expect(job.play(zhang, 'decideRepeal', { evidence: ['legalReview', 'leadDecision'] })).toBeNull();
  expect(
    job.play(zhang, 'publish', {
      facts: { newDocumentNo: '民发〔2021〕9号', inForceOn: '2021-07-20' },
      evidence: ['officialDocument', 'publishedText'],
    }),
  ).toBeNull();
  return job;
}

it('that is consistent is closed, one that is not is never just closed', () => {
  expect(classified('consistent').play(zhang, 'closeConsistent')).toBeNull();
  expect(classified('toRevise').play(zhang, 'closeConsistent')).toMatchObject({ code: 'WF-108' });
  expect(classified('consistent').play(he, 'planMeasure', planned)).toMatchObject({ code: 'WF-108' });
});

it('is repealed by a decision of the same level', () => {
  expect(published().state()).toBe('published');
});

it('is verified by somebody else, with the effect on past cases', () => {
  const job = published();
  const effect = { affectedHouseholds: 12, rescreen: true, problem: '十二户因指标未纳入' };
  const proof = ['verificationRecord'] as const;
  expect(job.play(zhang, 'verify', { facts: effect, evidence: proof })).toMatchObject({ code: 'WF-103' });
  expect(job.play(zhao, 'verify', { evidence: proof })).toMatchObject({ code: 'WF-106' });
  expect(job.play(zhao, 'verify', { facts: effect, evidence: proof })).toBeNull();
  expect(job.play(qian, 'close')).toMatchObject({ code: 'WF-107' });
  job.link({ workflow: 'task', kind: 'policyItem', state: 'verified', tie: 'opened' });
  expect(job.play(zhang, 'close')).toMatchObject({ code: 'WF-103' });
  expect(job.play(qian, 'close')).toBeNull();
});

it('asks for no task of screening again when nobody lost by it', () => {
  const job = published();
  const effect = { affectedHouseholds: 0, rescreen: false, problem: '未实际执行' };
  job.play(zhao, 'verify', { facts: effect, evidence: ['verificationRecord'] });
  expect(job.play(qian, 'close')).toBeNull();
});
