import { sample } from '@yangguang/contract/sample';
import { notDrawn } from '@yangguang/domain/sampling/replace-absent';
import { journalRefusal } from '@yangguang/store/journal/journal-refusals';
import { isKin } from '@yangguang/store/matter/is-kin';
import {
  assertIndependent,
  firstResult,
  isVisited,
  itemToCheck,
  keepResult,
} from '@yangguang/store/sample/check-item';
import { registerItems } from '@yangguang/store/sample/register-draw';
import { itemsOf } from '@yangguang/store/sample/sample-item';
import { sampleRefusal } from '@yangguang/store/sample/sample-refusals';
import { assertOfTeam, assertOpen, openFrame } from '@yangguang/store/sample/sample-row';
import { handle } from '../../http/call.ts';
import { lockedSample } from './sample-line.ts';

export const enter = handle(sample.enter, async ({ sampleId, householdId, result }, call) => {
  const { accountId } = call.caller;
  call.note({ sample: sampleId, household: householdId, result });
  return call.db.within(call.reach, async (tx) => {
    const row = await lockedSample(tx, call, sampleId);
    assertOpen(row);
    assertOfTeam(row, accountId);
    const item = itemToCheck(await itemsOf(tx, sampleId), householdId, notDrawn);
    assertIndependent(openFrame(call.vault, row), [householdId], [accountId]);
    if (await isKin(tx, accountId, householdId)) throw journalRefusal('MAT-105');
    if (item.second_result !== null && item.second_result !== result) throw sampleRefusal('SMP-111');
    if (!(await isVisited(tx, row, item))) throw sampleRefusal('SMP-115');
    const first = item.first_result ?? (await firstResult(tx, row, householdId));
    if (item.second_result === null) {
      await keepResult(tx, sampleId, item, { first, second: result, by: accountId, at: call.now() });
      await registerItems(tx, call, sampleId, [householdId]);
    }
    return { first, second: result, isDifferent: first !== result };
  });
});
