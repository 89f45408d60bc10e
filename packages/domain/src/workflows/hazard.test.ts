import { expect, it } from 'vitest';
import { hazard } from './hazard.ts';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';

const head: Player = { by: 'gao', role: 'institutionHead', area: '500151116' };
const town: Player = { by: 'wu', role: 'townLead', area: '500151116' };
const county: Player = { by: 'zhang', role: 'countyLead', area: '500151' };
const clerk: Player = { by: 'he', role: 'countyCaseworker', area: '500151' };
const inspector: Player = { by: 'chen', role: 'inspector', area: '5001' };

const order = { facts: { responsibleName: '高某', measure: '更换软管' }, evidence: ['fixOrder'] as const };

function ordered(grade: string): Rehearsal {
  const job = rehearse(hazard, {
    institutionName: '庆隆敬老院',
    kind: 'gas',
    what: '软管老化',
    foundOn: '2022-07-01',
  });
  expect(job.play(inspector, 'classify', { facts: { grade }, reason: '厨房用气' })).toBeNull();
  expect(job.play(clerk, 'issueOrder', order)).toBeNull();
  return job;
}

function accepted(): Rehearsal {
  const job = ordered('major');
  expect(job.play(head, 'startFix')).toBeNull();
  expect(job.play(head, 'selfAccept', { evidence: ['correctionProof'] })).toBeNull();
  return job;
}

it('is graded with reasons before it is ordered', () => {
  const job = rehearse(hazard, {});
  expect(job.play(clerk, 'issueOrder', order)).toEqual({ code: 'WF-101', state: 'found' });
  expect(job.play(inspector, 'classify', { facts: { grade: 'critical' } })).toEqual({ code: 'WF-109' });
});

it('moves the residents before anybody works on a critical one', () => {
  const job = ordered('critical');
  expect(job.play(head, 'startFix')).toMatchObject({ code: 'WF-108' });
  const move = { facts: { movedResidents: 17, movedTo: '中心敬老院', reportedAt: '10:20' } };
  expect(job.play(town, 'relocate', move)).toEqual({ code: 'WF-104', missing: ['verificationRecord'] });
  expect(job.play(town, 'relocate', { ...move, evidence: ['verificationRecord'] })).toBeNull();
  expect(job.play(head, 'startCriticalFix')).toBeNull();
  expect(job.state()).toBe('suspendAdmission');
});

it('moves nobody for a lesser one', () => {
  expect(ordered('general').play(town, 'relocate', { evidence: ['verificationRecord'] })).toMatchObject({
    code: 'WF-108',
  });
});

it('is never closed by the home, nor inspected by who fixed it', () => {
  const job = accepted();
  expect(job.play(head, 'reInspect', { evidence: ['verificationRecord'] })).toMatchObject({ code: 'WF-102' });
  expect(
    job.play({ ...inspector, by: 'gao' }, 'reInspect', { evidence: ['verificationRecord'] }),
  ).toMatchObject({ code: 'WF-103' });
  expect(job.play(inspector, 'reInspect')).toEqual({ code: 'WF-104', missing: ['verificationRecord'] });
  expect(job.play(inspector, 'reInspect', { evidence: ['verificationRecord'] })).toBeNull();
  expect(job.play(head, 'close')).toMatchObject({ code: 'WF-102' });
  expect(job.play({ ...county, by: 'chen' }, 'close')).toMatchObject({ code: 'WF-103' });
  expect(job.play(county, 'close')).toBeNull();
});

it('goes back when the second inspection fails', () => {
  const job = accepted();
  expect(job.play(inspector, 'rejectFix', { reason: '仍有漏气' })).toBeNull();
  expect(job.state()).toBe('fixing');
});

it('is a relapse only within the months, and makes a task', () => {
  const job = accepted();
  job.play(inspector, 'reInspect', { evidence: ['verificationRecord'] });
  job.play(county, 'close');
  const back = { facts: { problem: '又现漏气' }, evidence: ['inspectionReport'] as const };
  expect(job.play(inspector, 'recordRelapse', back)).toMatchObject({ code: 'WF-108' });
  job.setFacts({ isRelapse: 'true' });
  expect(job.play(inspector, 'recordRelapse', back)).toBeNull();
  expect(hazard.actions['recordRelapse']?.opens).toMatchObject([{ workflow: 'task', kind: 'hazard' }]);
});

it('needs no photo anywhere', () => {
  expect(JSON.stringify(hazard)).not.toMatch(/photo|照片/u);
});
