import { ledger } from '@yangguang/contract/ledger';
import { listLocks } from '@yangguang/store/ledger/ledger-locks';
import { handle } from '../../http/call.ts';
import { campaignInReach } from '../campaign/campaign-in-reach.ts';
import { namesOf } from '../matter/matter-line.ts';
import { ledgerHeads } from './ledger-heads.ts';
import { lockLine } from './lock-line.ts';

export const list = handle(ledger.list, async ({ campaignId }, call) => {
  const { row, locks, names } = await call.db.within(call.reach, async (tx) => {
    const found = await campaignInReach(tx, call, campaignId);
    const locked = await listLocks(tx, call.reach, campaignId);
    const by = await namesOf(
      tx,
      locked.map((lock) => lock.locked_by),
    );
    return { row: found, locks: locked, names: by };
  });
  return { items: ledgerHeads(call, row), locks: locks.map((lock) => lockLine(lock, names)) };
});
