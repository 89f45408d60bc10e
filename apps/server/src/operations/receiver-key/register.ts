import { receiverKey } from '@yangguang/contract/receiver-key';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { registerKey } from '@yangguang/store/referral/key-register';
import { readReceiverKey } from '@yangguang/store/referral/receiver-key';
import { sql } from '@yangguang/store/sql';
import { ApiRefusal, notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

export const register = handle(receiverKey.register, async ({ id, region, name, publicKey }, call) => {
  if (!call.by.some(({ area }) => region.startsWith(area))) throw notFound();
  const key = await readReceiverKey(publicKey);
  const addedAt = call.now();
  await call.db.within(call.reach, async (tx) => {
    const division = await tx.find(sql`select code from division where code = ${region}`);
    if (division === null) throw new ApiRefusal('API-101', { fields: ['region'] });
    const by = { accountId: call.caller.accountId, at: addedAt };
    await registerKey(tx, { ...key, id, region, name }, by);
    await registerRows(tx, call.vault, 'receiver_key', [id], addedAt);
  });
  const { algorithm, fingerprint } = key;
  call.note({ key: id, region, fingerprint });
  return { id, region, name, algorithm, fingerprint, addedAt: addedAt.toISOString(), revokedAt: null };
});
