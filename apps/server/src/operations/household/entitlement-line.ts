import type { household } from '@yangguang/contract/household';
import type { Output } from '@yangguang/contract/operation';
import type { EntitlementRow } from '@yangguang/store/household/benefits';

/** What is received, as the wire carries it. */
export function entitlementLine(row: EntitlementRow): Output<typeof household.get>['entitlements'][number] {
  return {
    id: row.id,
    programme: row.programme,
    monthlyFen: Number(row.monthly_fen),
    fromMonth: row.from_month.slice(0, 7),
    toMonth: row.to_month?.slice(0, 7) ?? null,
    isByDecision: row.by_step !== null,
  };
}
