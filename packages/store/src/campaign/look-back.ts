import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { type Sql, sql } from '../sql.ts';

const stillOpen: Sql = sql`m.workflow <> 'campaign' and not m.is_ended`;

/** Puts every matter of the campaign that is still open and in sight on the list. */
export function carryOver(
  tx: Transaction,
  campaignId: string,
  by: { readonly accountId: string; readonly at: Date },
): Promise<number> {
  return tx.run(sql`
    insert into look_back (campaign_id, matter_id, state, carried_at, carried_by)
    select m.campaign_id, m.id, m.state, ${by.at}, ${by.accountId} from matter m
    where m.campaign_id = ${campaignId} and ${stillOpen}
    on conflict do nothing`);
}

/** Matters on the list, in reach. */
export async function countCarried(tx: Transaction, reach: Reach, campaignId: string): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from look_back b join matter m on m.id = b.matter_id
    where b.campaign_id = ${campaignId} and ${inReach(reach, 'm')}`);
  return n;
}

/** True when nothing of the campaign is open without being on the list. */
export async function isAllCarried(tx: Transaction, campaignId: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from matter m where m.campaign_id = ${campaignId} and ${stillOpen}
      and not exists (select 1 from look_back b where b.campaign_id = m.campaign_id and b.matter_id = m.id) limit 1`);
  return rows.length === 0;
}

/** A matter on the list, with its state when it was put there. */
export type CarriedRow = MatterRow & { readonly carried_state: string; readonly carried_at: Date };

/** Matters on the list, in reach, in the order of their ids. */
export function listCarried(
  tx: Transaction,
  reach: Reach,
  campaignId: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<CarriedRow[]> {
  const after = page.after === null ? sql`true` : sql`m.id > ${page.after}::uuid`;
  return tx.rows<CarriedRow>(sql`
    select ${matterColumns}, b.state as carried_state, b.carried_at from look_back b join matter m on m.id = b.matter_id
    where b.campaign_id = ${campaignId} and ${inReach(reach, 'm')} and ${after} order by m.id limit ${page.limit}`);
}
