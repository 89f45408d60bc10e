import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { identityHashes } from './finding-identity.ts';
import type { LeadPrivate } from './lead-private.ts';
import { isCleared, newestVerdict, verdictOf } from './lead-verdict.ts';

/** A finding of an earlier run about the same subject by the same rule. */
export interface EarlierFinding {
  readonly id: string;
  readonly matterId: string;
  readonly runId: string;
  readonly state: string;
  readonly isEnded: boolean;
  /** Found innocent, or the data or the identity wrong. */
  readonly isCleared: boolean;
  readonly hasSameFacts: boolean;
}

interface Asked {
  readonly id: string;
  readonly rule: string;
  readonly subject_kind: string;
  readonly private: LeadPrivate;
}

/** What entered before about the same subjects, by fingerprint asked; of each the newest first. */
export async function earlierFindings(
  tx: Transaction,
  vault: Vault,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, readonly EarlierFinding[]>> {
  if (asked.length === 0) return new Map();
  const hashes = new Map(asked.map((one) => [one.id, identityHashes(vault, one)]));
  const subjects = [...hashes.values()].flatMap((one) => one.subjects);
  const rows = await tx.rows<Row>(sql`
    select x.id, x.matter_id, x.run_id, x.subject_hash, x.facts_hash, m.state, m.is_ended, v.action, v.cause
    from lead x join matter m on m.id = x.matter_id left join lateral ${newestVerdict} v on true
    where x.subject_hash = any(${subjects}::text[]) order by m.opened_at desc, m.id`);
  const bySubject = new Map<string, Row[]>();
  for (const row of rows) bySubject.set(row.subject_hash, [...(bySubject.get(row.subject_hash) ?? []), row]);
  return new Map(
    [...hashes].map(([id, one]) => [
      id,
      one.subjects.flatMap((hash) => bySubject.get(hash) ?? []).map((row) => earlierOf(row, one.facts)),
    ]),
  );
}

interface Row {
  readonly id: string;
  readonly matter_id: string;
  readonly run_id: string;
  readonly subject_hash: string;
  readonly facts_hash: string;
  readonly state: string;
  readonly is_ended: boolean;
  readonly action: string | null;
  readonly cause: string | null;
}

function earlierOf(row: Row, facts: readonly string[]): EarlierFinding {
  return {
    id: row.id,
    matterId: row.matter_id,
    runId: row.run_id,
    state: row.state,
    isEnded: row.is_ended,
    isCleared: isCleared(verdictOf(row)),
    hasSameFacts: facts.includes(row.facts_hash),
  };
}
