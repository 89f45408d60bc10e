import type { Database, Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';

/** One line of the audit of reads: ids and counts in `subject`, never numbers or names. */
export interface ReadNote {
  readonly at: Date;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly role: string | null;
  readonly kind: string;
  /** noun.verb */
  readonly operation: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly address: string | null;
  readonly region: string | null;
}

/** Where reads are noted. Many callers share one commit. */
export interface ReadLogWriter {
  /** Resolves when the entry is on disk. */
  write(entry: ReadNote): Promise<void>;
  /** Writes what waits, and stops. */
  close(): Promise<void>;
}

/** Rows of one batch at most. */
const batchRows = 500;

interface Waiting {
  readonly note: ReadNote;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * The audit of reads of one process. While one batch is on its way to the disk the next one gathers, so a busy server
 * makes few commits and a quiet one answers at once. A batch is sealed as it is written: its seal is chained to the seal
 * before it, whichever process wrote that.
 */
export function openReadLog(db: Database, vault: Vault): ReadLogWriter {
  const waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let isClosed = false;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchRows);
      try {
        await db.asOwner((tx) =>
          noteReads(
            tx,
            vault,
            batch.map((w) => w.note),
          ),
        );
        for (const one of batch) one.done();
      } catch (fault) {
        for (const one of batch) one.failed(fault);
      }
    }
    running = null;
  };
  return {
    write: (note) => {
      if (isClosed) return Promise.reject(new Error('the read log is closed'));
      return new Promise((done, failed) => {
        waiting.push({ note, done, failed });
        running ??= drain();
      });
    },
    close: async () => {
      isClosed = true;
      await running;
    },
  };
}

/** A row of `read_log`, as the table has it. */
export interface ReadRow {
  readonly seq: bigint;
  readonly at: Date;
  readonly account_id: string | null;
  readonly session_id: string | null;
  readonly role: string | null;
  readonly kind: string;
  readonly operation: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly address: string | null;
  readonly region: string | null;
}

/** A row of `read_seal`. */
export interface SealRow {
  readonly batch: bigint;
  readonly from_seq: bigint;
  readonly to_seq: bigint;
  readonly rows: number;
  readonly at: Date;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

/** Hash of a batch: over the seal before it, its place, and every row in it. */
export function hashOfBatch(
  vault: Vault,
  seal: Pick<SealRow, 'batch' | 'at' | 'prev_hash'>,
  rows: readonly ReadRow[],
): Buffer {
  return vault.digest(
    seal.prev_hash,
    canonicalJson({ batch: seal.batch, at: seal.at, rows: rows.map((row) => canonicalJson(row)) }),
  );
}

/** Writes and seals the notes in the caller's transaction, in their order. */
export async function noteReads(tx: Transaction, vault: Vault, notes: readonly ReadNote[]): Promise<void> {
  const newest = notes.at(-1);
  if (newest === undefined) return;
  const head = await tx.get<{ seq: bigint; hash: Buffer }>(
    sql`select seq, hash from chain_head where name = 'read' for update`,
  );
  const rows = notes.map((note, i) => rowOf(note, head.seq + BigInt(i) + 1n));
  // Read under the lock, so that several processes number their batches one after another.
  const { batch: last } = await tx.get<{ batch: bigint }>(
    sql`select coalesce(max(batch), 0) as batch from read_seal`,
  );
  const batch = last + 1n;
  const to = head.seq + BigInt(notes.length);
  const hash = hashOfBatch(vault, { batch, at: newest.at, prev_hash: head.hash }, rows);
  await tx.run(sql`
    with log as (
      insert into read_log (seq, at, account_id, session_id, role, kind, operation, subject, reason, outcome, code, address,
        region) overriding system value
      select * from jsonb_to_recordset(${canonicalJson(rows)}::jsonb) as t (seq bigint, at timestamptz, account_id uuid,
        session_id uuid, role text, kind text, operation text, subject jsonb, reason text, outcome text, code text,
        address text, region text)
    ), seal as (
      insert into read_seal (batch, from_seq, to_seq, rows, at, prev_hash, hash)
      values (${batch}, ${head.seq + 1n}, ${to}, ${notes.length}, ${newest.at}, ${head.hash}, ${hash})
    )
    update chain_head set seq = ${to}, hash = ${hash} where name = 'read'`);
}

function rowOf(note: ReadNote, seq: bigint): ReadRow {
  return {
    seq,
    at: note.at,
    account_id: note.accountId,
    session_id: note.sessionId,
    role: note.role,
    kind: note.kind,
    operation: note.operation,
    subject: JSON.parse(canonicalJson(note.subject)) as Record<string, unknown>,
    reason: note.reason,
    outcome: note.outcome,
    code: note.code,
    address: note.address,
    region: note.region,
  };
}
