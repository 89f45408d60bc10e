import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { LookAlikes } from '@yangguang/domain/words/name-compare';
import { quoted, valueOf } from '../dataset/sql-engine.ts';
import type { Progress } from '../run/run-options.ts';
import { writeClusters } from './decide/write-clusters.ts';
import { makeMacros } from './fields/make-sides.ts';
import { openTable } from './fields/open-table.ts';
import { readFiles } from './fields/read-files.ts';
import { readJudgements } from './fields/read-sources.ts';
import { linkTables } from './link-tables.ts';
import { readModel } from './model/shipped.ts';
import type { Plan } from './plan/plan.ts';
import { explainPair, type Finished, makeReport } from './describe/make-report.ts';
import type { LinkReport, PairInWords } from './report/link-report.ts';

/** What `yangguang link` and `yangguang dedupe` do. Paths are absolute. */
export interface LinkJob {
  readonly left: string;
  /** Null: the left table is compared with itself. */
  readonly right: string | null;
  readonly plan: Plan;
  readonly out: string;
  /** Private folder for everything intermediate. */
  readonly workFolder: string;
  /**
   * Files that were read and values that were normalised stay in the folder, and a later run with the same plan and the
   * same files begins from there. False when absent.
   */
  readonly keepsSources?: boolean;
  /** Rows from which the right file is large, so that only rows near the left ones are read; usual when absent. */
  readonly nearFrom?: number;
  /** For the whole process, such as '800MB', from 700MB on; the SQL engine spills into the folder beyond its part of it. */
  readonly memoryLimit: string;
  /** CSV of id_left, id_right, verdict, at; or null. */
  readonly judgements: string | null;
  /** Folder of the shipped models. */
  readonly models: string;
  readonly looks: LookAlikes;
  /** A pair to tell in words. */
  readonly explain: readonly [string, string] | null;
  /** Seconds on a clock that only runs forward. */
  readonly elapsed: () => number;
}

export interface LinkOutcome {
  readonly report: LinkReport;
  /** Null when none was asked for, or the two were never compared. */
  readonly explained: PairInWords | null;
}

/**
 * Links two files, or finds the duplicates in one: reads, normalises, compares, decides, writes `out` (`pairs.csv` or
 * `clusters.csv`), which appears whole or not at all. The same rows in another order give the same bytes.
 */
export async function linkFiles(job: LinkJob, progress: Progress, signal: AbortSignal): Promise<LinkOutcome> {
  await mkdir(job.workFolder, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: engineMemory(job.memoryLimit),
    threads: '2',
    temp_directory: join(job.workFolder, 'spill'),
    preserve_insertion_order: 'false',
    // Statements here join in the order they are written: the optimiser would begin with pairs of small tables that differ.
    disabled_optimizers: 'join_order',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const db = await instance.connect();
  const stop = (): void => db.interrupt();
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    return await run(db, job, progress);
  } finally {
    signal.removeEventListener('abort', stop);
    db.closeSync();
    instance.closeSync();
  }
}

/** What the SQL engine itself may use: names are read and compared beside it, which takes some 300 MB. */
export function engineMemory(limit: string): string {
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(MB|GB)$/i.exec(limit) ?? [];
  if (count === '') return limit;
  const megabytes = Number(count) * (unit.toUpperCase() === 'GB' ? 1000 : 1);
  return `${Math.round(Math.max(Math.min(megabytes, 400), megabytes * 0.6))}MB`;
}

async function run(db: DuckDBConnection, job: LinkJob, progress: Progress): Promise<LinkOutcome> {
  const { plan } = job;
  const isLink = job.right !== null;
  const { phases, phase } = timePhases(job.elapsed);
  const shipped = await readModel(job.models, plan.model);
  await makeMacros(db);
  const whole = await readFiles(db, {
    ...job,
    keepsSources: job.keepsSources ?? false,
    nearFrom: job.nearFrom ?? null,
    progress,
    phase,
  });
  await readJudgements(db, plan, await judgementView(db, job), isLink);
  const task = { plan, isLink, looks: job.looks, shipped, ...(whole === null ? {} : { whole }) };
  const linked = await linkTables(db, task, (zh, en, fraction) =>
    progress.stage(zh, en, 0.3 + 0.6 * fraction),
  );
  phase('比较', 'Comparing');
  progress.stage('写出结果', 'Writing', 0.95);
  const clusters = isLink ? null : await writeClusters(db, plan, `${job.out}.part`);
  if (isLink) await writePairs(db, `${job.out}.part`);
  phase('写出结果', 'Writing');
  const report = await reportOf(db, job, { linked, clusters, phases, whole });
  const explained = job.explain === null ? null : await explainPair(db, plan, isLink, linked, job.explain);
  await rename(`${job.out}.part`, job.out);
  progress.done();
  return { report, explained };
}

async function reportOf(
  db: DuckDBConnection,
  job: LinkJob,
  done: Pick<Finished, 'linked' | 'clusters' | 'phases'> & {
    readonly whole: { readonly records: number } | null;
  },
): Promise<LinkReport> {
  const { whole, ...rest } = done;
  const names = [job.left, ...(job.right === null ? [] : [job.right])].map((file) => basename(file));
  const report = await makeReport(db, { plan: job.plan, isLink: job.right !== null, names, ...rest });
  // All rows of the file were looked at, whether or not they were kept.
  const right = report.right && { ...report.right, records: whole?.records ?? report.right.records };
  return { ...report, right };
}

/** The steps with the seconds each took; `phase` is called as one ends. */
function timePhases(elapsed: () => number): {
  readonly phases: LinkReport['phases'][number][];
  readonly phase: (zh: string, en: string) => void;
} {
  const phases: LinkReport['phases'][number][] = [];
  let began = elapsed();
  const phase = (zh: string, en: string): void => {
    phases.push({ name: { zh, en }, seconds: elapsed() - began });
    began = elapsed();
  };
  return { phases, phase };
}

async function judgementView(db: DuckDBConnection, job: LinkJob): Promise<string | null> {
  if (job.judgements === null) return null;
  const columns = await openTable(db, job.judgements, 'file_judgement', job.workFolder);
  await db.run(
    `create or replace view judged as select id_left, id_right, verdict, ${columns.includes('at') ? '"at"' : 'null::varchar'} as judged_at from file_judgement`,
  );
  return 'judged';
}

/** Links in the order of both ids. */
async function writePairs(db: DuckDBConnection, path: string): Promise<void> {
  await rm(path, { force: true });
  await valueOf(
    db,
    `copy (select l._id as id_left, r._id as id_right, d.score, d.probability, d.tier
    from decided d join side_l l on l.rid = d.l join side_r r on r.rid = d.r
    where d.tier in ('same', 'likely') order by d.l, d.r) to ${quoted(path)} (header, delimiter ',')`,
  );
}
