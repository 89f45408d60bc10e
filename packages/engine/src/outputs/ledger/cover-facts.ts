import type { DuckDBConnection } from '@duckdb/node-api';
import { type Counts, countLeads, noCounts } from '../statistics/count-leads.ts';
import { integer, streamRows } from '../stream-rows.ts';
import { ACTIVE_LEAD } from '../lead-sheet.ts';

/** What the cover says. */
export interface CoverFacts {
  readonly families: ReadonlyMap<string, Counts>;
  /** By side: who may have been missed, who may be paid wrongly, identity and standards. */
  readonly sides: Readonly<Record<'omission' | 'wrong' | 'data', Counts>>;
  readonly screening: number;
  readonly restricted: number;
  readonly quiet: number;
  /** Against the previous run; null when there was none. */
  readonly changes: Readonly<Record<'new' | 'same' | 'gone', number>> | null;
}

/** Reads the counts of the cover from the lead table. */
export async function coverFacts(db: DuckDBConnection): Promise<CoverFacts> {
  const families = await countsBy(db, 'family');
  const sides = await countsBy(db, 'side');
  const totals = await oneRow(
    db,
    `select count(*) filter (grade = 'screening') as screening,
      count(*) filter (${ACTIVE_LEAD} and restricted) as restricted,
      count(*) filter (grade = 'lead' and quiet) as quiet, count(*) filter (grade = 'lead' and change = 'new') as new,
      count(*) filter (grade = 'lead' and change = 'same') as same,
      count(*) filter (grade = 'lead' and change = 'gone') as gone, count(change) as compared from lead`,
  );
  const count = (name: string): number => totals[name] ?? 0;
  return {
    families,
    sides: {
      omission: sides.get('omission') ?? noCounts,
      wrong: sides.get('inclusion') ?? noCounts,
      data: sides.get('other') ?? noCounts,
    },
    screening: count('screening'),
    restricted: count('restricted'),
    quiet: count('quiet'),
    changes: count('compared') > 0 ? { new: count('new'), same: count('same'), gone: count('gone') } : null,
  };
}

async function countsBy(db: DuckDBConnection, by: 'family' | 'side'): Promise<Map<string, Counts>> {
  return new Map((await countLeads(db, [by])).map((counts) => [counts.key[0] ?? '', counts]));
}

async function oneRow(db: DuckDBConnection, sql: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for await (const row of streamRows(db, sql)) {
    for (const name of Object.keys(row)) found[name] = integer(row, name) ?? 0;
  }
  return found;
}
