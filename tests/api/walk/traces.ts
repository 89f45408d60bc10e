import type { TestOffice } from '@yangguang/server/test-office';
import { plainSql } from '@yangguang/store/scope-rows';
import { sql } from '@yangguang/store/sql';
import { numbersOf, type Place } from './walk-place.ts';

/** Tables that grow or change with every request, whoever sends it. */
const busy: ReadonlySet<string> = new Set([
  'read_log',
  'read_seal',
  'session',
  'chain_head',
  'address_lock',
  'account',
  'job',
  'export_entry',
]);

/** What is written about requests, not by them. */
const log: ReadonlySet<string> = new Set(['read_log', 'read_seal', 'chain_head', 'job', 'export_entry']);

/** Every row of every table, by table, as an administrator of the database sees it. */
export async function readEverything(t: TestOffice): Promise<Map<string, object[]>> {
  return t.office.db.asOwner(async (tx) => {
    const tables = await tx.rows<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const all = new Map<string, object[]>();
    for (const { name } of tables)
      all.set(name, await tx.rows(plainSql(`select to_jsonb(t) as row from ${name} t order by t::text`)));
    return all;
  });
}

/** The same without the tables that change with every request: equal when nothing was written. */
export function quietPart(everything: ReadonlyMap<string, object[]>): Record<string, object[]> {
  return Object.fromEntries([...everything].filter(([table]) => !busy.has(table)));
}

/** What of a household lies encrypted in the database: its numbers and names, and an amount, in the clear. */
export function hiddenTexts(place: Place): string[] {
  return [place.mark, ...place.mark, ...Object.values(numbersOf(place)), String(place.amountFen)];
}

/**
 * Texts that came into the database between two looks and were nowhere before: ids, names, titles, hashes. Whatever a
 * new table holds is among them.
 */
export function newTexts(
  before: ReadonlyMap<string, object[]>,
  after: ReadonlyMap<string, object[]>,
): string[] {
  const old = new Set(
    [...before].filter(([table]) => table !== 'read_log').flatMap(([, rows]) => textsIn(rows)),
  );
  // Jobs are of the whole server: whoever keeps it running sees their ids, and nothing of what they are about.
  for (const id of textsIn((after.get('job') ?? []).map((row) => (row as { row: { id: string } }).row.id)))
    old.add(id);
  const found = new Set<string>();
  for (const [table, rows] of after) {
    if (log.has(table)) continue;
    for (const text of textsIn(rows)) if (!old.has(text)) found.add(text);
  }
  return [...found];
}

/** Texts long enough to be told from chance, and no plain words: those are vocabulary. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length < 6 || isCommon.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const isCommon = /^[A-Za-z._]*$|^\d{4}-\d\d-\d\d/;
