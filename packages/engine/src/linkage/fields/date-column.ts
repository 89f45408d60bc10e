import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { parseDate } from '@yangguang/domain/words/date';
import { ColumnWriter, streamColumn } from './columns.ts';

/** `dates_<name>(raw, digits)`: every distinct text as eight digits, impossible dates included. */
export async function readDates(
  db: DuckDBConnection,
  name: string,
  tables: readonly string[],
): Promise<void> {
  await db.run(`create or replace table dates_${name} (raw varchar, digits varchar)`);
  const writer = await ColumnWriter.open(db, `dates_${name}`, [VARCHAR, VARCHAR]);
  const all = tables.map((table) => `select ${name}_raw as raw from ${table} where ${name}_raw is not null`);
  for await (const raws of streamColumn(db, `select distinct raw from (${all.join(' union all ')})`))
    for (const raw of raws) if (typeof raw === 'string') writer.put([raw, dateDigits(raw)]);
  writer.close();
}

/** A date as eight digits, impossible ones included; null when it cannot be read. */
export function dateDigits(raw: string): string | null {
  const text = raw.trim();
  if (/^\d{8}$/.test(text)) return text;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return `${iso[1]}${iso[2]?.padStart(2, '0')}${iso[3]?.padStart(2, '0')}`;
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (dayFirst !== null)
    return `${dayFirst[3]}${dayFirst[2]?.padStart(2, '0')}${dayFirst[1]?.padStart(2, '0')}`;
  return parseDate(text).on?.replaceAll('-', '') ?? null;
}
