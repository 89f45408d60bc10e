import { type Face, type Faces, pairText } from '@yangguang/domain/identity/face';
import type { Verdict } from '@yangguang/domain/identity/verdict';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';

/** What only those may read who may read the lead: whom it is about, and why. Encrypted at rest. */
export interface JudgementPrivate {
  readonly left: Face;
  readonly right: Face;
  /** Null where a step implies it and gave no reason of its own. */
  readonly why: string | null;
  /** Of a file: who gave it, as the file names them. */
  readonly by: string | null;
}

export type JudgementSource = 'lead' | 'step' | 'file';

/** A row of `identity_judgement`, with who wrote it down. */
export interface JudgementRow {
  readonly id: string;
  readonly region: string;
  readonly programme: string;
  readonly verdict: Verdict;
  readonly source: JudgementSource;
  readonly lead_id: string | null;
  readonly matter_id: string | null;
  /** Null when retention took it away. */
  readonly private: Buffer | null;
  readonly judged_at: Date;
  readonly recorded_by: string;
  readonly recorded_at: Date;
  readonly recorder_name: string;
}

/** A judgement with whom it is about. */
export interface Judgement extends Omit<JudgementRow, 'private'> {
  readonly faces: Faces;
  readonly why: string | null;
  /** Full name of who gave it. */
  readonly by: string;
}

export const judgementContext = (id: string): string => `identity_judgement.private:${id}`;

/** Columns and tables of {@link JudgementRow}; alias x. */
export const judgementColumns: Sql = sql`x.id, x.region, x.programme, x.verdict, x.source, x.lead_id, l.matter_id,
  x.private, x.judged_at, x.recorded_by, x.recorded_at, a.full_name as recorder_name`;
export const judgementTables: Sql = sql`identity_judgement x join account a on a.id = x.recorded_by
  left join lead l on l.id = x.lead_id`;

/** Keyed hashes of a pair, one for each key in use, the newest first. */
export function pairHashes(
  vault: Vault,
  faces: Faces,
): { readonly keyVersion: number; readonly hash: Buffer }[] {
  return vault.blind('id', `pair|${pairText(faces)}`);
}

/** Opened judgements; those that retention emptied say nothing any more and are left out. */
export function openJudgements(vault: Vault, rows: readonly JudgementRow[]): Judgement[] {
  return rows.flatMap(({ private: sealed, ...row }) => {
    if (sealed === null) return [];
    const { left, right, why, by } = vault.open(sealed, judgementContext(row.id)) as JudgementPrivate;
    return [{ ...row, faces: { left, right }, why, by: by ?? row.recorder_name }];
  });
}
