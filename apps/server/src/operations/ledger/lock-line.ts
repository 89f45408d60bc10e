import { createHash } from 'node:crypto';
import type { ledger } from '@yangguang/contract/ledger';
import type { Output } from '@yangguang/contract/operation';
import type { LockRow } from '@yangguang/store/ledger/ledger-locks';
import { colleague } from '../matter/matter-line.ts';

/** A lock as the wire carries it. */
export function lockLine(row: LockRow, names: ReadonlyMap<string, string>): Output<typeof ledger.lock> {
  return {
    ...{ id: row.id, ledger: row.ledger, periodOn: row.period_on, region: row.region },
    asOf: row.as_of.toISOString(),
    lockedAt: row.locked_at.toISOString(),
    lockedBy: colleague(row.locked_by, names),
    sha256: row.sha256.toString('hex'),
    summary: { rows: row.row_count, cells: row.cells, filled: row.filled, typed: 0 },
  };
}

/** SHA-256 of a frozen table. */
export function contentHash(content: string): Buffer {
  return createHash('sha256').update(content, 'utf8').digest();
}
