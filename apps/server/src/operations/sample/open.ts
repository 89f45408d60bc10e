import { sample } from '@yangguang/contract/sample';
import { takeStep } from '@yangguang/store/journal/take-step';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import { openDraw } from '@yangguang/store/sample/open-draw';
import { registerDraw } from '@yangguang/store/sample/register-draw';
import { sampleRefusal } from '@yangguang/store/sample/sample-refusals';
import { assertOfTeam } from '@yangguang/store/sample/sample-row';
import { findStep } from '@yangguang/store/campaign/find-step';
import { handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from '../matter/hands-of.ts';
import { lockedSample, sampleInReach, sampleLine } from './sample-line.ts';

export const open = handle(sample.open, async ({ sampleId, stepId, expectedVersion, place }, call) => {
  const room = journalRoom(call);
  const { accountId } = call.caller;
  call.note({ sample: sampleId });
  return call.db.within(call.reach, async (tx) => {
    const row = await lockedSample(tx, call, sampleId);
    assertOfTeam(row, accountId);
    if (row.matter_id === null) throw sampleRefusal('SMP-112');
    const before = await findStep(tx, row.matter_id, stepId);
    if (before === null) await openDraw(tx, room, row, { accountId, place });
    // Whoever recorded the arrival without opening has taken the step already; time, place and name stand with the draw.
    const matter = await findMatter(tx, call.reach, row.matter_id);
    if (before !== null || matter?.state !== 'inProgress') {
      const openedAt = before?.facts['openedAt'] ?? call.now().toISOString();
      await takeStep(tx, room, call.reach, {
        ...{ stepId, matterId: row.matter_id, action: 'arrive', expectedVersion, facts: { openedAt, place } },
        ...{ reason: null, evidence: [], doneAt: null, hands: handsOf(call) },
      });
    }
    if (before === null) await registerDraw(tx, room, sampleId);
    return sampleLine(await sampleInReach(tx, call, sampleId));
  });
});
