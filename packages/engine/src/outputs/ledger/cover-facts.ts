import type { DuckDBConnection } from '@duckdb/node-api';
import { integer, streamRows, text } from '../stream-rows.ts';
import { ACTIVE_LEAD } from '../lead-sheet.ts';

/** Counts of a set of leads; `amountFen` adds the leads' amounts, the same money may stand in several. */
export interface LeadCounts {
  readonly serious: number;
  readonly suspect: number;
  readonly info: number;
  readonly leads: number;
  readonly households: number;
  readonly persons: number;
  readonly amountFen: number;
}

/** What the cover says. */
export interface CoverFacts {
  readonly families: ReadonlyMap<string, LeadCounts>;
  /** By side: who may have been missed, who may be paid wrongly, identity and standards. */
  readonly sides: Readonly<Record<'omission' | 'wrong' | 'data', LeadCounts>>;
  readonly screening: number;
  readonly restricted: number;
  readonly quiet: number;
  /** Against the previous run; null when there was none. */
  readonly changes: Readonly<Record<'new' | 'same' | 'gone', number>> | null;
}

const NONE: LeadCounts = {
  serious: 0,
  suspect: 0,
  info: 0,
  leads: 0,
  households: 0,
  persons: 0,
  amountFen: 0,
};

const COUNTS = `count(*) filter (severity = 'serious') as serious, count(*) filter (severity = 'suspect') as suspect,
  count(*) filter (severity = 'info') as info, count(*) as leads,
  count(distinct coalesce(household_key, case when subject_kind = 'household' then subject_key end)) as households,
  count(distinct case when subject_kind in ('person', 'official') then subject_key end) as persons,
  coalesce(sum(amount_fen), 0)::bigint as amount_fen`;

/** Reads the counts of the cover from the lead table. */
export async function coverFacts(db: DuckDBConnection): Promise<CoverFacts> {
  const families = await countsBy(db, 'family');
  const side = `case when family = 'OMI' then 'omission' when family in ('IDQ', 'STD') then 'data' else 'wrong' end`;
  const sides = await countsBy(db, side);
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
      omission: sides.get('omission') ?? NONE,
      wrong: sides.get('wrong') ?? NONE,
      data: sides.get('data') ?? NONE,
    },
    screening: count('screening'),
    restricted: count('restricted'),
    quiet: count('quiet'),
    changes: count('compared') > 0 ? { new: count('new'), same: count('same'), gone: count('gone') } : null,
  };
}

async function countsBy(db: DuckDBConnection, key: string): Promise<Map<string, LeadCounts>> {
  const counts = new Map<string, LeadCounts>();
  const sql = `select ${key} as key, ${COUNTS} from lead where ${ACTIVE_LEAD} group by 1 order by 1`;
  for await (const row of streamRows(db, sql)) {
    const count = (name: string): number => integer(row, name) ?? 0;
    counts.set(text(row, 'key'), {
      serious: count('serious'),
      suspect: count('suspect'),
      info: count('info'),
      leads: count('leads'),
      households: count('households'),
      persons: count('persons'),
      amountFen: count('amount_fen'),
    });
  }
  return counts;
}

async function oneRow(db: DuckDBConnection, sql: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for await (const row of streamRows(db, sql)) {
    for (const name of Object.keys(row)) found[name] = integer(row, name) ?? 0;
  }
  return found;
}
