import type { Transaction } from '../database.ts';
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
  of: {
    readonly campaignId: string;
    readonly ledger: string;
    readonly periodOn: string;
    readonly region: string;
  },
): Promise<(EntryRow & { readonly full_name: string | null })[]> {
  return tx.rows(sql`
    select distinct on (e.row_key, e.column_name) e.*, a.full_name from ledger_entry e
      left join account a on a.id = e.typed_by
    where e.campaign_id = ${of.campaignId} and e.ledger = ${of.ledger}
      and (e.period_on is null or e.period_on = ${of.periodOn}::date) and starts_with(e.region, ${of.region})
    order by e.row_key, e.column_name, e.typed_at desc, e.id desc`);
}
