import { ledger, type LedgerHead } from '@yangguang/contract/ledger';
import type { Input } from '@yangguang/contract/operation';
import { findHousehold } from '@yangguang/store/household/find-household';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import type { Transaction } from '@yangguang/store/database';
import { putEntry } from '@yangguang/store/ledger/ledger-entries';
import { isLocked } from '@yangguang/store/ledger/ledger-locks';
import { ledgerRefusal } from '@yangguang/store/ledger/ledger-refusals';
import { inReach } from '@yangguang/store/matter/in-reach';
import { sql } from '@yangguang/store/sql';
import { type Call, handle } from '../../http/call.ts';
import { uuidShape } from '../cursor.ts';
import { cellOf } from './ledger-cell.ts';
import { ledgerInReach } from './ledger-in-reach.ts';

type Sent = Input<typeof ledger.type>;

/** Whose row it is. */
interface RowOf {
  readonly region: string;
  readonly programme: string;
  readonly householdId: string | null;
}

export const type = handle(ledger.type, async (input, call) => {
  const { id, campaignId, ledger: ledgerId, periodOn, rowKey, column, text } = input;
  refuseNumbers(text);
  const at = call.now();
  await call.db.within(call.reach, async (tx) => {
    const { head } = await ledgerInReach(tx, call, input);
    const known = head.columns.find(({ name }) => name === column);
    const row = await rowOf(tx, call, head, input);
    if (known?.mayType !== true || row === null) throw ledgerRefusal('LED-102');
    const key = { campaignId, ledger: ledgerId, periodOn, region: row.region };
    if (await isLocked(tx, key)) throw ledgerRefusal('LED-103');
    const added = await putEntry(tx, {
      ...{ id, campaign_id: campaignId, ledger: ledgerId, row_key: rowKey, column_name: column, body: text },
      // What a family owns is of no period; what an office reports is of one.
      period_on: row.householdId === null ? periodOn : null,
      ...{ region: row.region, programme: row.programme, household_id: row.householdId },
      ...{ typed_by: call.caller.accountId, typed_at: at },
    });
    if (!added) throw ledgerRefusal('LED-104');
  });
  call.note({ campaign: campaignId, ledger: ledgerId, row: rowKey, column });
  return cellOf(null, { body: text, by: call.caller.fullName, at });
});

/** The row in reach and within the division, or null. */
function rowOf(
  tx: Transaction,
  call: Pick<Call, 'reach'>,
  { rows }: LedgerHead,
  { rowKey, region }: Sent,
): Promise<RowOf | null> | RowOf | null {
  if (rows === 'division') {
    const isInside = /^\d{4,12}$/.test(rowKey) && rowKey.startsWith(region);
    return isInside ? { region: rowKey, programme: 'none', householdId: null } : null;
  }
  if (!uuidShape.test(rowKey)) return null;
  return rows === 'inBenefit' ? householdRow(tx, call, rowKey, region) : matterRow(tx, call, rowKey, region);
}

async function householdRow(
  tx: Transaction,
  { reach }: Pick<Call, 'reach'>,
  id: string,
  area: string,
): Promise<RowOf | null> {
  const found = await findHousehold(tx, reach, id);
  if (found === null || !found.region.startsWith(area)) return null;
  return { region: found.region, programme: found.programme, householdId: id };
}

async function matterRow(
  tx: Transaction,
  { reach }: Pick<Call, 'reach'>,
  id: string,
  area: string,
): Promise<RowOf | null> {
  const found = await tx.find<{ region: string; programme: string; household_id: string | null }>(sql`
    select m.region, m.programme, m.household_id from matter m
    where m.id = ${id} and starts_with(m.region, ${area}) and ${inReach(reach, 'm')}`);
  if (found === null) return null;
  return { region: found.region, programme: found.programme, householdId: found.household_id };
}
