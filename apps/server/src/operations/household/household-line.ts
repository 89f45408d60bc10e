import type { household } from '@yangguang/contract/household';
import type { Output } from '@yangguang/contract/operation';
import { maskName } from '@yangguang/domain/people/masking';
import type { Transaction } from '@yangguang/store/database';
import type { HouseholdRow } from '@yangguang/store/household/find-household';
import { handsOnHouseholds } from '@yangguang/store/household/household-matters';
import type { Call } from '../../http/call.ts';
import { isAssigned } from '../matter/matter-line.ts';

type Line = Output<typeof household.find>['items'][number];

/** Households as lists show them: the head's name in full to whom something of the household is assigned. */
export async function householdLines(
  tx: Transaction,
  call: Pick<Call, 'caller' | 'reach'>,
  rows: readonly HouseholdRow[],
): Promise<Line[]> {
  const assigned = await assignedHouseholds(
    tx,
    call,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    region: row.region,
    programme: row.programme,
    headName: assigned.has(row.id) ? row.head_name : maskName(row.head_name),
    members: row.members,
  }));
}

/** Those of the households of which the caller has something in hand. */
export async function assignedHouseholds(
  tx: Transaction,
  call: Pick<Call, 'caller' | 'reach'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const hands = await handsOnHouseholds(tx, call.reach, ids);
  return new Set(hands.filter((hand) => isAssigned(call, hand)).flatMap((hand) => hand.household_id ?? []));
}
