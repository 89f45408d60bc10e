import type { Database, Transaction } from '../database.ts';
import type { Room } from '../journal/room.ts';
import { sql } from '../sql.ts';
import { verifyRoots } from './daily-root.ts';
import { collectFindings, type Finding, type Findings } from './finding.ts';
import { verifyRegister } from './register-rows.ts';
import { type CheckFile, verifyMatters } from './verify-matters.ts';
import { verifyReads } from './verify-reads.ts';
import { verifySteps } from './verify-steps.ts';

/** What was looked at, and what was found wrong. */
export interface VerifyReport {
  readonly isWhole: boolean;
  readonly steps: number;
  readonly reads: number;
  readonly matters: number;
  readonly evidence: number;
  readonly registered: number;
  readonly roots: number;
  /** Ends of both chains, hex: to be held against a printed page. */
  readonly stepHash: string;
  readonly readHash: string;
  /** At most the first thousand. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
}

/**
 * Looks for every row that was changed, removed or inserted other than by this program: walks both chains, holds them
 * against the daily roots, and computes every matter again from its journal. Memory stays the same whatever the size.
 * One consistent state of the database is read; work goes on meanwhile.
 * @param options `printed` roots in hex by day, as on paper: the only proof against somebody who rewrote everything
 */
export function verify(
  db: Database,
  room: Pick<Room, 'vault' | 'workflows'>,
  options: {
    readonly checkFile?: CheckFile;
    readonly printed?: Readonly<Record<string, string>>;
    readonly onStage?: (stage: 'steps' | 'reads' | 'roots' | 'matters' | 'register') => void;
  } = {},
): Promise<VerifyReport> {
  const { checkFile = null, printed = {}, onStage = () => {} } = options;
  return db.asOwner(async (tx) => {
    await tx.run(sql`set transaction isolation level repeatable read`);
    const findings = collectFindings();
    onStage('steps');
    const steps = await verifySteps(tx, room.vault, findings);
    onStage('reads');
    const reads = await verifyReads(tx, room.vault, findings);
    onStage('roots');
    const roots = await verifyRoots(tx, room.vault, findings, printed);
    onStage('matters');
    const { matters, evidence } = await verifyMatters(tx, room, findings, erasedAside(tx, checkFile));
    await checkErasedFiles(tx, findings);
    onStage('register');
    const registered = await verifyRegister(tx, room.vault, findings);
    return {
      isWhole: findings.count === 0,
      steps: steps.rows,
      reads: reads.rows,
      matters,
      evidence,
      registered,
      roots,
      stepHash: steps.hash.toString('hex'),
      readHash: reads.hash.toString('hex'),
      findings: findings.list,
      findingCount: findings.count,
    };
  });
}

/** A file that retention took away is whole in its absence; one that is back, or only said to be gone, is not. */
function erasedAside(tx: Transaction, checkFile: CheckFile | null): CheckFile | null {
  if (checkFile === null) return null;
  return async (key, sm3) => {
    const state = await checkFile(key, sm3);
    if (state !== 'missing') return state;
    const erased = await tx.find(sql`select 1 from erased_file where storage_key = ${key}`);
    return erased === null ? 'missing' : 'whole';
  };
}

/** Each erased file has its place on a deletion certificate (`counts.files`). */
async function checkErasedFiles(tx: Transaction, findings: Findings): Promise<void> {
  const { erased, certified } = await tx.get<{ erased: bigint; certified: bigint }>(sql`
    select count(*) as erased,
      (select coalesce(sum((counts ->> 'files')::bigint), 0)::bigint from deletion_certificate) as certified
    from erased_file`);
  if (erased !== certified)
    findings.add(
      erased > certified ? 'inserted' : 'removed',
      'erased_file',
      `${erased}`,
      `销毁证明共 ${certified} 个文件`,
      `certificates account for ${certified}`,
    );
}
