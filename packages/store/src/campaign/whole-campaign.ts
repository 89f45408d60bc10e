import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

interface Settings {
  readonly areas: string | null;
  readonly pairs: string | null;
  readonly sealed: string | null;
  readonly restricted: string | null;
}

/**
 * Runs `work` with everything of a campaign's area in sight, leads that name officials included: whether a campaign may
 * go on, and what stays open behind it, must not depend on who asks. Referrals stay out of sight, whoever asks. Nothing
 * that is read here may be told; afterwards the transaction sees as far as before. When `work` throws, the transaction
 * is over anyway.
 * @param region of the campaign
 */
export async function inWholeCampaign<T>(
  tx: Transaction,
  region: string,
  work: () => Promise<T>,
): Promise<T> {
  const before = await tx.get<Settings>(sql`select current_setting('app.areas', true) as areas,
    current_setting('app.pairs', true) as pairs, current_setting('app.sealed', true) as sealed,
    current_setting('app.restricted', true) as restricted`);
  await set(tx, { areas: `{"${region}"}`, pairs: '{}', sealed: 'no', restricted: 'yes' });
  const result = await work();
  await set(tx, before);
  return result;
}

async function set(tx: Transaction, { areas, pairs, sealed, restricted }: Settings): Promise<void> {
  await tx.rows(sql`select set_config('app.areas', ${areas ?? ''}, true), set_config('app.pairs', ${pairs ?? ''}, true),
    set_config('app.sealed', ${sealed ?? ''}, true), set_config('app.restricted', ${restricted ?? ''}, true)`);
}
