import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { writeBaseRolls } from '../outputs/base-rolls/write-base-rolls.ts';
import { writeDepartmentLists } from '../outputs/department-lists/write-department-lists.ts';
import { writeLeadsCsv } from '../outputs/leads-csv.ts';
import { writeLedger } from '../outputs/ledger/write-ledger.ts';
import { writeReport } from '../outputs/report/write-report.ts';
import { writeRestricted } from '../outputs/restricted/write-restricted.ts';
import { writeStatistics } from '../outputs/statistics/write-statistics.ts';
import { writeTowns } from '../outputs/towns/write-towns.ts';
import { writeOverlayTemplate } from './overlay-template.ts';
import type { RunMeta } from './run-meta.ts';
import type { Progress } from './run-options.ts';

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly write: (db: DuckDBConnection, dir: string, meta: RunMeta) => Promise<unknown>;
}

const steps: readonly Step[] = [
  {
    zh: 'leads.csv',
    en: 'leads.csv',
    write: (db, dir, meta) => writeLeadsCsv(db, join(dir, 'leads.csv'), { ...meta, grade: 'lead' }),
  },
  {
    zh: 'screening.csv',
    en: 'screening.csv',
    write: (db, dir, meta) => writeLeadsCsv(db, join(dir, 'screening.csv'), { ...meta, grade: 'screening' }),
  },
  { zh: '疑点台账', en: 'ledger of leads', write: writeLedger },
  { zh: '乡镇', en: 'town workbooks', write: writeTowns },
  { zh: '限阅', en: 'restricted leads', write: writeRestricted },
  { zh: '底册', en: 'base rolls', write: writeBaseRolls },
  { zh: '比对名单', en: 'lists for departments', write: writeDepartmentLists },
  { zh: '统计', en: 'statistics', write: writeStatistics },
  { zh: '报告', en: 'report', write: writeReport },
  { zh: '本地参数', en: 'local numbers', write: (_db, dir, meta) => writeOverlayTemplate(dir, meta) },
];

const from = 0.84;

/** Writes every result of a run into `dir`. An abort takes effect between two files. */
export async function writeOutputs(
  db: DuckDBConnection,
  dir: string,
  meta: RunMeta,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  for (const [at, step] of steps.entries()) {
    signal.throwIfAborted();
    progress.stage(step.zh, step.en, from + ((0.99 - from) * at) / steps.length);
    await step.write(db, dir, meta);
  }
}
