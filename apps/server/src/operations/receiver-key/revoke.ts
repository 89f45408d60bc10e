import { receiverKey } from '@yangguang/contract/receiver-key';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { revokeKey } from '@yangguang/store/referral/key-register';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

export const revoke = handle(receiverKey.revoke, async ({ id }, call) => {
  const by = { accountId: call.caller.accountId, at: call.now() };
  await call.db.within(call.reach, async (tx) => {
    if (!(await revokeKey(tx, call.reach, id, by))) throw notFound();
    await registerRows(tx, call.vault, 'receiver_key', [id], by.at);
  });
  call.note({ key: id });
  return { ok: true as const };
});
