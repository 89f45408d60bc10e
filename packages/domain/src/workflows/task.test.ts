import { expect, it } from 'vitest';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';
import { task } from './task.ts';

const li: Player = { by: 'li', role: 'townCaseworker', area: '371302001' };
const wu: Player = { by: 'wu', role: 'townLead', area: '371302001' };
const zhao: Player = { by: 'zhao', role: 'countyReviewer', area: '371302' };
const zhang: Player = { by: 'zhang', role: 'countyLead', area: '371302' };
const chen: Player = { by: 'chen', role: 'inspector', area: '3713' };
const clock: Player = { by: 'clock', role: 'clock', area: '' };

const assignment = { responsibleUnit: '民政办', responsiblePerson: ['li'], dueOn: '2018-07-20' };

function opened(): Rehearsal {
  return rehearse(task, { kind: 'selfCheck', problem: '长期公示栏未更新' });
}

function submitted(): Rehearsal {
  const job = opened();
  expect(job.play(zhang, 'assign', { facts: assignment })).toBeNull();
  expect(job.play(li, 'fixNow', { facts: { fixMode: 'immediate' } })).toBeNull();
  expect(job.play(li, 'submit', { facts: { result: '已更新' }, evidence: ['correctionProof'] })).toBeNull();
  return job;
}

function closed(): Rehearsal {
  const job = submitted();
  expect(job.play(wu, 'verify', { evidence: ['verificationRecord'] })).toBeNull();
  expect(job.play(zhang, 'close')).toBeNull();
  return job;
}

it('is nobody’s until unit, person and date are named', () => {
  const job = opened();
  expect(job.play(zhang, 'assign', { facts: { responsibleUnit: '民政办', dueOn: '2018-07-20' } })).toEqual({
    code: 'WF-106',
    fields: ['responsiblePerson'],
  });
  expect(job.play(zhang, 'assign', { facts: { ...assignment, responsiblePerson: [] } })).toEqual({
    code: 'WF-106',
    fields: ['responsiblePerson'],
  });
  expect(job.play(li, 'fixNow', { facts: { fixMode: 'immediate' } })).toEqual({
    code: 'WF-101',
    state: 'todo',
  });
});

it('asks a plan of what cannot be put right at once', () => {
  const job = opened();
  job.play(zhang, 'assign', { facts: assignment });
  const plan = { fixMode: 'dated', measure: '九月底前补齐', planReportedOn: '2018-07-01' };
  expect(job.play(li, 'fixNow', { facts: { fixMode: 'dated' } })).toEqual({
    code: 'WF-106',
    fields: ['fixMode'],
  });
  expect(job.play(li, 'planFix', { facts: plan })).toEqual({ code: 'WF-104', missing: ['correctionPlan'] });
  expect(job.play(li, 'planFix', { facts: plan, evidence: ['correctionPlan'] })).toBeNull();
  expect(job.facts()).toMatchObject({ fixMode: 'dated', measure: '九月底前补齐' });
});

it('lets nobody give himself more time', () => {
  const job = opened();
  job.play(zhang, 'assign', { facts: assignment });
  job.play(wu, 'fixNow', { facts: { fixMode: 'immediate' } });
  const more = { facts: { dueOn: '2018-08-20' }, reason: '汛期' };
  expect(job.play(wu, 'extend', more)).toMatchObject({ code: 'WF-110' });
  expect(job.play(zhang, 'extend', more)).toBeNull();
});

it('is verified by somebody else, with evidence, and closed by the level above', () => {
  const job = submitted();
  expect(job.play(li, 'verify', { evidence: ['verificationRecord'] })).toMatchObject({ code: 'WF-103' });
  expect(job.play(wu, 'verify')).toEqual({ code: 'WF-104', missing: ['verificationRecord'] });
  expect(job.play(wu, 'close')).toEqual({ code: 'WF-101', state: 'submitted' });
  expect(job.play(wu, 'verify', { evidence: ['verificationRecord'] })).toBeNull();
  expect(job.play({ ...wu, by: 'sun' }, 'close')).toEqual({
    code: 'WF-110',
    actions: ['submit'],
  });
  expect(job.play({ ...zhang, area: '371303' }, 'close')).toMatchObject({ code: 'WF-110' });
  expect(job.play(zhang, 'close')).toBeNull();
  expect(job.state()).toBe('closed');
});

it('is not closed by whoever verified it, even from above', () => {
  const job = submitted();
  expect(job.play(zhang, 'verify', { evidence: ['verificationRecord'] })).toBeNull();
  expect(job.play(zhang, 'close')).toMatchObject({ code: 'WF-103' });
});

it('is reopened by an inspector when the correction was for show, and that stays', () => {
  const job = closed();
  const found = { facts: { falseClose: 'onPaper' }, evidence: ['inspectionReport'] as const };
  expect(job.play(zhang, 'reopen', { ...found, reason: '公示栏仍为空' })).toMatchObject({ code: 'WF-102' });
  expect(job.play(chen, 'reopen', found)).toEqual({ code: 'WF-109' });
  expect(job.play(chen, 'reopen', { ...found, reason: '公示栏仍为空' })).toBeNull();
  expect(job.state()).toBe('reopened');
  expect(job.play(zhang, 'assign', { facts: { ...assignment, dueOn: '2018-08-10' } })).toBeNull();
  expect(job.facts()).toMatchObject({ falseClose: 'onPaper', dueOn: '2018-08-10' });
});

it('climbs the ladder when overdue and can still be done', () => {
  const job = opened();
  job.play(zhang, 'assign', { facts: assignment });
  expect(job.play(li, 'fallOverdue')).toMatchObject({ code: 'WF-102' });
  expect(job.play(clock, 'fallOverdue')).toBeNull();
  expect(job.play(zhang, 'urge', { evidence: ['officialDocument'] })).toBeNull();
  expect(job.play(wu, 'interview', { evidence: ['meetingMinutes'] })).toMatchObject({ code: 'WF-102' });
  expect(job.play(zhang, 'interview', { evidence: ['meetingMinutes'] })).toBeNull();
  expect(job.play(chen, 'circulate', { evidence: ['publishedText'] })).toMatchObject({ code: 'WF-102' });
  expect(job.play(li, 'submit', { facts: { result: '已更新' }, evidence: ['correctionProof'] })).toBeNull();
  expect(
    Object.values(task.clocks)
      .filter((c) => c.runsIn.includes('overdue'))
      .map((c) => c.then),
  ).toEqual(['escalate', 'escalate']);
});

it('keeps the kin of the subject out', () => {
  const job = rehearse(task, { kind: 'lead', problem: '重新核算' }, { kin: ['li'] });
  expect(job.play(zhang, 'assign', { facts: assignment })).toEqual({ code: 'WF-105' });
  expect(job.play(zhang, 'assign', { facts: { ...assignment, responsiblePerson: ['he'] } })).toBeNull();
});

it('may be sent back by the reviewer, with words', () => {
  const job = submitted();
  expect(job.play(zhao, 'sendBack')).toEqual({ code: 'WF-109' });
  expect(job.play(zhao, 'sendBack', { reason: '照片不是整改本身' })).toBeNull();
  expect(job.state()).toBe('returned');
});
