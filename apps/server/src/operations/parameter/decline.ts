import { parameter } from '@yangguang/contract/parameter';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { declineLocalValue } from '@yangguang/store/policy/local-values';
import { handle } from '../../http/call.ts';
import { localValueOf } from './local-value-of.ts';

export const decline = handle(parameter.decline, async ({ id, reason }, call) => {
  const by = { accountId: call.caller.accountId, at: call.now() };
  await call.db.within(call.reach, async (tx) => {
    await declineLocalValue(tx, await localValueOf(tx, call, id), reason, by);
    await registerRows(tx, call.vault, 'local_value_decision', [id], by.at);
  });
  call.note({ value: id });
  return { ok: true as const };
});
