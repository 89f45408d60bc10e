import { canonicalJson } from '../journal/canonical-json.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';

/** A row of `evidence`, as the table has it. */
export interface EvidenceRow {
  readonly id: string;
  readonly matter_id: string;
  readonly kind: string;
  readonly title: string;
  readonly file_name: string | null;
  readonly media_type: string | null;
  readonly bytes: bigint | null;
  readonly sha256: Buffer | null;
  readonly sm3: Buffer | null;
  readonly storage_key: string | null;
  readonly paper_no: string | null;
  readonly added_by: string | null;
  readonly added_at: Date;
  readonly region: string;
  readonly programme: string;
}

/** Columns of {@link EvidenceRow}, of table alias x. */
export const evidenceColumns: Sql = sql`x.id, x.matter_id, x.kind, x.title, x.file_name, x.media_type, x.bytes, x.sha256,
  x.sm3, x.storage_key, x.paper_no, x.added_by, x.added_at, x.region, x.programme`;

/** Hash of the whole row, hex: the journal keeps it. */
export function evidenceRowHash(vault: Vault, row: EvidenceRow): string {
  return vault.digest(canonicalJson(row)).toString('hex');
}
