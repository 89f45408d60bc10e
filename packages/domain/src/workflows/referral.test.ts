import { expect, it } from 'vitest';
import { referral } from './referral.ts';
import { type Player, type Rehearsal, rehearse } from './rehearsal.ts';

const liu: Player = { by: 'liu', role: 'disciplineLiaison', area: '371302' };
const zhang: Player = { by: 'zhang', role: 'countyLead', area: '371302' };
const on = '2018-07-12';

function sent(): Rehearsal {
  const job = rehearse(referral, { noticedOn: on });
  expect(job.play(liu, 'record', { facts: { recordNo: '0031', recordedOn: on } })).toBeNull();
  expect(job.play(zhang, 'approve', { facts: { approvedOn: on }, evidence: ['leadDecision'] })).toBeNull();
  expect(job.play(liu, 'send', { facts: { slipNo: '0031', sentOn: on } })).toBeNull();
  return job;
}

it('holds numbers and dates, and no word of what it is about', () => {
  const fields = [referral.opening.asks, ...Object.values(referral.actions).map((a) => a.asks ?? {})];
  for (const asks of fields)
    for (const [name, field] of Object.entries(asks))
      expect(field.kind === 'on' || (field.kind === 'text' && name.endsWith('No')), name).toBe(true);
  expect(Object.values(referral.actions).filter((a) => a.reasoned)).toEqual([]);
  expect(referral.sealed).toBe(true);
});

it('is known to two roles only', () => {
  const roles = new Set([...referral.opening.by, ...Object.values(referral.actions).flatMap((a) => a.by)]);
  expect([...roles].sort()).toEqual(['countyLead', 'disciplineLiaison']);
});

it('is approved by another than who recorded it, before it is sent', () => {
  const job = rehearse(referral, { noticedOn: on });
  expect(job.play(liu, 'send', { facts: { slipNo: '1', sentOn: on } })).toMatchObject({ code: 'WF-101' });
  job.play(liu, 'record', { facts: { recordNo: '1', recordedOn: on } });
  expect(
    job.play({ ...zhang, by: 'liu' }, 'approve', { facts: { approvedOn: on }, evidence: ['leadDecision'] }),
  ).toMatchObject({ code: 'WF-103' });
  expect(job.play(zhang, 'approve', { facts: { approvedOn: on } })).toEqual({
    code: 'WF-104',
    missing: ['leadDecision'],
  });
});

it('is accepted only with a receipt', () => {
  const job = sent();
  const receipt = { receiptNo: '登2018-7', receivedOn: on };
  expect(job.play(liu, 'recordAcceptance', { facts: receipt })).toEqual({
    code: 'WF-104',
    missing: ['sealedReceipt'],
  });
  expect(job.play(liu, 'recordAcceptance', { facts: receipt, evidence: ['sealedReceipt'] })).toBeNull();
  expect(
    job.play(liu, 'recordConclusion', {
      facts: { replyNo: '8', repliedOn: '2018-09-01' },
      evidence: ['disciplineReply'],
    }),
  ).toBeNull();
  expect(job.play(liu, 'recordBack', { facts: { recordedOn: '2018-09-02' } })).toBeNull();
  expect(
    job.play(zhang, 'close', { facts: { closedOn: '2018-09-03' }, evidence: ['leadDecision'] }),
  ).toBeNull();
});

it('that is not accepted can be supplemented and goes round again', () => {
  const job = sent();
  const reply = { facts: { replyNo: '9', repliedOn: on }, evidence: ['sealedReceipt'] as const };
  expect(job.play(liu, 'recordNotAccepted', reply)).toBeNull();
  expect(job.play(liu, 'supplement', { facts: { recordNo: '0031-2', recordedOn: on } })).toBeNull();
  expect(job.play(liu, 'send', { facts: { slipNo: '0031-2', sentOn: on } })).toMatchObject({
    code: 'WF-101',
  });
});

it('takes no fact nobody asked for', () => {
  const job = rehearse(referral, { noticedOn: on });
  expect(job.play(liu, 'record', { facts: { recordNo: '1', recordedOn: on, person: '某某' } })).toEqual({
    code: 'WF-106',
    fields: ['person'],
  });
});
