import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { canonicalJson } from './canonical-json.ts';
import { privateHash } from './read-journal.ts';
import { hashOfStep, type StepDraft, type StepRow } from './step-row.ts';

/**
 * Puts steps at the end of the chain, in the order given. Takes the lock on the chain's head, which is kept until the
 * transaction ends: call it once, as late as possible, so that steps of different matters overlap up to here.
 */
export async function chainSteps(
  tx: Transaction,
  vault: Vault,
  drafts: readonly StepDraft[],
): Promise<StepRow[]> {
  const head = await tx.get<{ seq: bigint; hash: Buffer }>(
    sql`select seq, hash from chain_head where name = 'step' for update`,
  );
  const rows: StepRow[] = [];
  let last = head;
  for (const draft of drafts) {
    const row = {
      ...draft,
      seq: last.seq + 1n,
      private_hash: draft.private === null ? null : privateHash(vault, draft.private, draft.id),
      prev_hash: last.hash,
    };
    last = { ...row, hash: hashOfStep(vault, row) };
    rows.push(last as StepRow);
  }
  await insert(tx, rows);
  await tx.run(sql`update chain_head set seq = ${last.seq}, hash = ${last.hash} where name = 'step'`);
  return rows;
}

async function insert(tx: Transaction, rows: readonly StepRow[]): Promise<void> {
  await tx.run(sql`
    insert into step (seq, id, matter_id, step_no, action, from_state, to_state, account_id, role, area, at, recorded_at,
      reason, header, facts, private, private_hash, evidence, clock, request_hash, prev_hash, hash)
    select seq, id, matter_id, step_no, action, from_state, to_state, account_id, role, area, at, recorded_at,
      reason, nullif(header, 'null'), facts, private, private_hash, evidence, nullif(clock, 'null'), request_hash,
      prev_hash, hash
    from jsonb_to_recordset(${canonicalJson(rows.map(forInsert))}::jsonb) as t (
      seq bigint, id uuid, matter_id uuid, step_no integer, action text, from_state text, to_state text,
      account_id uuid, role text, area text, at timestamptz, recorded_at timestamptz, reason text, header jsonb,
      facts jsonb, private bytea, private_hash bytea, evidence jsonb, clock jsonb, request_hash bytea,
      prev_hash bytea, hash bytea)`);
}

function forInsert(row: StepRow): object {
  const bytes = (value: Buffer | null) => (value === null ? null : `\\x${value.toString('hex')}`);
  return {
    ...row,
    private: bytes(row.private),
    private_hash: bytes(row.private_hash),
    request_hash: bytes(row.request_hash),
    prev_hash: bytes(row.prev_hash),
    hash: bytes(row.hash),
  };
}
