import type { household } from '@yangguang/contract/household';
import type { Output } from '@yangguang/contract/operation';
import type { Transaction } from '@yangguang/store/database';
import { entitlementsOfAll } from '@yangguang/store/household/benefits';
import {
  type HouseholdRow,
  householdsSharing,
  openHousehold,
} from '@yangguang/store/household/find-household';
import type { Call } from '../../http/call.ts';
import { entitlementLine } from './entitlement-line.ts';
import { householdLines } from './household-line.ts';

type Elsewhere = Output<typeof household.get>['elsewhere'];

/**
 * Other cards in reach on which one of the household's members stands by number, with what is received there: a roll is
 * of one programme, a person may be on several.
 * @param on 'YYYY-MM-DD'
 */
export async function elsewhereOf(
  tx: Transaction,
  call: Pick<Call, 'caller' | 'reach' | 'vault'>,
  row: HouseholdRow,
  on: string,
): Promise<Elsewhere> {
  const members = openHousehold(call.vault, row)?.members ?? [];
  const numbers = members.flatMap(({ idNumber }) => idNumber ?? []);
  const others = await householdsSharing(tx, call.vault, call.reach, row.id, numbers);
  const ids = others.map(({ id }) => id);
  const received = await entitlementsOfAll(tx, call.reach, ids, on);
  const lines = await householdLines(tx, call, others);
  return lines.map(({ members: _, ...line }) => ({
    ...line,
    entitlements: (received.get(line.id) ?? []).map(entitlementLine),
  }));
}
