import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import type { Findings } from './finding.ts';
import { hashOfBatch, type ReadRow, type SealRow } from './read-log.ts';

/** Seals held in memory at a time; a seal covers at most 500 rows. */
const chunk = 200;

export interface ReadEnd {
  readonly rows: number;
  readonly batch: bigint;
  readonly seq: bigint;
  readonly hash: Buffer;
}

/** Walks the seals of the audit of reads and the rows that each covers. */
export async function verifyReads(tx: Transaction, vault: Vault, findings: Findings): Promise<ReadEnd> {
  let last: ReadEnd = { rows: 0, batch: 0n, seq: 0n, hash: Buffer.alloc(32) };
  for (;;) {
    const seals = await tx.rows<SealRow>(sql`select batch, from_seq, to_seq, rows, at, prev_hash, hash
      from read_seal where batch > ${last.batch} order by batch limit ${chunk}`);
    const [first] = seals;
    if (first === undefined) break;
    const rows = await readRows(tx, last.seq, seals.at(-1)?.to_seq ?? last.seq);
    for (const seal of seals) {
      checkSeal(vault, seal, last, rows, findings);
      last = { rows: last.rows + seal.rows, batch: seal.batch, seq: seal.to_seq, hash: seal.hash };
    }
    if (seals.length < chunk) break;
  }
  await checkHead(tx, last, findings);
  return last;
}

function readRows(tx: Transaction, after: bigint, upTo: bigint): Promise<ReadRow[]> {
  return tx.rows<ReadRow>(sql`select seq, at, account_id, session_id, role, kind, operation, subject, reason, outcome, code,
    address, region from read_log where seq > ${after} and seq <= ${upTo} order by seq`);
}

function checkSeal(
  vault: Vault,
  seal: SealRow,
  last: ReadEnd,
  chunkRows: readonly ReadRow[],
  findings: Findings,
): void {
  const rows = chunkRows.filter((r) => r.seq >= seal.from_seq && r.seq <= seal.to_seq);
  const span = `${seal.from_seq}–${seal.to_seq}`;
  if (seal.batch !== last.batch + 1n)
    findings.add('removed', 'read_seal', seal.batch - 1n, '批次不连续', 'the batches have a gap');
  else if (!seal.prev_hash.equals(last.hash))
    findings.add('changed', 'read_seal', last.batch, '与后一批所记不符', 'the next batch keeps another hash');
  const missing = missingOf(seal, rows);
  if (missing.length > 0)
    findings.add('removed', 'read_log', missing.join(','), '封存的行缺失', 'a sealed row is missing');
  else if (!hashOfBatch(vault, seal, rows).equals(seal.hash))
    findings.add('changed', 'read_log', span, '该批内容与封存不符', 'the batch does not fit its seal');
}

function missingOf(seal: SealRow, rows: readonly ReadRow[]): bigint[] {
  const there = new Set(rows.map((r) => r.seq));
  const missing: bigint[] = [];
  for (let seq = seal.from_seq; seq <= seal.to_seq && missing.length < 20; seq += 1n)
    if (!there.has(seq)) missing.push(seq);
  return missing;
}

async function checkHead(tx: Transaction, last: ReadEnd, findings: Findings): Promise<void> {
  const head = await tx.find<{ seq: bigint; hash: Buffer }>(
    sql`select seq, hash from chain_head where name = 'read'`,
  );
  if (head === null)
    findings.add('removed', 'chain_head', 'read', '链头不见了', 'the head of the chain is gone');
  else if (!head.hash.equals(last.hash))
    findings.add(
      head.seq > last.seq ? 'removed' : 'changed',
      'read_seal',
      last.batch + (head.seq > last.seq ? 1n : 0n),
      '与链头不符',
      'the head of the chain keeps another hash',
    );
  const loose = await tx.rows<{ seq: bigint }>(sql`select seq from read_log r where not exists
    (select 1 from read_seal s where r.seq between s.from_seq and s.to_seq) and (r.seq > ${last.seq} or r.seq < 1)
    order by seq limit 100`);
  for (const { seq } of loose) findings.add('inserted', 'read_log', seq, '没有封存', 'no seal covers it');
}
