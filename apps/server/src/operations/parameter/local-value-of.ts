import type { Transaction } from '@yangguang/store/database';
import { findLocalValue, type LocalValueRow } from '@yangguang/store/policy/local-values';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { assertHolds } from '../rule/rule-place.ts';

/** A proposal of a place that the caller's office holds. @throws ApiRefusal API-104 */
export async function localValueOf(
  tx: Transaction,
  call: Pick<Call, 'by'>,
  id: string,
): Promise<LocalValueRow> {
  const row = await findLocalValue(tx, id);
  if (row === null) throw notFound();
  assertHolds(call, row.region);
  return row;
}
