import type { Transaction } from '../database.ts';
import { refuseNumbers } from '../journal/split-facts.ts';
import { sql } from '../sql.ts';
import { viewRefusal } from './view-refusals.ts';

/** A view of the queue of leads that somebody keeps. */
export interface ViewRow {
  readonly id: string;
  readonly account_id: string;
  /** The office whose people see it when it is shared. */
  readonly region: string;
  readonly title: string;
  readonly is_shared: boolean;
  readonly filter: readonly string[];
  readonly sort: string;
  readonly grouping: 'lead' | 'household';
}

/** Nobody keeps more. */
const mostViews = 30;

/** One's own views and those shared in these offices, one's own first, then by title. */
export function viewsFor(tx: Transaction, accountId: string, offices: readonly string[]): Promise<ViewRow[]> {
  return tx.rows<ViewRow>(sql`
    select id, account_id, region, title, is_shared, filter, sort, grouping from saved_view
    where account_id = ${accountId} or (is_shared and region = any(${offices}::text[]))
    order by account_id <> ${accountId}, title collate "C", id limit 200`);
}

/**
 * Saves a view, new or changed; sent again it is the same.
 * @throws UserError MAT-103 a number in the title · VIEW-101 the id is somebody else's · VIEW-102 too many
 */
export async function saveView(tx: Transaction, view: ViewRow, at: Date): Promise<void> {
  refuseNumbers(view.title);
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`views of ${view.account_id}`}, 0))`);
  const others = await tx.get<{ n: number }>(sql`select count(*)::integer as n from saved_view
    where account_id = ${view.account_id} and id <> ${view.id}`);
  if (others.n >= mostViews) throw viewRefusal('VIEW-102');
  const changed = await tx.run(sql`
    update saved_view set region = ${view.region}, title = ${view.title}, is_shared = ${view.is_shared},
      filter = ${view.filter}::text[], sort = ${view.sort}, grouping = ${view.grouping}, changed_at = ${at}
    where id = ${view.id} and account_id = ${view.account_id}`);
  if (changed === 1) return;
  const made = await tx.run(sql`
    insert into saved_view (id, account_id, region, title, is_shared, filter, sort, grouping, changed_at)
    values (${view.id}, ${view.account_id}, ${view.region}, ${view.title}, ${view.is_shared}, ${view.filter}::text[],
      ${view.sort}, ${view.grouping}, ${at}) on conflict do nothing`);
  if (made === 0) throw viewRefusal('VIEW-101');
}

/** @throws UserError VIEW-101 when the account has none of that id */
export async function removeView(tx: Transaction, accountId: string, id: string): Promise<void> {
  const gone = await tx.run(sql`delete from saved_view where id = ${id} and account_id = ${accountId}`);
  if (gone === 0) throw viewRefusal('VIEW-101');
}
