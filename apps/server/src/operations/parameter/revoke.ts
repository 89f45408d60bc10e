import { parameter } from '@yangguang/contract/parameter';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { assertRevocable, proposeLocalValue } from '@yangguang/store/policy/local-values';
import { handle } from '../../http/call.ts';
import { localValueOf } from './local-value-of.ts';

export const revoke = handle(parameter.revoke, async ({ id, revokes, reason }, call) => {
  const by = { accountId: call.caller.accountId, at: call.now() };
  await call.db.within(call.reach, async (tx) => {
    const { region, parameter: name } = await localValueOf(tx, call, revokes);
    await assertRevocable(tx, revokes);
    const nothing = { value: null, from_on: null, to_on: null, published_on: null };
    await proposeLocalValue(tx, { id, region, parameter: name, ...nothing, basis: reason, revokes }, by);
    await registerRows(tx, call.vault, 'local_value', [id], by.at);
  });
  call.note({ value: id, revokes });
  return { id };
});
