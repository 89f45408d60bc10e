import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';

/** Up to when the account has seen its messages; null when it never said so. */
export async function findMessageMark(tx: Transaction, accountId: string): Promise<Date | null> {
  const row = await tx.find<{ seen_to: Date }>(
    sql`select seen_to from message_mark where account_id = ${accountId}`,
  );
  return row?.seen_to ?? null;
}

/** Everything up to `seenTo` is seen; a mark never goes back. @returns the mark as it stands now */
export async function putMessageMark(tx: Transaction, accountId: string, seenTo: Date): Promise<Date> {
  const row = await tx.get<{ seen_to: Date }>(sql`
    insert into message_mark (account_id, seen_to) values (${accountId}, ${seenTo})
    on conflict (account_id) do update set seen_to = greatest(message_mark.seen_to, excluded.seen_to)
    returning seen_to`);
  return row.seen_to;
}
