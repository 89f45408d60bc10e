import type { Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import type { Findings } from './finding.ts';

/** A row of `daily_root`: one value to print or to send up, over everything written until then. */
export interface DailyRoot {
  readonly day: string;
  readonly step_seq: bigint;
  readonly step_hash: Buffer;
  readonly read_batch: bigint;
  readonly read_hash: Buffer;
  readonly root: Buffer;
  readonly made_at: Date;
}

const columns = sql`day, step_seq, step_hash, read_batch, read_hash, root, made_at`;

/**
 * Folds both chains into the root of a day. The first call of a day makes it; later ones return it unchanged.
 * @param day 'YYYY-MM-DD'
 */
export async function makeDailyRoot(
  tx: Transaction,
  vault: Vault,
  day: string,
  now: Date,
): Promise<DailyRoot> {
  const made = await tx.find<DailyRoot>(sql`select ${columns} from daily_root where day = ${day}`);
  if (made !== null) return made;
  // Both heads locked, in the order every writer takes them: what the root names is committed.
  const step = await lockHead(tx, 'step');
  const read = await lockHead(tx, 'read');
  const { batch } = await tx.get<{ batch: bigint }>(
    sql`select coalesce(max(batch), 0) as batch from read_seal`,
  );
  const row = { day, step_seq: step.seq, step_hash: step.hash, read_batch: batch, read_hash: read.hash };
  const root = rootOf(vault, row);
  await tx.run(sql`insert into daily_root (day, step_seq, step_hash, read_batch, read_hash, root, made_at)
    values (${day}, ${row.step_seq}, ${row.step_hash}, ${batch}, ${row.read_hash}, ${root}, ${now})
    on conflict do nothing`);
  return tx.get<DailyRoot>(sql`select ${columns} from daily_root where day = ${day}`);
}

function lockHead(tx: Transaction, name: string): Promise<{ seq: bigint; hash: Buffer }> {
  return tx.get(sql`select seq, hash from chain_head where name = ${name} for update`);
}

/** Roots, the newest first. */
export function listDailyRoots(
  tx: Transaction,
  page: { readonly before: string | null; readonly limit: number },
): Promise<DailyRoot[]> {
  const before = page.before ?? '9999-12-31';
  return tx.rows<DailyRoot>(
    sql`select ${columns} from daily_root where day < ${before}::date order by day desc limit ${page.limit}`,
  );
}

function rootOf(vault: Vault, row: Omit<DailyRoot, 'root' | 'made_at'>): Buffer {
  const { day, step_seq, step_hash, read_batch, read_hash } = row;
  return vault.digest(canonicalJson({ day, step_seq, step_hash, read_batch, read_hash }));
}

/**
 * Holds each root against the chains, and against roots that were printed.
 * @param printed root in hex by day, as on paper
 */
export async function verifyRoots(
  tx: Transaction,
  vault: Vault,
  findings: Findings,
  printed: Readonly<Record<string, string>>,
): Promise<number> {
  const roots = await tx.rows<RootWithEnds>(sql`
    select ${columns}, (select hash from step where seq = step_seq) as step,
      (select hash from read_seal where batch = read_batch) as seal from daily_root order by day`);
  const days = new Set(roots.map((r) => r.day));
  for (const day of Object.keys(printed))
    if (!days.has(day)) findings.add('removed', 'daily_root', day, '纸上有这一天', 'it is on paper');
  for (const row of roots) checkRoot(vault, row, printed[row.day], findings);
  return roots.length;
}

type RootWithEnds = DailyRoot & { readonly step: Buffer | null; readonly seal: Buffer | null };

function checkRoot(vault: Vault, row: RootWithEnds, onPaper: string | undefined, findings: Findings): void {
  const changed = (table: string, key: string | bigint, zh: string, en: string): void =>
    findings.add('changed', table, key, zh, en);
  if (!rootOf(vault, row).equals(row.root))
    changed('daily_root', row.day, '与所含各值不符', 'it does not fit what it is made of');
  else if (onPaper !== undefined && onPaper.toLowerCase() !== row.root.toString('hex'))
    changed('daily_root', row.day, '与纸上的不符', 'paper says otherwise');
  const zh = `与 ${row.day} 的日根不符`;
  const en = `the root of ${row.day} says otherwise`;
  if (row.step_seq > 0n && row.step?.equals(row.step_hash) !== true) changed('step', row.step_seq, zh, en);
  if (row.read_batch > 0n && row.seal?.equals(row.read_hash) !== true)
    changed('read_seal', row.read_batch, zh, en);
}
