import { receiverKey } from '@yangguang/contract/receiver-key';
import { revokeKey } from '@yangguang/store/referral/key-register';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

export const revoke = handle(receiverKey.revoke, async ({ id }, call) => {
  const by = { accountId: call.caller.accountId, at: call.now() };
  if (!(await call.db.within(call.reach, (tx) => revokeKey(tx, call.reach, id, by)))) throw notFound();
  call.note({ key: id });
  return { ok: true as const };
});
