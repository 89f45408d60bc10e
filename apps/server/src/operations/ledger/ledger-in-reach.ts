import type { LedgerHead } from '@yangguang/contract/ledger';
import { allows } from '@yangguang/domain/people/permission';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';
import type { Transaction } from '@yangguang/store/database';
import { ledgerRefusal } from '@yangguang/store/ledger/ledger-refusals';
import { ApiRefusal, notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { campaignInReach } from '../campaign/campaign-in-reach.ts';
import { ledgerHead } from './ledger-heads.ts';

/** What is asked for. */
interface Asked {
  readonly campaignId: string;
  readonly ledger: string;
  readonly periodOn: string;
  readonly region: string;
}

/**
 * The campaign and ledger asked for, in a division that lies within both the campaign and the caller's areas.
 * @throws ApiRefusal API-103 without the right to see households, API-104 out of reach, UserError LED-101
 */
export async function ledgerInReach(
  tx: Transaction,
  call: Pick<Call, 'reach' | 'policy' | 'by'>,
  { campaignId, ledger, periodOn, region }: Asked,
): Promise<{ row: CampaignRow; head: LedgerHead; periodOn: string; region: string }> {
  const row = await campaignInReach(tx, call, campaignId);
  if (!call.reach.scopes.some(({ area }) => region.startsWith(area))) throw notFound();
  const head = ledgerHead(call, row, ledger);
  if (!region.startsWith(row.region) || !head.dueOn.includes(periodOn)) throw ledgerRefusal('LED-101');
  const isOfHouseholds = head.rows === 'inBenefit' || head.rows === 'rejected';
  if (isOfHouseholds && !call.by.some((held) => allows(held, 'household.read')))
    throw new ApiRefusal('API-103');
  return { row, head, periodOn, region };
}
