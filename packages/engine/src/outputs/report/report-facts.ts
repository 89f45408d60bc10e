import type { DuckDBConnection } from '@duckdb/node-api';
import { numberOf, readRows } from '../read-rows.ts';
import { integer, type StreamedRow, text } from '../stream-rows.ts';
import {
  type Counts,
  countLeads,
  noCounts,
  openLead,
  openScreening,
  type Side,
} from '../statistics/count-leads.ts';

export interface KeyedCounts extends Counts {
  readonly key: readonly string[];
}

export interface OnAid {
  readonly programme: string;
  readonly households: number;
  readonly persons: number;
  readonly totalFen: number;
}

/** A lead as the report shows it: no number of any kind, the name masked by the page. */
export interface FirstLead {
  readonly leadId: string;
  readonly rule: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly severity: string;
  readonly subjectKind: string;
  readonly subjectName: string;
  readonly town: string;
  readonly village: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly amountFen: number | null;
}

export interface FaultCount {
  readonly file: string;
  readonly sheet: string;
  readonly column: string;
  readonly code: string;
  readonly cells: number;
}

export interface SetAsideCount {
  readonly file: string;
  readonly sheet: string;
  readonly reasonZh: string;
  readonly reasonEn: string;
  readonly rows: number;
}

/** Everything the page says, as aggregates: its size does not grow with the number of leads. */
export interface ReportFacts {
  readonly onAid: readonly OnAid[];
  readonly total: Counts;
  readonly bySide: Readonly<Record<Side, Counts>>;
  readonly byRule: readonly KeyedCounts[];
  readonly byFamily: readonly KeyedCounts[];
  readonly byTown: readonly KeyedCounts[];
  readonly screening: readonly KeyedCounts[];
  readonly changes: Readonly<Record<'new' | 'same' | 'gone' | 'quiet', number>>;
  readonly restricted: number;
  readonly unconfirmed: number;
  readonly first: readonly FirstLead[];
  readonly faults: readonly FaultCount[];
  readonly setAside: readonly SetAsideCount[];
  readonly ruleTitles: ReadonlyMap<string, { zh: string; en: string }>;
}

/** How many leads the page names one by one; the rest are in the ledger. */
const firstLimit = 20;
/** Most kinds of fault the page lists; all are in the import report. */
const faultLimit = 100;

/** Reads the aggregates of a finished run. Towns come in the order of their names, never by their counts. */
export async function readReportFacts(db: DuckDBConnection): Promise<ReportFacts> {
  const [total] = await countLeads(db, []);
  const sides = await countLeads(db, ['side']);
  const side = (name: Side): Counts => sides.find((row) => row.key[0] === name) ?? noCounts;
  const marks = await readMarks(db);
  return {
    onAid: await readOnAid(db),
    total: total ?? noCounts,
    bySide: { inclusion: side('inclusion'), omission: side('omission'), other: side('other') },
    byRule: await countLeads(db, ['family', 'rule']),
    byFamily: await countLeads(db, ['family']),
    byTown: inTownOrder(await countLeads(db, ['town', 'side'])),
    screening: await countLeads(db, ['family', 'rule'], openScreening),
    changes: marks.changes,
    restricted: marks.restricted,
    unconfirmed: marks.unconfirmed,
    first: await readFirstLeads(db),
    faults: await readFaults(db),
    setAside: await readSetAside(db),
    ruleTitles: await readRuleTitles(db),
  };
}

const chinese = new Intl.Collator('zh-CN');

/** Names in dictionary order; a missing town comes last. */
export function compareTowns(a: string, b: string): number {
  if (a === '' || b === '') return (a === '' ? 1 : 0) - (b === '' ? 1 : 0);
  return chinese.compare(a, b) || (a < b ? -1 : 1);
}

function inTownOrder(rows: readonly KeyedCounts[]): KeyedCounts[] {
  return [...rows].sort((a, b) => {
    const townA = a.key[0] ?? '';
    const townB = b.key[0] ?? '';
    return townA === townB ? 0 : compareTowns(townA, townB);
  });
}

async function readOnAid(db: DuckDBConnection): Promise<OnAid[]> {
  const rows = await readRows(
    db,
    `SELECT programme, count(DISTINCT household_key) AS households,
            sum(coalesce(insured_persons, 1)) AS persons, sum(coalesce(total_fen, amount_fen, 0)) AS total_fen
     FROM household GROUP BY programme ORDER BY programme`,
  );
  return rows.map((row) => ({
    programme: text(row, 'programme'),
    households: numberOf(row, 'households'),
    persons: numberOf(row, 'persons'),
    totalFen: numberOf(row, 'total_fen'),
  }));
}

async function readMarks(
  db: DuckDBConnection,
): Promise<Pick<ReportFacts, 'changes' | 'restricted' | 'unconfirmed'>> {
  const [row = {}] = await readRows(
    db,
    `SELECT count(*) FILTER (change = 'new') AS new_leads, count(*) FILTER (change = 'same') AS same_leads,
            count(*) FILTER (change = 'gone') AS gone_leads, count(*) FILTER (quiet) AS quiet_leads,
            count(*) FILTER (restricted AND ${openLead}) AS restricted,
            count(*) FILTER (unconfirmed AND ${openLead}) AS unconfirmed
     FROM lead WHERE grade = 'lead'`,
  );
  return {
    changes: {
      new: numberOf(row, 'new_leads'),
      same: numberOf(row, 'same_leads'),
      gone: numberOf(row, 'gone_leads'),
      quiet: numberOf(row, 'quiet_leads'),
    },
    restricted: numberOf(row, 'restricted'),
    unconfirmed: numberOf(row, 'unconfirmed'),
  };
}

async function readFirstLeads(db: DuckDBConnection): Promise<FirstLead[]> {
  const rows = await readRows(
    db,
    `SELECT lead_id, rule, title_zh, title_en, severity, subject_kind, subject_name, town, village,
            period_from, period_to, amount_fen
     FROM lead WHERE ${openLead} AND NOT coalesce(restricted, FALSE)
     ORDER BY rank NULLS LAST, lead_id LIMIT ${firstLimit}`,
  );
  return rows.map(firstLeadOf);
}

function firstLeadOf(row: StreamedRow): FirstLead {
  return {
    leadId: text(row, 'lead_id'),
    rule: text(row, 'rule'),
    titleZh: text(row, 'title_zh'),
    titleEn: text(row, 'title_en'),
    severity: text(row, 'severity'),
    subjectKind: text(row, 'subject_kind'),
    subjectName: text(row, 'subject_name'),
    town: text(row, 'town'),
    village: text(row, 'village'),
    periodFrom: text(row, 'period_from'),
    periodTo: text(row, 'period_to'),
    amountFen: integer(row, 'amount_fen'),
  };
}

async function readFaults(db: DuckDBConnection): Promise<FaultCount[]> {
  const rows = await readRows(
    db,
    `SELECT s.file, s.sheet, f.column_name, f.code, count(*) AS cells
     FROM cell_fault f JOIN import_sheet s USING (sheet_id)
     GROUP BY ALL ORDER BY cells DESC, s.file, s.sheet, f.column_name, f.code LIMIT ${faultLimit}`,
  );
  return rows.map((row) => ({
    file: text(row, 'file'),
    sheet: text(row, 'sheet'),
    column: text(row, 'column_name'),
    code: text(row, 'code'),
    cells: numberOf(row, 'cells'),
  }));
}

async function readSetAside(db: DuckDBConnection): Promise<SetAsideCount[]> {
  const rows = await readRows(
    db,
    `SELECT s.file, s.sheet, a.code, min(a.reason_zh) AS reason_zh, min(a.reason_en) AS reason_en,
            count(*) AS rows_set_aside
     FROM set_aside a JOIN import_sheet s USING (sheet_id)
     GROUP BY s.file, s.sheet, a.code ORDER BY rows_set_aside DESC, s.file, s.sheet, a.code LIMIT ${faultLimit}`,
  );
  return rows.map((row) => ({
    file: text(row, 'file'),
    sheet: text(row, 'sheet'),
    reasonZh: text(row, 'reason_zh'),
    reasonEn: text(row, 'reason_en'),
    rows: numberOf(row, 'rows_set_aside'),
  }));
}

async function readRuleTitles(db: DuckDBConnection): Promise<Map<string, { zh: string; en: string }>> {
  const rows = await readRows(
    db,
    'SELECT rule, min(title_zh) AS zh, min(title_en) AS en FROM lead GROUP BY rule',
  );
  return new Map(rows.map((row) => [text(row, 'rule'), { zh: text(row, 'zh'), en: text(row, 'en') }]));
}
