import { divisionChange } from '@yangguang/contract/division-change';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { mergeDivision } from '@yangguang/store/division/change-divisions';
import { handle } from '../../http/call.ts';
import { ownDivision } from './own-division.ts';

export const merge = handle(divisionChange.merge, async ({ code, into, effectiveOn, reason }, call) => {
  const at = call.now();
  const by = { accountId: call.caller.accountId, at, effectiveOn, reason, newId: call.newId };
  const changes = await call.db.within(call.reach, async (tx) => {
    const from = await ownDivision(tx, call, code);
    const made = await mergeDivision(tx, from, await ownDivision(tx, call, into), by);
    await registerRows(tx, call.vault, 'division_change', made, at);
    return made.length;
  });
  call.note({ region: code, into });
  return { ok: true as const, changes };
});
