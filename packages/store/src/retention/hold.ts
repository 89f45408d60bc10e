import { isUnder } from '../account/account.ts';
import type { Transaction } from '../database.ts';
import { every, sql } from '../sql.ts';
import type { Decider } from './plan.ts';
import { retentionRefusal } from './retention-refusals.ts';

/** Keeps a matter, or a household with its matters, beyond its time. */
export interface HoldRow {
  readonly id: string;
  readonly area: string;
  readonly kind: 'matter' | 'household';
  readonly subjectId: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly releasedAt: Date | null;
  readonly releaseReason: string | null;
}

export type NewHold = Pick<HoldRow, 'id' | 'kind' | 'subjectId' | 'reason'>;

const columns = sql`x.id, x.area, x.subject_kind as kind, x.subject_id as "subjectId", x.reason, x.set_by as "setBy",
  x.set_at as "setAt", x.released_at as "releasedAt", x.release_reason as "releaseReason"`;

/** @throws UserError API-104 no such matter or household in these areas, or erased already · RET-104 the id stands for another hold */
export async function setHold(tx: Transaction, wanted: NewHold, by: Decider, now: Date): Promise<void> {
  const { id, kind, subjectId, reason } = wanted;
  const before = await tx.find<HoldRow>(sql`select ${columns} from retention_hold x where x.id = ${id}`);
  if (before !== null) {
    if (before.subjectId !== subjectId || before.setBy !== by.accountId) throw retentionRefusal('RET-104');
    return;
  }
  const table = kind === 'matter' ? sql`matter` : sql`household`;
  // Locked, so that a plan carried out at the same moment sees the hold or is seen by it.
  const found = await tx.find<{ region: string }>(sql`
    select s.region from ${table} s where s.id = ${subjectId} and s.erased_at is null and ${isUnder(sql`s.region`, by.areas)} for update`);
  if (found === null) throw retentionRefusal('API-104');
  await tx.run(sql`
    insert into retention_hold (id, area, subject_kind, subject_id, reason, set_by, set_at)
    values (${id}, ${found.region}, ${kind}, ${subjectId}, ${reason}, ${by.accountId}, ${now})`);
}

/** @throws UserError API-104 · RET-105 released before */
export async function releaseHold(
  tx: Transaction,
  id: string,
  reason: string,
  by: Decider,
  now: Date,
): Promise<void> {
  const hold = await tx.find<HoldRow>(sql`
    select ${columns} from retention_hold x where x.id = ${id} and ${isUnder(sql`x.area`, by.areas)} for update`);
  if (hold === null) throw retentionRefusal('API-104');
  if (hold.releasedAt !== null) throw retentionRefusal('RET-105');
  await tx.run(sql`
    update retention_hold set released_by = ${by.accountId}, released_at = ${now}, release_reason = ${reason}
    where id = ${id}`);
}

/** Holds of these areas, the newest first. @param after id of the last one seen */
export function listHolds(
  tx: Transaction,
  areas: readonly string[],
  filter: { readonly onlyInForce: boolean },
  page: { readonly after: string | null; readonly limit: number },
): Promise<HoldRow[]> {
  const conditions = [isUnder(sql`x.area`, areas)];
  if (filter.onlyInForce) conditions.push(sql`x.released_at is null`);
  if (page.after !== null)
    conditions.push(sql`(x.set_at, x.id) < (select set_at, id from retention_hold where id = ${page.after})`);
  return tx.rows<HoldRow>(sql`
    select ${columns} from retention_hold x where ${every(conditions)}
    order by x.set_at desc, x.id desc limit ${page.limit}`);
}
