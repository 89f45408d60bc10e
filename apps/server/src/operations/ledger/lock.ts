import { ledger } from '@yangguang/contract/ledger';
import { canonicalJson } from '@yangguang/store/journal/canonical-json';
import { insertLock, isLocked, type LockRow } from '@yangguang/store/ledger/ledger-locks';
import { ledgerRefusal } from '@yangguang/store/ledger/ledger-refusals';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { type Call, handle } from '../../http/call.ts';
import { buildTable } from './build-table.ts';
import { ledgerInReach } from './ledger-in-reach.ts';
import { contentHash, lockLine } from './lock-line.ts';

export const lock = handle(ledger.lock, async (input, call) => {
  const { id, campaignId, ledger: ledgerId, periodOn, region } = input;
  const at = call.now();
  const row = await call.db.within(call.reach, async (tx) => {
    const of = await ledgerInReach(tx, call, input);
    if (!holdsAll(call, region)) throw ledgerRefusal('LED-106');
    if (await isLocked(tx, { campaignId, ledger: ledgerId, periodOn, region }))
      throw ledgerRefusal('LED-103');
    const table = await buildTable(tx, call, of);
    const content = canonicalJson(table);
    const locked: LockRow = {
      ...{ id, campaign_id: campaignId, ledger: ledgerId, period_on: periodOn, region },
      ...{ as_of: at, sha256: contentHash(content), locked_by: call.caller.accountId, locked_at: at },
      ...{ row_count: table.summary.rows, cells: table.summary.cells, filled: table.summary.filled },
    };
    if (!(await insertLock(tx, { ...locked, content }))) throw ledgerRefusal('LED-103');
    await registerRows(tx, call.vault, 'ledger_lock', [id], at);
    return locked;
  });
  call.note({ campaign: campaignId, ledger: ledgerId, period: periodOn, lock: id });
  return lockLine(row, new Map([[call.caller.accountId, call.caller.fullName]]));
});

/** Appointed to every programme of the division. */
function holdsAll({ by }: Pick<Call, 'by'>, region: string): boolean {
  return by.some(({ area, programmes }) => programmes === null && region.startsWith(area));
}
