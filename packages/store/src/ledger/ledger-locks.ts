import type { Reach, Transaction } from '../database.ts';
import { type Sql, sql } from '../sql.ts';

/** A locked period, without its table. */
export interface LockRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly ledger: string;
  readonly period_on: string;
  readonly region: string;
  readonly as_of: Date;
  readonly sha256: Buffer;
  readonly row_count: number;
  readonly cells: number;
  readonly filled: number;
  readonly locked_by: string | null;
  readonly locked_at: Date;
}

/** Which period of which ledger where. */
export interface LockKey {
  readonly campaignId: string;
  readonly ledger: string;
  readonly periodOn: string;
  readonly region: string;
}

const columns: Sql = sql`l.id, l.campaign_id, l.ledger, l.period_on, l.region, l.as_of, l.sha256, l.row_count, l.cells,
  l.filled, l.locked_by, l.locked_at`;

/** A locked table is about every programme: for those who see them all there. */
function inFullReach({ scopes }: Reach): Sql {
  const areas = scopes.filter(({ programmes }) => programmes === null).map(({ area }) => area);
  return sql`exists (select 1 from unnest(${areas}::text[]) as a (area) where starts_with(l.region, a.area))`;
}

/** False when the period is locked there already, or the id taken. */
export async function insertLock(
  tx: Transaction,
  lock: LockRow & { readonly content: string },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into ledger_lock (id, campaign_id, ledger, period_on, region, as_of, content, sha256, row_count, cells, filled,
      locked_by, locked_at)
    values (${lock.id}, ${lock.campaign_id}, ${lock.ledger}, ${lock.period_on}, ${lock.region}, ${lock.as_of},
      ${lock.content}, ${lock.sha256}, ${lock.row_count}, ${lock.cells}, ${lock.filled}, ${lock.locked_by}, ${lock.locked_at})
    on conflict do nothing`);
  return added === 1;
}

/** The locked table of a period, or null. */
export function findLock(
  tx: Transaction,
  reach: Reach,
  key: LockKey,
): Promise<(LockRow & { readonly content: string }) | null> {
  return tx.find(sql`select ${columns}, l.content from ledger_lock l
    where l.campaign_id = ${key.campaignId} and l.ledger = ${key.ledger} and l.period_on = ${key.periodOn}::date
      and l.region = ${key.region} and ${inFullReach(reach)}`);
}

/** Whether a locked table of the period holds the division. */
export async function isLocked(tx: Transaction, key: LockKey): Promise<boolean> {
  const rows = await tx.rows(sql`select 1 from ledger_lock l
    where l.campaign_id = ${key.campaignId} and l.ledger = ${key.ledger} and l.period_on = ${key.periodOn}::date
      and starts_with(${key.region}, l.region)`);
  return rows.length > 0;
}

/** Locked periods of a campaign's ledgers, the newest first. */
export function listLocks(tx: Transaction, reach: Reach, campaignId: string): Promise<LockRow[]> {
  return tx.rows<LockRow>(sql`select ${columns} from ledger_lock l where l.campaign_id = ${campaignId} and ${inFullReach(reach)}
    order by l.period_on desc, l.ledger, l.region`);
}
