import { importing } from '@yangguang/contract/import';
import { revokeBatch } from '@yangguang/store/import/import-batch';
import { handle } from '../../http/call.ts';
import { batchInReach, heldBatch } from './batch-in-reach.ts';

export const revoke = handle(importing.revoke, async ({ id, reason, replacedBy }, call) => {
  const keys = await call.db.within(call.reach, async (tx) => {
    const batch = await heldBatch(tx, call, id);
    if (batch.state === 'revoked') return [];
    if (replacedBy !== null) await batchInReach(tx, call, replacedBy);
    const by = { accountId: call.caller.accountId, reason, replacedBy, at: call.now() };
    return revokeBatch(tx, batch, by);
  });
  // Only now is it certain that nothing points at them any more.
  for (const key of keys) await call.files.remove(key);
  call.note({ batch: id, files: keys.length }, reason);
  return { id, state: 'revoked' };
});
