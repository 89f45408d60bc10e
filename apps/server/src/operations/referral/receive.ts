import { referral } from '@yangguang/contract/referral';
import { addEvidence } from '@yangguang/store/evidence/evidence';
import { findStep } from '@yangguang/store/campaign/find-step';
import { takeStep } from '@yangguang/store/journal/take-step';
import { packagesOf } from '@yangguang/store/referral/package-row';
import { referralRefusal } from '@yangguang/store/referral/referral-refusals';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from '../matter/hands-of.ts';
import { stepTaken } from '../matter/step-taken.ts';
import { referralInReach } from './package-line.ts';

export const receive = handle(referral.receive, async (input, call) => {
  const { matterId, stepId, expectedVersion, number, receiptNo, receivedOn, isAccepted } = input;
  const room = journalRoom(call);
  const hands = handsOf(call);
  call.note({ matter: matterId, number });
  return call.db.within(call.reach, async (tx) => {
    await referralInReach(tx, call, matterId);
    const known = await packagesOf(tx, call.reach, matterId);
    if (!known.some((p) => p.number === number)) throw referralRefusal('SEAL-105');
    const before = await findStep(tx, matterId, stepId);
    const paper = before?.evidence[0] ?? call.newId();
    if (before === null) {
      const request = { stepId: paper, matterId, expectedVersion: null, reason: null, hands };
      const slip = { kind: 'sealedReceipt', title: `回执 ${number}`, file: null, paperNo: receiptNo };
      await addEvidence(tx, room, call.reach, request, slip);
    }
    const facts = isAccepted ? { receiptNo, receivedOn } : { replyNo: receiptNo, repliedOn: receivedOn };
    const action = isAccepted ? 'recordAcceptance' : 'recordNotAccepted';
    const step = await takeStep(tx, room, call.reach, {
      ...{
        stepId,
        matterId,
        action,
        expectedVersion,
        facts,
        reason: null,
        evidence: [paper],
        doneAt: null,
        hands,
      },
    });
    return stepTaken(step);
  });
});
