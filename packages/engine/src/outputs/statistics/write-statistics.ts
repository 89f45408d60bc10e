import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { sayIn } from '../lead-words.ts';
import { createWorkbook } from '../write-xlsx.ts';
import { writeKeyPlaces } from './key-places.ts';
import { writeReadAloud } from './read-aloud.ts';
import { writeRulesByTown } from './rules-by-town.ts';

/**
 * Writes 统计.xlsx into `dir`: what a leader can read aloud, rules by town in households, persons and money on
 * one page, and the towns and villages to sample first. Counts only, nobody is named. Returns the path.
 */
export async function writeStatistics(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<string> {
  const path = join(dir, '统计.xlsx');
  const title = sayIn(meta.lang)('统计', 'Statistics');
  const book = createWorkbook(path, { title, createdOn: meta.asOf, lang: meta.lang });
  await writeReadAloud(db, book, meta);
  await writeRulesByTown(db, book, meta);
  await writeKeyPlaces(db, book, meta);
  await book.close();
  return path;
}
