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
  const text = readFileSync(join(policyFolder, 'tables', 'code-words.csv'), 'utf8');
  const words = new Map<string, { zh: string; en: string }>();
  for (const row of Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data) {
    const { code = '', zh = '', en = '' } = row;
    words.set(code, { zh, en });
  }
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
