import { divisionChange } from '@yangguang/contract/division-change';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { renameDivision } from '@yangguang/store/division/change-divisions';
import { handle } from '../../http/call.ts';
import { ownDivision } from './own-division.ts';

export const rename = handle(divisionChange.rename, async ({ code, name, effectiveOn, reason }, call) => {
  const at = call.now();
  const by = { accountId: call.caller.accountId, at, effectiveOn, reason, newId: call.newId };
  await call.db.within(call.reach, async (tx) => {
    const change = await renameDivision(tx, await ownDivision(tx, call, code), name, by);
    await registerRows(tx, call.vault, 'division_change', [change], at);
  });
  call.note({ region: code });
  return { ok: true as const };
});
