import { type CampaignRow, findCampaign } from '@yangguang/store/campaign/campaign-row';
import type { Transaction } from '@yangguang/store/database';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';

/** The campaign. @throws ApiRefusal API-104 when it is not there or not addressed to the caller */
export async function campaignInReach(
  tx: Transaction,
  call: Pick<Call, 'reach'>,
  id: string,
): Promise<CampaignRow> {
  const row = await findCampaign(tx, call.reach, id);
  if (row === null) throw notFound();
  return row;
}
