import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { appendText } from '../dataset/sql-engine.ts';
import type { Source } from '../import/source.ts';

/**
 * Table `code_word(code, zh, en)`: the words sentences use for codes. The pack's own list comes first; tables and
 * their category codes fill the rest, so a new code is readable at once.
 */
export async function loadCodeWords(
  db: DuckDBConnection,
  policyFolder: string,
  sources: readonly Source[],
): Promise<void> {
  const words = readCodeWords(policyFolder);
  for (const source of sources) {
    if (!words.has(source.table)) words.set(source.table, { zh: source.zh, en: source.en });
  }
  await db.run('create or replace table code_word (code varchar, zh varchar, en varchar)');
  await appendText(
    db,
    'code_word',
    [...words].map(([code, { zh, en }]) => [code, zh, en]),
  );
}

/** The pack's own words for codes, by code. */
export function readCodeWords(policyFolder: string): Map<string, { zh: string; en: string }> {
  const text = readFileSync(join(policyFolder, 'tables', 'code-words.csv'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return new Map(data.map(({ code = '', zh = '', en = '' }) => [code, { zh, en }]));
}
