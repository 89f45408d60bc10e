import { audit } from '@yangguang/contract/audit';
import type { Output } from '@yangguang/contract/operation';
import { type DailyRoot, listDailyRoots } from '@yangguang/store/audit/daily-root';
import { handle } from '../../http/call.ts';

export const roots = handle(audit.roots, async ({ before = null, limit }, call) => {
  const rows = await call.db.within(call.reach, (tx) => listDailyRoots(tx, { before, limit }));
  call.note({ roots: rows.length });
  return { items: rows.map(rootLine) };
});

/** A daily root as it is printed: hashes in hex. */
export function rootLine(row: DailyRoot): Output<typeof audit.roots>['items'][number] {
  return {
    day: row.day,
    stepSeq: row.step_seq.toString(),
    stepHash: row.step_hash.toString('hex'),
    readBatch: row.read_batch.toString(),
    readHash: row.read_hash.toString('hex'),
    root: row.root.toString('hex'),
    madeAt: row.made_at.toISOString(),
  };
}
