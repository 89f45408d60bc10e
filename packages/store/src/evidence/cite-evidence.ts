import type { Transaction } from '../database.ts';
import { journalRefusal } from '../journal/journal-refusals.ts';
import type { CitedEvidence } from '../journal/step-row.ts';
import { sql } from '../sql.ts';

/**
 * Documents of a matter as a step cites them, in the order asked.
 * @throws UserError MAT-104 when one of them was not added to this matter
 */
export async function citeEvidence(
  tx: Transaction,
  matterId: string,
  ids: readonly string[],
): Promise<CitedEvidence[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<{ id: string; kind: string; sm3: Buffer | null; paper_no: string | null }>(
    sql`select id, kind, sm3, paper_no from evidence where matter_id = ${matterId} and id = any(${ids}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw journalRefusal('MAT-104');
    return { id, kind: row.kind, sm3: row.sm3?.toString('hex') ?? null, paperNo: row.paper_no };
  });
}
