import { type DivisionRow, findDivision } from '@yangguang/store/division/change-divisions';
import type { Transaction } from '@yangguang/store/database';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { assertHolds } from '../rule/rule-place.ts';

/** A division that the caller administers. @throws ApiRefusal API-104 */
export async function ownDivision(
  tx: Transaction,
  call: Pick<Call, 'by'>,
  code: string,
): Promise<DivisionRow> {
  assertHolds(call, code);
  const row = await findDivision(tx, code);
  if (row === null) throw notFound();
  return row;
}
