import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { checkDigit } from '@yangguang/domain/words/id-number';
import type { RunMeta } from '../run/run-meta.ts';

/** A valid number of nobody, from a region code that no county has. Test support. */
export function madeUpId(serial: number, born = '19600101'): string {
  const first17 = `990101${born}${String(serial).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
}

const leadTable = `CREATE TABLE lead (
  lead_id TEXT PRIMARY KEY, rule TEXT, family TEXT, title_zh TEXT, title_en TEXT, grade TEXT, severity TEXT,
  subject_kind TEXT, subject_key TEXT, subject_name TEXT, id_number TEXT, household_key TEXT,
  household_head_id TEXT, household_head_name TEXT, county TEXT, town TEXT, village TEXT, group_name TEXT,
  address TEXT, phone TEXT, programme TEXT, scheme TEXT, file_no TEXT, insured_persons INTEGER,
  month_amount_fen BIGINT, started_month TEXT, period_from TEXT, period_to TEXT, amount_fen BIGINT, tier TEXT,
  match_for_zh TEXT, match_for_en TEXT, match_against_zh TEXT, match_against_en TEXT, summary_zh TEXT,
  summary_en TEXT, facts TEXT, evidence TEXT, restricted BOOLEAN, unconfirmed BOOLEAN, first_step TEXT,
  source_on DATE, change TEXT, quiet BOOLEAN, rank INTEGER)`;

const rowColumns =
  'row_key BIGINT, sheet_id INTEGER, row_no INTEGER, part INTEGER, source_on DATE, is_current BOOLEAN';

const otherTables = [
  `CREATE TABLE import_sheet (sheet_id INTEGER, file TEXT, sheet TEXT, table_name TEXT, confidence DOUBLE,
    rows_in BIGINT, rows_taken BIGINT, rows_set_aside BIGINT, rows_structure BIGINT, rows_outside BIGINT)`,
  `CREATE TABLE set_aside (sheet_id INTEGER, row_no INTEGER, code TEXT, reason_zh TEXT, reason_en TEXT, cells JSON)`,
  `CREATE TABLE cell_fault (sheet_id INTEGER, row_no INTEGER, column_name TEXT, code TEXT, raw TEXT)`,
  `CREATE TABLE household (household_key TEXT, programme TEXT, scheme TEXT, head_key TEXT, head_name TEXT,
    head_id TEXT, size INTEGER, insured_persons INTEGER, amount_fen BIGINT, uplift_fen BIGINT, total_fen BIGINT,
    income_month_fen BIGINT, income_known BOOLEAN, assets TEXT, class TEXT, aid_mode TEXT, single_person BOOLEAN,
    cause TEXT, started_month DATE, approved_on DATE, file_no TEXT, account_name TEXT, bank TEXT,
    account_no TEXT, phone TEXT, county TEXT, town TEXT, village TEXT, group_name TEXT, address TEXT,
    source_on DATE, row_key BIGINT)`,
  `CREATE TABLE member (household_key TEXT, programme TEXT, person_key TEXT, name TEXT, id_number TEXT,
    id_state TEXT, relation TEXT, is_head BOOLEAN, insured BOOLEAN, counted BOOLEAN, sex TEXT, birth_on DATE,
    health TEXT, labour TEXT, disability_kind TEXT, disability_grade INTEGER, employment TEXT, in_school BOOLEAN,
    income_month_fen BIGINT, row_key BIGINT)`,
  `CREATE TABLE person (person_key TEXT, name TEXT, id_number TEXT, id_state TEXT, sex TEXT, birth_on DATE,
    county TEXT, town TEXT, village TEXT, group_name TEXT, address TEXT, phone TEXT, household_key TEXT,
    programme TEXT)`,
  `CREATE TABLE benefit (person_key TEXT, programme TEXT, household_key TEXT, from_month DATE, to_month DATE,
    amount_fen BIGINT, row_key BIGINT)`,
  `CREATE TABLE ref (dataset TEXT, row_key BIGINT, slot TEXT, person_key TEXT, tier TEXT, how TEXT, for_zh TEXT,
    for_en TEXT, against_zh TEXT, against_en TEXT)`,
  // Canonical tables that outputs read themselves; the columns every table begins with come first.
  `CREATE TABLE temporary_relief (${rowColumns},
    name TEXT, id_number TEXT, town TEXT, village TEXT, address TEXT, household_size INTEGER, kind TEXT,
    cause TEXT, applied_on DATE, accepted_on DATE, approved_on DATE, pay_first BOOLEAN, paid_on DATE,
    amount_fen BIGINT, method TEXT, approver TEXT, account_name TEXT, account_no TEXT, handler TEXT,
    note TEXT)`,
  `CREATE TABLE application (${rowColumns},
    name TEXT, id_number TEXT, town TEXT, village TEXT, category TEXT, applied_on DATE, accepted_on
    DATE, notice_no TEXT, is_relative BOOLEAN, authorised BOOLEAN, investigation_on DATE, visited_on
    DATE, investigator_1 TEXT, investigator_2 TEXT, appraised_on DATE, notice_from DATE, notice_to DATE,
    submitted_on DATE, received_on DATE, decided_on DATE, decision TEXT, amount_fen BIGINT, delivered_on
    DATE, started_month DATE, household_size INTEGER, note TEXT)`,
  `CREATE TABLE rejected_application (${rowColumns},
    name TEXT, id_number TEXT, household_size INTEGER, town TEXT, village TEXT, address TEXT,
    income_month_fen BIGINT, income_year_fen BIGINT, assets TEXT, applied_on DATE, category TEXT, reason
    TEXT, rejected_on DATE, result TEXT, investigator TEXT, phone TEXT, note TEXT)`,
  `CREATE TABLE exit_record (${rowColumns},
    name TEXT, id_number TEXT, town TEXT, village TEXT, address TEXT, programme TEXT, household_size
    INTEGER, insured_persons INTEGER, amount_fen BIGINT, reason TEXT, reason_text TEXT, manner TEXT,
    stop_month DATE, decided_on DATE, notice_no TEXT, phase_out BOOLEAN, phase_out_from DATE,
    phase_out_to DATE, phone TEXT, note TEXT)`,
  `CREATE TABLE relative_disclosure (${rowColumns},
    official_name TEXT, official_id TEXT, official_phone TEXT, official_unit TEXT, official_post TEXT,
    official_town TEXT, recipient_name TEXT, recipient_id TEXT, relation TEXT, address TEXT, town TEXT,
    village TEXT, household_size INTEGER, programme TEXT, amount_fen BIGINT, started_month DATE,
    disclosed_on DATE, note TEXT)`,
  `CREATE TABLE poverty_register (${rowColumns},
    household_no TEXT, person_no TEXT, head_name TEXT, head_id TEXT, name TEXT, id_number TEXT, relation
    TEXT, kind TEXT, cause TEXT, risk TEXT, risk_removed BOOLEAN, pc_income_year_fen BIGINT, lifted_year
    INTEGER, declared_aid TEXT, health TEXT, labour TEXT, helper TEXT, town TEXT, village TEXT, address
    TEXT, phone TEXT, note TEXT)`,
  `CREATE TABLE kin (a_key TEXT, b_key TEXT, relation TEXT, source TEXT)`,
  `CREATE TABLE official (person_key TEXT, tier TEXT, role TEXT, unit TEXT, post TEXT, town TEXT, village TEXT, row_key BIGINT)`,
  `CREATE TABLE covered (person_key TEXT, programme TEXT)`,
];

/** An in-memory database with the tables of a finished run, empty. Test support. */
export async function makeUpRun(): Promise<DuckDBConnection> {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  await db.run(leadTable);
  for (const table of otherTables) await db.run(table);
  return db;
}

type Value = string | number | boolean | null;

/** Inserts a row given by column name; columns left out are NULL. Test support. */
export async function insertRow(
  db: DuckDBConnection,
  table: string,
  row: Readonly<Record<string, Value>>,
): Promise<void> {
  const names = Object.keys(row);
  const literals = names.map((name) => literalOf(row[name] ?? null));
  await db.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${literals.join(', ')})`);
}

function literalOf(value: Value): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** A lead with every compulsory column filled; override what the test is about. Test support. */
export function madeUpLead(
  serial: number,
  over: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  return {
    lead_id: `L${String(serial).padStart(16, '0')}`,
    rule: 'INC-01',
    family: 'INC',
    title_zh: '死亡后仍在领取',
    title_en: 'Paid after death',
    grade: 'lead',
    severity: 'suspect',
    subject_kind: 'person',
    subject_key: `i:${madeUpId(serial)}`,
    subject_name: '张三丰',
    id_number: madeUpId(serial),
    town: '东关镇',
    village: '一村',
    facts: '{}',
    evidence: '[]',
    restricted: false,
    unconfirmed: false,
    quiet: false,
    rank: serial,
    ...over,
  };
}

/** What a run says about itself, with nothing found in its folder. Test support. */
export const emptyMeta: RunMeta = {
  asOf: '2022-06-30',
  asOfWhy: { zh: '最新发放月份的月底', en: 'End of the newest benefit month' },
  region: '990101',
  regionName: '虚构县',
  packVersion: '2026.11',
  engineVersion: '0.1.0',
  lang: 'zh',
  idNumbers: 'masked',
  files: [],
  silentRules: [],
  numbersToFill: [],
  parameters: [],
  rules: [],
  combinations: [],
};
