import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** The last day of a campaign, 'YYYY-MM-DD'; null when there is no such campaign. */
export async function campaignEndOn(tx: Transaction, campaignId: string): Promise<string | null> {
  const row = await tx.find<{ end_on: string }>(
    sql`select to_on as end_on from campaign where id = ${campaignId}`,
  );
  return row?.end_on ?? null;
}
