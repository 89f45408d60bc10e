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
import type { Engine } from './open-engine.ts';
import type { RunMeta } from './run-meta.ts';
import type { Progress } from './run-options.ts';

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly write: (db: DuckDBConnection, dir: string, meta: RunMeta) => Promise<unknown>;
}

const listOf = (grade: 'lead' | 'screening', name: string): Step => ({
  zh: name,
  en: name,
  write: (db, dir, meta) => writeLeadsCsv(db, join(dir, name), { ...meta, grade }),
});

/** Two rows of files of about equal work. */
const lanes: readonly [readonly Step[], readonly Step[]] = [
  [
    listOf('lead', 'leads.csv'),
    listOf('screening', 'screening.csv'),
    { zh: '疑点台账', en: 'ledger of leads', write: writeLedger },
    { zh: '底册', en: 'base rolls', write: writeBaseRolls },
    { zh: '统计', en: 'statistics', write: writeStatistics },
    { zh: '报告', en: 'report', write: writeReport },
    { zh: '本地参数', en: 'local numbers', write: (_db, dir, meta) => writeOverlayTemplate(dir, meta) },
  ],
  [
    { zh: '乡镇', en: 'town workbooks', write: writeTowns },
    { zh: '限阅', en: 'restricted leads', write: writeRestricted },
    { zh: '比对名单', en: 'lists for departments', write: writeDepartmentLists },
  ],
];

const [from, to] = [0.84, 0.99];

/**
 * Writes every result of a run into `dir`, two files at a time, each lane with a connection of its own: while one
 * waits for the database or for its file to be packed, the other has rows to write. An abort, or the failure of one
 * lane, takes effect in the other between two files.
 */
export async function writeOutputs(
  { db, reader }: Pick<Engine, 'db' | 'reader'>,
  dir: string,
  meta: RunMeta,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const all = lanes.flat().length;
  let begun = 0;
  let failed = false;
  const write = async (connection: DuckDBConnection, steps: readonly Step[]): Promise<void> => {
    for (const step of steps) {
      signal.throwIfAborted();
      if (failed) return;
      progress.stage(step.zh, step.en, from + ((to - from) * begun) / all);
      begun += 1;
      try {
        await step.write(connection, dir, meta);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  // Both lanes come to rest before a failure is told: whoever hears of it clears the folder away.
  const ends = await Promise.allSettled([write(db, lanes[0]), write(reader, lanes[1])]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
