import { importing } from '@yangguang/contract/import';
import { revokeBatch } from '@yangguang/store/import/import-batch';
import { handle } from '../../http/call.ts';
import { heldBatch } from './batch-in-reach.ts';

export const revoke = handle(importing.revoke, async ({ id, reason }, call) => {
  const keys = await call.db.within(call.reach, async (tx) => {
    const batch = await heldBatch(tx, call, id);
    if (batch.state === 'revoked') return [];
    return revokeBatch(tx, batch, { accountId: call.caller.accountId, reason, at: call.now() });
  });
  // Only now is it certain that nothing points at them any more.
  for (const key of keys) await call.files.remove(key);
  call.note({ batch: id, files: keys.length }, reason);
  return { id, state: 'revoked' };
});
