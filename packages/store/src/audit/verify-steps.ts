import type { Transaction } from '../database.ts';
import { privateHash, stepColumns } from '../journal/read-journal.ts';
import { hashOfStep, type StepRow } from '../journal/step-row.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import type { Findings } from './finding.ts';

/** Rows held in memory at a time. */
const chunk = 2000;

export interface ChainEnd {
  readonly rows: number;
  readonly seq: bigint;
  readonly hash: Buffer;
}

/**
 * Walks the journal from its first row to the head of the chain. A row whose hash does not fit its content was changed; a
 * gap in the numbers is a removed row; a row that fits itself but not the hash kept by the next was replaced whole.
 */
export async function verifySteps(tx: Transaction, vault: Vault, findings: Findings): Promise<ChainEnd> {
  let last: ChainEnd = { rows: 0, seq: 0n, hash: Buffer.alloc(32) };
  for (;;) {
    const rows = await tx.rows<StepRow>(
      sql`select ${stepColumns} from step where seq > ${last.seq} order by seq limit ${chunk}`,
    );
    for (const row of rows) {
      checkRow(vault, row, last, findings);
      last = { rows: last.rows + 1, seq: row.seq, hash: row.hash };
    }
    if (rows.length < chunk) break;
  }
  await checkHead(tx, last, findings);
  await checkErased(tx, findings);
  return last;
}

function checkRow(vault: Vault, row: StepRow, last: ChainEnd, findings: Findings): void {
  const { hash, ...content } = row;
  if (row.seq > last.seq + 1n) {
    const key = row.seq === last.seq + 2n ? `${last.seq + 1n}` : `${last.seq + 1n}–${row.seq - 1n}`;
    findings.add('removed', 'step', key, '编号不连续', 'the numbers have a gap');
  } else if (!row.prev_hash.equals(last.hash) && hashOfStep(vault, content).equals(hash)) {
    findings.add(
      'changed',
      'step',
      last.seq === 0n ? row.seq : last.seq,
      '与后一条所记的哈希不符：整条被替换',
      'the next row keeps another hash: it was replaced whole',
    );
  }
  if (!hashOfStep(vault, content).equals(hash))
    findings.add('changed', 'step', row.seq, '内容与哈希不符', 'its content does not fit its hash');
  if (!isErasedStep(row) && !privateFits(vault, row))
    findings.add('changed', 'step', row.seq, '加密部分与哈希不符', 'its private part does not fit its hash');
}

/** True when retention took the private bytes away: their hash is left. How many there may be, certificates say. */
export function isErasedStep(row: Pick<StepRow, 'private' | 'private_hash'>): boolean {
  return row.private === null && row.private_hash !== null;
}

function privateFits(vault: Vault, { id, private: bytes, private_hash: hash }: StepRow): boolean {
  if (bytes === null || hash === null) return bytes === null && hash === null;
  try {
    return privateHash(vault, bytes, id).equals(hash);
  } catch {
    return false;
  }
}

async function checkHead(tx: Transaction, last: ChainEnd, findings: Findings): Promise<void> {
  const head = await tx.find<{ seq: bigint; hash: Buffer }>(
    sql`select seq, hash from chain_head where name = 'step'`,
  );
  if (head === null) {
    findings.add('removed', 'chain_head', 'step', '链头不见了', 'the head of the chain is gone');
  } else if (head.seq > last.seq) {
    const key = head.seq === last.seq + 1n ? `${head.seq}` : `${last.seq + 1n}–${head.seq}`;
    findings.add('removed', 'step', key, '链尾缺行', 'rows are missing at the end of the chain');
  } else if (head.seq < last.seq) {
    findings.add(
      'inserted',
      'step',
      `${head.seq + 1n}–${last.seq}`,
      '在链头之后',
      'after the head of the chain',
    );
  } else if (!head.hash.equals(last.hash)) {
    findings.add('changed', 'step', last.seq, '与链头的哈希不符', 'the head of the chain keeps another hash');
  }
}

/** Each private part that is gone has its place on a deletion certificate (`counts.steps`). */
async function checkErased(tx: Transaction, findings: Findings): Promise<void> {
  const { erased, certified, first } = await tx.get<{
    erased: bigint;
    certified: bigint;
    first: bigint | null;
  }>(sql`
    select count(*) as erased, min(seq) as first,
      (select coalesce(sum((counts ->> 'steps')::bigint), 0)::bigint from deletion_certificate) as certified
    from step where private is null and private_hash is not null`);
  if (erased > certified)
    findings.add(
      'removed',
      'step',
      first ?? 0n,
      `${erased} 条的加密部分没有了，销毁证明只有 ${certified} 条`,
      `the private part of ${erased} is gone, certificates account for ${certified}`,
    );
}
