import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';

/** A word that somebody typed into a cell. */
export interface EntryRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly ledger: string;
  readonly period_on: string | null;
  readonly region: string;
  readonly programme: string;
  readonly household_id: string | null;
  readonly row_key: string;
  readonly column_name: string;
  readonly body: string;
  readonly typed_by: string | null;
  readonly typed_at: Date;
}

/** False when the id is taken. */
export async function putEntry(tx: Transaction, e: EntryRow): Promise<boolean> {
  const added = await tx.run(sql`
    insert into ledger_entry (id, campaign_id, ledger, period_on, region, programme, household_id, row_key, column_name, body,
      typed_by, typed_at)
    values (${e.id}, ${e.campaign_id}, ${e.ledger}, ${e.period_on}, ${e.region}, ${e.programme}, ${e.household_id},
      ${e.row_key}, ${e.column_name}, ${e.body}, ${e.typed_by}, ${e.typed_at})
    on conflict (id) do nothing`);
  return added === 1;
}

/** The newest word of every cell of a ledger in the division, of this period or of none, with who typed it. */
export function entriesOf(
  tx: Transaction,
  reach: Reach,
  of: {
    readonly campaignId: string;
    readonly ledger: string;
    readonly periodOn: string;
    readonly region: string;
  },
): Promise<(EntryRow & { readonly full_name: string | null })[]> {
  return tx.rows(sql`
    select distinct on (x.row_key, x.column_name) x.*, a.full_name from ledger_entry x
      left join account a on a.id = x.typed_by
    where x.campaign_id = ${of.campaignId} and x.ledger = ${of.ledger}
      and (x.period_on is null or x.period_on = ${of.periodOn}::date) and starts_with(x.region, ${of.region})
      and ${inReach(reach, 'x')}
    order by x.row_key, x.column_name, x.typed_at desc, x.id desc`);
}
