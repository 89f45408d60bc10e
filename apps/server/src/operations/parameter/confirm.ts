import { parameter } from '@yangguang/contract/parameter';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { confirmLocalValue } from '@yangguang/store/policy/local-values';
import { sql } from '@yangguang/store/sql';
import { handle } from '../../http/call.ts';
import { layLocalValues, policyChannel } from '../../policy/local-policy.ts';
import { localValueOf } from './local-value-of.ts';

export const confirm = handle(parameter.confirm, async ({ id }, call) => {
  const by = { accountId: call.caller.accountId, at: call.now() };
  await call.db.within(call.reach, async (tx) => {
    await confirmLocalValue(tx, await localValueOf(tx, call, id), by);
    await tx.run(sql`select pg_notify(${policyChannel}, '')`);
    await registerRows(tx, call.vault, 'local_value_decision', [id], by.at);
  });
  // Whoever confirmed sees it at once; other servers hear of it.
  await layLocalValues(call);
  call.note({ value: id });
  return { ok: true as const };
});
