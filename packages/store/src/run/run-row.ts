import type { Reach, Transaction } from '../database.ts';
import { requestHash, requestHashes } from '../journal/request-hash.ts';
import { inReach } from '../matter/in-reach.ts';
import { every, type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { intakeRefusal } from './intake-refusals.ts';

export type RunState = 'waiting' | 'done' | 'failed' | 'cancelled';

/** What was asked for, and what the office had decided at that moment: every attempt finds the same. */
export interface RunOptions {
  readonly rules?: readonly string[];
  /** Rules that only count. */
  readonly shadow?: readonly string[];
  /** Rules that do not run. */
  readonly retired?: readonly string[];
  /** Ids of the local values in force, in the order in which they were confirmed. */
  readonly localValues?: readonly string[];
}

/** A run of the check over imported files, with how far it is. */
export interface RunRow {
  readonly id: string;
  readonly campaign_id: string | null;
  readonly region: string;
  /** 'YYYY-MM-DD'; null until the run has chosen it. */
  readonly as_of: string | null;
  readonly pack_version: string | null;
  readonly is_dry: boolean;
  readonly options: RunOptions;
  readonly state: RunState;
  readonly job_id: string | null;
  readonly report: unknown;
  readonly started_by: string | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly version: number;
  readonly job_state: string | null;
  readonly progress: number | null;
  readonly stage_zh: string | null;
  readonly stage_en: string | null;
}

const columns: Sql = sql`x.id, x.campaign_id, x.region, x.as_of, x.pack_version, x.is_dry, x.options, x.state, x.job_id,
  x.report, x.started_by, x.created_at, x.ended_at, x.version, j.state as job_state, j.progress, j.stage_zh, j.stage_en`;
const source: Sql = sql`run x left join job j on j.id = x.job_id`;

/** A run to start. */
export interface NewRun {
  readonly id: string;
  /** 6 digits */
  readonly region: string;
  readonly campaignId: string | null;
  /** 'YYYY-MM-DD'; null: as the data say. */
  readonly asOf: string | null;
  readonly rules: readonly string[];
  readonly decided: Required<Omit<RunOptions, 'rules'>>;
  readonly isDry: boolean;
  readonly batches: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/**
 * Enters a run over batches that are imported. Sent again, there is still one.
 * @returns false when it is there already
 * @throws UserError RUN-201 the id stands for another one · RUN-202 a batch that cannot be used
 */
export async function addRun(tx: Transaction, vault: Vault, reach: Reach, run: NewRun): Promise<boolean> {
  const { id, at, decided, ...content } = run;
  const options: RunOptions = { rules: run.rules, ...decided };
  const made = await tx.run(sql`
    insert into run (id, region, campaign_id, as_of, is_dry, options, state, request_hash, started_by, created_at)
    values (${id}, ${run.region}, ${run.campaignId}, ${run.asOf}, ${run.isDry},
      ${JSON.stringify(options)}::jsonb, 'waiting', ${requestHash(vault, content)}, ${run.by}, ${at})
    on conflict do nothing`);
  if (made === 0) {
    await assertSame(tx, vault, id, content);
    return false;
  }
  const usable = await tx.rows<{ id: string }>(sql`
    select x.id from import_batch x where x.id = any(${[...run.batches]}::uuid[]) and x.state = 'done'
      and x.region = ${run.region} and ${inReach(reach, 'x')} for share`);
  if (usable.length !== new Set(run.batches).size) throw intakeRefusal('RUN-202');
  await tx.run(sql`insert into run_batch (run_id, batch_id)
    select ${id}, b from unnest(${[...new Set(run.batches)]}::uuid[]) as b`);
  return true;
}

async function assertSame(
  tx: Transaction,
  vault: Vault,
  id: string,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  const stored = await tx.find<{ request_hash: Buffer | null }>(
    sql`select request_hash from run where id = ${id}`,
  );
  const hash = stored?.request_hash ?? null;
  if (hash === null || !requestHashes(vault, content).some((one) => one.equals(hash)))
    throw intakeRefusal('RUN-201');
}

/** Ties a run to the job that carries it out. */
export async function setRunJob(tx: Transaction, id: string, jobId: string): Promise<void> {
  await tx.run(sql`update run set job_id = ${jobId} where id = ${id}`);
}

/** The run, or null when it is not there or out of reach. */
export function findRun(tx: Transaction, reach: Reach, id: string): Promise<RunRow | null> {
  return tx.find<RunRow>(sql`select ${columns} from ${source} where x.id = ${id} and ${inReach(reach, 'x')}`);
}

/** Ids of the batches of a run. */
export async function batchesOf(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`select batch_id as id from run_batch where run_id = ${runId} order by batch_id`,
  );
  return rows.map((row) => row.id);
}

/** Runs, the newest first. @param after the last one seen */
export function listRuns(
  tx: Transaction,
  reach: Reach,
  filter: { readonly states: readonly string[]; readonly campaignId: string | null },
  page: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<(RunRow & { readonly sort_key: string })[]> {
  const conditions = [inReach(reach, 'x')];
  if (filter.states.length > 0) conditions.push(sql`x.state = any(${[...filter.states]}::text[])`);
  if (filter.campaignId !== null) conditions.push(sql`x.campaign_id = ${filter.campaignId}`);
  if (page.after !== null)
    conditions.push(
      sql`(x.created_at < ${page.after.at}::timestamptz or (x.created_at = ${page.after.at}::timestamptz and x.id > ${page.after.id}))`,
    );
  return tx.rows(sql`
    select ${columns}, to_char(x.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
    from ${source} where ${every(conditions)} order by x.created_at desc, x.id limit ${page.limit}`);
}

/** What became of a run. One that has ended stays as it is. */
export async function endRun(
  tx: Transaction,
  id: string,
  ended: {
    readonly state: 'done' | 'failed' | 'cancelled';
    readonly report: object;
    readonly asOf?: string;
    readonly packVersion?: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run(sql`update run set state = ${ended.state}, report = ${JSON.stringify(ended.report)}::jsonb,
    as_of = coalesce(${ended.asOf ?? null}::date, as_of), pack_version = ${ended.packVersion ?? null},
    ended_at = ${ended.at}, version = version + 1 where id = ${id} and state = 'waiting'`);
}
