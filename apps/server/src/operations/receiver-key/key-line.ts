import type { Output } from '@yangguang/contract/operation';
import type { receiverKey } from '@yangguang/contract/receiver-key';
import type { KeyRow } from '@yangguang/store/referral/key-register';

/** A registered key as the wire carries it. */
export function keyLine(row: KeyRow): Output<typeof receiverKey.list>['items'][number] {
  return {
    id: row.id,
    region: row.region,
    name: row.name,
    algorithm: row.algorithm,
    fingerprint: row.fingerprint,
    addedAt: row.added_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
