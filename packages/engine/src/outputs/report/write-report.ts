import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { readReportFacts } from './report-facts.ts';
import { reportPage } from './report-page.ts';

/**
 * Writes 报告.html into `dir`: one self-contained page, both languages, no ID number, masked names. Reads
 * aggregates only, so page and memory stay small however many leads there are. Returns the file's path.
 */
export async function writeReport(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<string> {
  const path = join(dir, '报告.html');
  await writeFile(path, reportPage(await readReportFacts(db), meta), { encoding: 'utf8', mode: 0o600 });
  return path;
}
