import { sample } from '@yangguang/contract/sample';
import { replaceItem } from '@yangguang/store/sample/check-item';
import { registerItems } from '@yangguang/store/sample/register-draw';
import { assertOfTeam, assertOpen, openFrame } from '@yangguang/store/sample/sample-row';
import { handle } from '../../http/call.ts';
import { lockedSample } from './sample-line.ts';

export const replace = handle(sample.replace, async ({ sampleId, householdId, reason }, call) => {
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await lockedSample(tx, call, sampleId);
    assertOpen(row);
    assertOfTeam(row, call.caller.accountId);
    const frame = openFrame(call.vault, row);
    const replaced = await replaceItem(tx, row, frame, { id: householdId, reason, at: call.now() });
    await registerItems(tx, call, sampleId, [householdId, ...replaced.by]);
    return replaced;
  });
  call.note({ sample: sampleId, household: householdId, by: answer.by }, reason);
  return { by: [...answer.by], shortPersons: answer.shortPersons };
});
