import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../../run/run-options.ts';
import type { Plan } from '../plan/plan.ts';
import { fingerprint, KeptStages, sideTables, type Stage, stageKey } from './kept-stages.ts';
import { makeSides } from './make-sides.ts';
import { findNearRows, forgetNearKeys, type NearRows } from './near-rows.ts';
import { openTable } from './open-table.ts';
import { type OpenedFile, readSource, type SideName } from './read-sources.ts';

/** What is read, and where to. */
export interface FilesToRead {
  readonly left: string;
  readonly right: string | null;
  readonly plan: Plan;
  readonly workFolder: string;
  /** Finished stages stay in the folder and are taken from there. */
  readonly keepsSources: boolean;
  /** Rows from which a right file is large; null for what is usual. */
  readonly nearFrom: number | null;
  readonly progress: Progress;
  /** Told when the files are read, and when their values are normalised. */
  readonly phase: (zh: string, en: string) => void;
}

/** The part of a large right file that was read. */
export interface WholeFile {
  /** A fair sample of the file, with columns and record numbers as `side_r`. */
  readonly sample: string;
  /** Rows of the file. */
  readonly records: number;
}

type Kept = Pick<NearRows, 'records' | 'isSample' | 'isRounded'> | null;

/**
 * Reads the files and makes `side_l` and `side_r` of them; a large right file only as far as `findNearRows` tells.
 * @returns what the right file was where only a part of it was read, else null
 */
export async function readFiles(db: DuckDBConnection, what: FilesToRead): Promise<WholeFile | null> {
  const { plan, right, progress } = what;
  const stages = await stagesOf(what);
  const sides = await taken(db, what, stages.sides, '规范化的两表', 'the normalised tables');
  if (sides !== null) {
    what.phase('读取', 'Reading');
    return sides.told as WholeFile | null;
  }
  await readLeft(db, what, stages.left);
  const near = right === null ? null : await readRight(db, what, right, stages.right);
  what.phase('读取', 'Reading');
  progress.stage('规范化', 'Normalising', 0.2);
  const tables = right === null ? (['src_l'] as const) : (['src_l', 'src_r'] as const);
  await makeSides(db, plan, tables, {}, near?.isRounded ?? null);
  const whole = near === null ? null : await makeSample(db, near);
  await put(db, what, stages.sides, await sideTables(db), whole);
  what.phase('规范化', 'Normalising');
  return whole;
}

async function readLeft(db: DuckDBConnection, what: FilesToRead, stage: Stage): Promise<void> {
  what.progress.file(basename(what.left), 0.02);
  if ((await taken(db, what, stage, basename(what.left), basename(what.left))) !== null) return;
  await readSource(db, what.plan, await opened(db, 'left', what.left, what.workFolder));
  await put(db, what, stage, ['src_l'], null);
}

async function readRight(
  db: DuckDBConnection,
  what: FilesToRead,
  right: string,
  stage: Stage,
): Promise<Kept> {
  what.progress.file(basename(right), 0.12);
  const kept = await taken(db, what, stage, basename(right), basename(right));
  if (kept !== null) return kept.told as Kept;
  const file = await opened(db, 'right', right, what.workFolder);
  const near = await findNearRows(db, what.plan, file, what.nearFrom);
  await readSource(db, what.plan, near === null ? file : { ...file, view: near.view });
  await forgetNearKeys(db);
  await put(db, what, stage, ['src_r'], near);
  return near;
}

async function makeSample(
  db: DuckDBConnection,
  { records, isSample }: NonNullable<Kept>,
): Promise<WholeFile> {
  await db.run(`create or replace table sample_r as
    select s.* replace ((row_number() over (order by s.rid))::integer as rid) from side_r s where ${isSample}`);
  return { sample: 'sample_r', records };
}

async function stagesOf(what: FilesToRead): Promise<Record<Stage['name'], Stage>> {
  const { plan, nearFrom } = what;
  const files = [what.left, ...(what.right === null ? [] : [what.right])];
  const [left, right] = what.keepsSources ? await Promise.all(files.map(fingerprint)) : [];
  const of = (name: Stage['name'], ...parts: readonly unknown[]): Stage => ({
    name,
    key: stageKey(name, plan, ...parts),
  });
  return {
    left: of('left', left),
    right: of('right', left, right, nearFrom),
    sides: of('sides', left, right ?? null, nearFrom),
  };
}

async function taken(
  db: DuckDBConnection,
  what: FilesToRead,
  stage: Stage,
  zh: string,
  en: string,
): Promise<{ readonly told: unknown } | null> {
  if (!what.keepsSources) return null;
  const found = await new KeptStages(what.workFolder).take(db, stage);
  if (found !== null) what.progress.stage(`沿用上次读好的：${zh}`, `Taken from the last run: ${en}`, 0.15);
  return found;
}

async function put(
  db: DuckDBConnection,
  what: FilesToRead,
  stage: Stage,
  tables: readonly string[],
  told: unknown,
): Promise<void> {
  if (what.keepsSources) await new KeptStages(what.workFolder).put(db, stage, tables, told);
}

async function opened(
  db: DuckDBConnection,
  side: SideName,
  file: string,
  folder: string,
): Promise<OpenedFile> {
  const view = `file_${side}`;
  return { side, view, name: basename(file), columns: await openTable(db, file, view, folder) };
}
