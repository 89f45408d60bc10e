import type { Reach, Transaction } from '../database.ts';
import { requestHash, requestHashes } from '../journal/request-hash.ts';
import { inReach } from '../matter/in-reach.ts';
import { intakeRefusal } from '../run/intake-refusals.ts';
import { every, type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { beginReading, endReading } from './import-reading.ts';

export type BatchState = 'open' | 'waiting' | 'done' | 'failed' | 'cancelled' | 'revoked';

/** Files that were taken in together, with how far reading them is. */
export interface BatchRow {
  readonly id: string;
  readonly region: string;
  readonly campaign_id: string | null;
  readonly title: string;
  readonly state: BatchState;
  readonly job_id: string | null;
  readonly private: Buffer | null;
  readonly report: unknown;
  readonly opened_by: string | null;
  readonly opened_at: Date;
  readonly ended_at: Date | null;
  readonly revoked_by: string | null;
  readonly revoked_at: Date | null;
  readonly revoke_reason: string | null;
  /** The batch that took its place. */
  readonly replaced_by: string | null;
  /** The reading that counts; 0: none came to a result, or none was written down. */
  readonly reading_no: number;
  /** Acts that are laid over the files in it. */
  readonly acts_applied: number;
  readonly version: number;
  readonly job_state: string | null;
  readonly progress: number | null;
  readonly stage_zh: string | null;
  readonly stage_en: string | null;
}

const columns: Sql = sql`x.id, x.region, x.campaign_id, x.title, x.state, x.job_id, x.private, x.report, x.opened_by,
  x.opened_at, x.ended_at, x.revoked_by, x.revoked_at, x.revoke_reason, x.replaced_by, x.reading_no, x.acts_applied, x.version, j.state as job_state, j.progress,
  j.stage_zh, j.stage_en`;
const source: Sql = sql`import_batch x left join job j on j.id = x.job_id`;

/** A batch to open. */
export interface NewBatch {
  readonly id: string;
  /** 6 digits */
  readonly region: string;
  readonly title: string;
  readonly campaignId: string | null;
  readonly by: string;
  readonly at: Date;
}

/**
 * Opens a batch. Sent again, there is still one.
 * @throws UserError BAT-101 the id stands for another one · BAT-108 no such county
 */
export async function openBatch(tx: Transaction, vault: Vault, batch: NewBatch): Promise<void> {
  const { id, region, title, campaignId, by, at } = batch;
  if (!(await isCounty(tx, region))) throw intakeRefusal('BAT-108');
  const content = { region, title, campaignId, by };
  const hash = requestHash(vault, content);
  const made = await tx.run(sql`
    insert into import_batch (id, region, title, campaign_id, state, request_hash, opened_by, opened_at)
    values (${id}, ${region}, ${title}, ${campaignId}, 'open', ${hash}, ${by}, ${at}) on conflict do nothing`);
  if (made === 1) return;
  const stored = await tx.find<{ request_hash: Buffer }>(
    sql`select request_hash from import_batch where id = ${id}`,
  );
  if (stored === null || !requestHashes(vault, content).some((one) => one.equals(stored.request_hash)))
    throw intakeRefusal('BAT-101');
}

async function isCounty(tx: Transaction, region: string): Promise<boolean> {
  return (
    /^\d{6}$/.test(region) &&
    (await tx.find(sql`select 1 as found from division where code = ${region}`)) !== null
  );
}

/** The batch, or null when it is not there or out of reach. */
export function findBatch(tx: Transaction, reach: Reach, id: string): Promise<BatchRow | null> {
  return tx.find<BatchRow>(
    sql`select ${columns} from ${source} where x.id = ${id} and ${inReach(reach, 'x')}`,
  );
}

/** The same, held until the transaction ends. */
export async function lockBatch(tx: Transaction, reach: Reach, id: string): Promise<BatchRow | null> {
  await tx.run(sql`select 1 from import_batch x where x.id = ${id} and ${inReach(reach, 'x')} for update`);
  return findBatch(tx, reach, id);
}

/** Batches, the newest first. @param after the last one seen */
export function listBatches(
  tx: Transaction,
  reach: Reach,
  filter: { readonly states: readonly string[]; readonly campaignId: string | null },
  page: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<(BatchRow & { readonly sort_key: string })[]> {
  const conditions = [inReach(reach, 'x')];
  if (filter.states.length > 0) conditions.push(sql`x.state = any(${[...filter.states]}::text[])`);
  if (filter.campaignId !== null) conditions.push(sql`x.campaign_id = ${filter.campaignId}`);
  if (page.after !== null)
    conditions.push(
      sql`(x.opened_at < ${page.after.at}::timestamptz or (x.opened_at = ${page.after.at}::timestamptz and x.id > ${page.after.id}))`,
    );
  return tx.rows(sql`
    select ${columns}, to_char(x.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
    from ${source} where ${every(conditions)} order by x.opened_at desc, x.id limit ${page.limit}`);
}

/** Batches of a county that a run can use, the newest first: all of them, a campaign's, or those named. */
export function listUsableBatches(
  tx: Transaction,
  reach: Reach,
  filter: { readonly region: string; readonly campaignId: string | null; readonly ids: readonly string[] },
): Promise<BatchRow[]> {
  const conditions = [inReach(reach, 'x'), sql`x.state = 'done'`, sql`x.region = ${filter.region}`];
  if (filter.campaignId !== null) conditions.push(sql`x.campaign_id = ${filter.campaignId}`);
  if (filter.ids.length > 0) conditions.push(sql`x.id = any(${[...filter.ids]}::uuid[])`);
  return tx.rows<BatchRow>(sql`
    select ${columns} from ${source} where ${every(conditions)} order by x.opened_at desc, x.id limit 500`);
}

/** Hands a batch that is locked to the job that reads it: for the first time, or once more. */
export async function startBatch(
  tx: Transaction,
  batch: Pick<BatchRow, 'id' | 'region'>,
  started: {
    readonly jobId: string;
    readonly private: Buffer | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await beginReading(tx, batch, { accountId: started.by, at: started.at });
  await tx.run(sql`update import_batch set state = 'waiting', job_id = ${started.jobId}, private = ${started.private},
    version = version + 1 where id = ${batch.id}`);
}

/**
 * What became of reading it. When a reading before came to a result and this one does not, that result still counts. A
 * batch that was revoked meanwhile stays so.
 * @returns whether this reading is the one that counts now
 */
export async function endBatch(
  tx: Transaction,
  id: string,
  ended: { readonly state: 'done' | 'failed' | 'cancelled'; readonly report: object; readonly at: Date },
): Promise<boolean> {
  const reading = await endReading(tx, id, ended);
  if (ended.state !== 'done') {
    const stays = await tx.run(sql`update import_batch set state = 'done', version = version + 1
      where id = ${id} and state = 'waiting' and reading_no > 0`);
    if (stays === 1) return false;
  }
  const no = ended.state === 'done' ? (reading?.no ?? 1) : 0;
  const changed = await tx.run(sql`update import_batch set state = ${ended.state}, ended_at = ${ended.at},
    report = ${JSON.stringify(ended.report)}::jsonb, reading_no = ${no}, acts_applied = ${reading?.acts ?? 0},
    version = version + 1 where id = ${id} and state = 'waiting'`);
  return changed === 1;
}

/**
 * Takes a batch back: no run may use it any more, and the contents of its files go. Names and hashes stay, so that what
 * was found with them can still be traced.
 * @returns keys of the contents, to be removed when the transaction is committed
 * @throws UserError BAT-107
 */
export async function revokeBatch(
  tx: Transaction,
  batch: Pick<BatchRow, 'id' | 'state'>,
  by: {
    readonly accountId: string;
    readonly reason: string;
    readonly replacedBy: string | null;
    readonly at: Date;
  },
): Promise<string[]> {
  if (batch.state === 'waiting' || (await isInUse(tx, batch.id))) throw intakeRefusal('BAT-107');
  const files = await tx.rows<{ key: string }>(sql`
    select storage_key as key from import_file where batch_id = ${batch.id} and storage_key is not null`);
  await tx.run(sql`update import_file set storage_key = null where batch_id = ${batch.id}`);
  await tx.run(sql`update import_act set private = null where batch_id = ${batch.id}`);
  await tx.run(sql`update import_batch set state = 'revoked', private = null, revoked_by = ${by.accountId},
    revoked_at = ${by.at}, revoke_reason = ${by.reason}, replaced_by = ${by.replacedBy}, version = version + 1 where id = ${batch.id}`);
  return files.map((file) => file.key);
}

async function isInUse(tx: Transaction, id: string): Promise<boolean> {
  const used = await tx.rows(sql`
    select 1 from run_batch b join run r on r.id = b.run_id where b.batch_id = ${id} and r.state = 'waiting' limit 1`);
  return used.length > 0;
}

/** Runs over a batch, and how many leads that they were the first to find are still open. */
export function runsOver(
  tx: Transaction,
  batchId: string,
): Promise<{ readonly runId: string; readonly state: string; readonly openLeads: number }[]> {
  return tx.rows(sql`
    select r.id as "runId", r.state, (select count(*)::integer from lead x join matter m on m.id = x.matter_id
      where x.run_id = r.id and not m.is_ended) as "openLeads"
    from run_batch b join run r on r.id = b.run_id where b.batch_id = ${batchId} order by r.created_at, r.id`);
}
