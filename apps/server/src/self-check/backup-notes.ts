import { noteReads } from '@yangguang/store/audit/read-log';
import type { Transaction } from '@yangguang/store/database';
import { sql } from '@yangguang/store/sql';
import type { Vault } from '@yangguang/store/vault';

/** What is kept of a backup: counts, the end of the chain of acts, and where it lies. */
export interface BackupNote {
  readonly folder: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly missingFiles: number;
  readonly isEncrypted: boolean;
  readonly isChecked: boolean;
  readonly chainSeq: string;
  readonly chainHash: string;
}

/** Leaves word of a backup in the sealed audit, where nobody can make one up or take one away unseen. */
export function noteBackup(tx: Transaction, vault: Vault, at: Date, note: BackupNote): Promise<void> {
  return noteReads(tx, vault, [
    {
      at,
      ...{ accountId: null, sessionId: null, role: null, reason: null, code: null, region: null },
      kind: 'backup',
      operation: 'command.backup',
      subject: { ...note },
      outcome: 'given',
      address: 'console',
    },
  ]);
}

/** Backups, the newest first. */
export async function listBackups(
  tx: Transaction,
  limit: number,
): Promise<(BackupNote & { readonly at: Date })[]> {
  const rows = await tx.rows<{ at: Date; subject: BackupNote }>(
    sql`select at, subject from read_log where kind = 'backup' order by seq desc limit ${limit}`,
  );
  return rows.map(({ at, subject }) => ({ at, ...subject }));
}
