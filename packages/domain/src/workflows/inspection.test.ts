import { expect, it } from 'vitest';
import { inspection } from './inspection.ts';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';

const chen: Player = { by: 'chen', role: 'inspector', area: '3713' };
const zhang: Player = { by: 'zhang', role: 'countyLead', area: '371302' };
const plan = { kind: 'unannounced', inspectedRegion: '371302', plan: '直插三村', fromOn: '2018-07-10' };

const findings = (problems: boolean) => ({
  facts: {
    checked: 9,
    differing: problems ? 3 : 0,
    problems,
    selfCheckEarnest: !problems,
    problemsCorrected: !problems,
    risksChecked: true,
    rulesComplete: true,
  },
  evidence: ['inspectionReport'] as const,
});

function arrived(): Rehearsal {
  const job = rehearse(inspection, plan, { barred: ['zhang'] });
  expect(job.play(chen, 'draw', { facts: { team: ['chen', 'du'], seed: 's' } })).toBeNull();
  expect(job.play(chen, 'arrive', { facts: { openedAt: '11:15', place: '村口' } })).toBeNull();
  job.setFacts({ sampleOpen: 0 });
  return job;
}

it('keeps the plan and the draw sealed', () => {
  const open = (asks: typeof inspection.opening.asks): string[] =>
    Object.entries(asks)
      .filter(([, field]) => field.privacy !== 'sealed')
      .map(([name]) => name);
  expect(open(inspection.opening.asks)).toEqual(['kind']);
  expect(open(inspection.actions['draw']?.asks ?? {})).toEqual(['team']);
});

it('has at least two in the team and nobody from the inspected unit', () => {
  const job = rehearse(inspection, plan, { barred: ['zhang'] });
  expect(job.play(chen, 'draw', { facts: { team: ['chen'] } })).toEqual({ code: 'WF-106', fields: ['team'] });
  expect(job.play(chen, 'draw', { facts: { team: ['chen', 'zhang'] } })).toEqual({
    code: 'WF-103',
    actions: [],
  });
});

it('enters findings only when every drawn household is visited or replaced', () => {
  const job = arrived();
  job.setFacts({ sampleOpen: 2 });
  expect(job.play(chen, 'enterFindings', findings(true))).toMatchObject({ code: 'WF-108' });
  job.setFacts({ sampleOpen: 0 });
  expect(job.play(chen, 'enterFindings', findings(true))).toBeNull();
});

it('turns problems into a task, waits for the unit, and is verified on site', () => {
  const job = arrived();
  job.play(chen, 'enterFindings', findings(true));
  expect(job.play(chen, 'reportWithoutProblems', { evidence: ['finalReport'] })).toMatchObject({
    code: 'WF-108',
  });
  const told = { facts: { problem: '公示流于形式', toldOn: '2018-07-12' }, evidence: ['fixOrder'] as const };
  expect(job.play(chen, 'giveFeedback', told)).toBeNull();
  expect(inspection.actions['giveFeedback']?.opens).toMatchObject([
    { workflow: 'task', kind: 'inspection', region: 'inspectedRegion' },
  ]);
  const reply = { facts: { repliedOn: '2018-07-20' }, evidence: ['rectificationReply'] as const };
  expect(job.play(zhang, 'reply', reply)).toMatchObject({ code: 'WF-102' });
  expect(job.play(chen, 'reply', { facts: reply.facts })).toEqual({
    code: 'WF-104',
    missing: ['rectificationReply'],
  });
  expect(job.play(chen, 'reply', reply)).toBeNull();
  const record = { evidence: ['verificationRecord'] as const };
  expect(job.play(chen, 'verifyOnSite', record)).toMatchObject({ code: 'WF-107' });
  job.link({ workflow: 'task', kind: 'inspection', state: 'submitted', tie: 'opened' });
  job.link({ workflow: 'task', kind: 'inspection', state: 'closed', tie: 'other' });
  expect(job.play(chen, 'verifyOnSite', record)).toMatchObject({ code: 'WF-107' });
  job.link({ workflow: 'task', kind: 'inspection', state: 'closed', tie: 'opened' });
  expect(job.play(chen, 'verifyOnSite', record)).toBeNull();
  expect(job.play(chen, 'report', { evidence: ['finalReport'] })).toBeNull();
});

it('may be reported at once when nothing is wrong', () => {
  const job = arrived();
  job.play(chen, 'enterFindings', findings(false));
  expect(job.play(chen, 'giveFeedback', { evidence: ['fixOrder'] })).toMatchObject({ code: 'WF-108' });
  expect(job.play(chen, 'reportWithoutProblems', { evidence: ['finalReport'] })).toBeNull();
});

it('is not cancelled by the inspector who drew it, nor once opened', () => {
  const job = arrived();
  const cause = { evidence: ['leadDecision'] as const, reason: '台风' };
  expect(job.play(chen, 'cancel', cause)).toMatchObject({ code: 'WF-101' });
  const planned = rehearse(inspection, plan);
  expect(planned.play(chen, 'cancel', cause)).toMatchObject({ code: 'WF-102' });
  expect(planned.play({ ...chen, role: 'cityOfficer' }, 'cancel', cause)).toBeNull();
});
