import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { writeAnnex1, writeAnnex2 } from './annexes.ts';
import { writeCohortBook } from './cohort-book.ts';
import { collectCohorts } from './cohorts.ts';

/**
 * Writes `底册/` into `dir`: everyone, with or without a lead. 四类人群底册.xlsx has S1's four cohorts and the
 * baseline by village to sign; 附件1 and 附件2 are S3's forms, in Chinese only, as the notice prints them.
 * Numbers of people are masked unless the run was asked for them in full.
 */
export async function writeBaseRolls(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<void> {
  const folder = join(dir, '底册');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await collectCohorts(db, meta.asOf);
  await writeCohortBook(db, join(folder, '四类人群底册.xlsx'), meta);
  await writeAnnex1(db, join(folder, '附件1_社会救助家庭排查情况统计表（在保）.xlsx'), meta);
  await writeAnnex2(db, join(folder, '附件2_社会救助家庭排查情况统计表（审批未通过）.xlsx'), meta);
  await db.run('DROP TABLE IF EXISTS base_roll');
  await db.run('DROP TABLE IF EXISTS annex_remark');
}
