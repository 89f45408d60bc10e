import { rule } from '@yangguang/contract/rule';
import { type RuleModeRow, ruleModeHistory } from '@yangguang/store/policy/rule-modes';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';
import { assertOwnPlace } from './rule-place.ts';

export const history = handle(rule.history, async ({ rule: code, region }, call) => {
  assertOwnPlace(call, region);
  const county = region.slice(0, 6);
  if (call.policy.findRule(code) === null) throw notFound();
  const items = await call.db.within(call.reach, async (tx) => {
    const rows = await ruleModeHistory(tx, county, code);
    const names = await namesOf(
      tx,
      rows.map((row) => row.set_by),
    );
    return rows.map((row) => modeChange(row, names));
  });
  call.note({ rule: code, region: county });
  return { items };
});

/** A decision about a rule as the wire carries it. */
export function modeChange(row: RuleModeRow, names: ReadonlyMap<string, string>) {
  const { mode, reason } = row;
  return { mode, reason, setBy: colleague(row.set_by, names), setAt: row.set_at.toISOString() };
}
