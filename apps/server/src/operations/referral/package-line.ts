import type { referral } from '@yangguang/contract/referral';
import type { Output } from '@yangguang/contract/operation';
import type { Transaction } from '@yangguang/store/database';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import type { MatterRow } from '@yangguang/store/matter/matter-row';
import type { PackageRow } from '@yangguang/store/referral/package-row';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';

/** A package as the wire carries it: nothing of its content. */
export function packageLine(row: PackageRow): Output<typeof referral.packages>['items'][number] {
  return {
    number: row.number,
    receiver: row.receiver,
    fingerprint: row.fingerprint,
    sealedAt: row.sealed_at.toISOString(),
    bytes: row.bytes,
  };
}

/** @throws ApiRefusal API-104 */
export async function referralInReach(
  tx: Transaction,
  call: Pick<Call, 'reach'>,
  id: string,
): Promise<MatterRow> {
  const row = await findMatter(tx, call.reach, id);
  if (row === null || row.workflow !== 'referral') throw notFound();
  return row;
}
