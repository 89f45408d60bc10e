import type { Transaction } from '../database.ts';
import { requestHash, requestHashes } from '../journal/request-hash.ts';
import { intakeRefusal } from '../run/intake-refusals.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';

export type ImportActKind = 'mapping' | 'cells';

/** What somebody settled about the files of a batch. */
export interface ImportActRow {
  readonly id: string;
  readonly batch_id: string;
  /** 1, 2, … within the batch. */
  readonly no: number;
  readonly kind: ImportActKind;
  /** null when the batch was revoked. */
  readonly private: Buffer | null;
  readonly items: number;
  readonly reason: string;
  readonly settled_by: string;
  readonly settled_at: Date;
}

/** An act to write down. */
export interface NewImportAct {
  readonly id: string;
  readonly kind: ImportActKind;
  /** JSON; encrypted. */
  readonly content: object;
  readonly items: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

const contextOf = (id: string): string => `import_act.private:${id}`;

/**
 * Writes an act of a batch that is locked. Sent again, there is still one.
 * @returns its number, and whether it was there already
 * @throws UserError BAT-101 the id stands for another one
 */
export async function addImportAct(
  tx: Transaction,
  vault: Vault,
  batch: { readonly id: string; readonly region: string },
  act: NewImportAct,
): Promise<{ readonly no: number; readonly isOld: boolean }> {
  const { id, kind, content, items, reason, by, at } = act;
  const asked = { batch: batch.id, kind, content: JSON.stringify(content), reason, by };
  const there = await tx.find<{ no: number; request_hash: Buffer }>(
    sql`select no, request_hash from import_act where id = ${id}`,
  );
  if (there !== null) {
    if (!requestHashes(vault, asked).some((hash) => hash.equals(there.request_hash)))
      throw intakeRefusal('BAT-101');
    return { no: there.no, isOld: true };
  }
  const { no } = await tx.get<{ no: number }>(sql`
    insert into import_act (id, batch_id, region, no, kind, private, items, reason, request_hash, settled_by, settled_at)
    values (${id}, ${batch.id}, ${batch.region},
      1 + coalesce((select max(no) from import_act where batch_id = ${batch.id}), 0), ${kind},
      ${vault.seal(content, contextOf(id))}, ${items}, ${reason}, ${requestHash(vault, asked)}, ${by}, ${at})
    returning no`);
  return { no, isOld: false };
}

/** Acts of a batch in their order. */
export function listImportActs(tx: Transaction, batchId: string): Promise<ImportActRow[]> {
  return tx.rows<ImportActRow>(sql`
    select id, batch_id, no, kind, private, items, reason, settled_by, settled_at from import_act
    where batch_id = ${batchId} order by no`);
}

/** What an act says; null when the batch was revoked. */
export function openImportAct(vault: Vault, act: Pick<ImportActRow, 'id' | 'private'>): unknown {
  return act.private === null ? null : vault.open(act.private, contextOf(act.id));
}
