import type { LedgerTable } from '@yangguang/contract/ledger';
import type { Transaction } from '@yangguang/store/database';
import { findLock, type LockRow } from '@yangguang/store/ledger/ledger-locks';
import type { Call } from '../../http/call.ts';
import { buildTable, type TableOf } from './build-table.ts';
import { contentHash } from './lock-line.ts';

/** The locked table of the period, byte for byte, or the table as it is now. */
export async function readTable(
  tx: Transaction,
  call: Pick<Call, 'reach' | 'policy' | 'vault' | 'now'>,
  of: TableOf,
): Promise<{ table: LedgerTable; lock: LockRow | null }> {
  const { row, head, periodOn, region } = of;
  const lock = await findLock(tx, call.reach, { campaignId: row.id, ledger: head.id, periodOn, region });
  if (lock === null) return { table: await buildTable(tx, call, of), lock: null };
  if (!contentHash(lock.content).equals(lock.sha256))
    throw new Error('a locked ledger is not what was locked');
  return { table: JSON.parse(lock.content) as LedgerTable, lock };
}
