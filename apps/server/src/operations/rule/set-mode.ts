import { rule } from '@yangguang/contract/rule';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { policyRefusal } from '@yangguang/store/policy/policy-refusals';
import { setRuleMode } from '@yangguang/store/policy/rule-modes';
import { sql } from '@yangguang/store/sql';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { allowedModes, usualMode } from '../../policy/local-policy.ts';
import { assertHolds } from './rule-place.ts';

export const setMode = handle(rule.setMode, async ({ id, rule: code, region, mode, reason }, call) => {
  assertHolds(call, region);
  const page = call.policy.findRule(code);
  if (page === null) throw notFound();
  if (!allowedModes(page.status).includes(mode)) throw policyRefusal('RUL-101');
  const at = call.now();
  const decision = { id, region, rule: code, mode, reason, set_by: call.caller.accountId, set_at: at };
  await call.db.within(call.reach, async (tx) => {
    if ((await tx.find(sql`select 1 as n from division where code = ${region}`)) === null) throw notFound();
    await setRuleMode(tx, decision, usualMode(page.status));
    await registerRows(tx, call.vault, 'rule_mode', [id], at);
  });
  call.note({ rule: code, region, mode });
  return { mode };
});
