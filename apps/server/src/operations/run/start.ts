import { run } from '@yangguang/contract/run';
import { MAPPING_FILE } from '@yangguang/engine/import/mapping-file';
import type { Transaction } from '@yangguang/store/database';
import { listImportFiles } from '@yangguang/store/import/import-file';
import { intakeRefusal } from '@yangguang/store/run/intake-refusals';
import { addRun, findRun, setRunJob } from '@yangguang/store/run/run-row';
import { handle } from '../../http/call.ts';
import { decidedFor } from '../../policy/local-policy.ts';
import { engineKey, jobKindNames } from '../../jobs/job-names.ts';
import { campaignInReach } from '../campaign/campaign-in-reach.ts';
import { assertWholeCounty, wholeReach } from '../import/whole-reach.ts';

export const start = handle(run.start, async (input, call) => {
  const { id, region, campaignId, asOf, rules, isDry, batches } = input;
  assertWholeCounty(call, region);
  const reach = wholeReach(call);
  const by = call.caller.accountId;
  const state = await call.db.within(call.reach, async (tx) => {
    if (campaignId !== null) await campaignInReach(tx, call, campaignId);
    const decided = await decidedFor(tx, call.policy, region);
    const wanted = { id, region, campaignId, asOf, rules, decided, isDry, batches, by, at: call.now() };
    if (!(await addRun(tx, call.vault, reach, wanted)))
      return (await findRun(tx, reach, id))?.state ?? 'waiting';
    await assertOneMapping(tx, batches);
    await setRunJob(tx, id, await call.jobs.add(tx, jobKindNames.checkRun, { runId: id }, engineKey));
    return 'waiting';
  });
  call.note({ run: id, batches: batches.length, isDry });
  return { id, state };
});

/** The engine reads one: a second would be left out in silence. @throws UserError RUN-203 */
async function assertOneMapping(tx: Transaction, batches: readonly string[]): Promise<void> {
  let mappings = 0;
  for (const id of new Set(batches))
    mappings += (await listImportFiles(tx, id, 'input')).filter((file) => file.name === MAPPING_FILE).length;
  if (mappings > 1) throw intakeRefusal('RUN-203');
}
