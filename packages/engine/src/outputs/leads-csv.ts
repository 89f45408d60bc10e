import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { maskColumn, maskJson, maskText, type JsonValue } from './mask-values.ts';
import { streamRows, text, integer, type StreamedRow } from './stream-rows.ts';
import { yuanText } from './xlsx/cell.ts';
import { neutraliseFormula } from './xlsx/xml-text.ts';

/** The file's columns. The first fifteen and their order are a promise to whoever reads the file by program. */
export const LEADS_CSV_COLUMNS = [
  'lead_id',
  'rule',
  'rule_title',
  'severity',
  'subject_kind',
  'subject_name',
  'id_number',
  'household_head_id',
  'town',
  'village',
  'period',
  'amount_yuan',
  'identity_tier',
  'summary',
  'evidence',
  'scheme',
  'file_number',
  'group',
  'address',
  'phone',
  'insured_persons',
  'month_amount_yuan',
  'start_month',
  'source_date',
  'change',
  'match_for',
  'match_against',
] as const;

type Column = (typeof LEADS_CSV_COLUMNS)[number];

/** Which leads are written, and how. */
export interface LeadsCsvOptions {
  /** Language of rule titles and summaries; every enumeration stays a code. */
  readonly lang: 'zh' | 'en';
  readonly idNumbers: 'masked' | 'full';
  readonly grade: 'lead' | 'screening';
}

const CHUNK_CHARACTERS = 262_144;

/**
 * Writes `leads.csv` or `screening.csv`: UTF-8 with BOM, RFC 4180 with CRLF, a line a lead, sorted by lead_id.
 *
 * Amounts in yuan with two decimals, `period` 'YYYY-MM' or 'YYYY-MM/YYYY-MM', `evidence` JSON
 * `[{dataset,file,sheet,row,fields}]`. Numbers of people are masked everywhere, inside evidence and summary
 * too, unless `idNumbers` is 'full'. Cells a spreadsheet could run get a leading apostrophe. Leads cleared
 * earlier with the same facts (quiet) are left out; those gone since the previous run are kept, with
 * `change` = gone. The file is readable by its owner only (0600). Streams.
 * @returns the number of leads written.
 * @throws what the disk answers when it refuses.
 */
export async function writeLeadsCsv(
  db: DuckDBConnection,
  path: string,
  options: LeadsCsvOptions,
): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600 });
  const failed = finished(file);
  failed.catch(() => undefined);
  let pending = `\ufeff${LEADS_CSV_COLUMNS.join(',')}\r\n`;
  let count = 0;
  for await (const row of streamRows(db, selectLeads(options))) {
    pending += `${csvLine(row, options.idNumbers === 'masked')}\r\n`;
    count += 1;
    if (pending.length < CHUNK_CHARACTERS) continue;
    if (!file.write(pending)) await Promise.race([once(file, 'drain'), failed]);
    pending = '';
  }
  file.end(pending);
  await failed;
  return count;
}

function selectLeads({ lang, grade }: LeadsCsvOptions): string {
  return `select lead_id, rule, title_${lang} as rule_title, severity, subject_kind, subject_name,
      coalesce(id_number, case when subject_kind = 'household' then household_head_id end) as id_number,
      household_head_id, town, village, period_from, period_to, amount_fen, tier, summary_${lang} as summary,
      evidence, programme as scheme, file_no, group_name, address, phone, insured_persons, month_amount_fen, started_month,
      source_on, change, match_for_${lang} as match_for, match_against_${lang} as match_against
    from lead where grade = '${grade}' and not coalesce(quiet, false) order by lead_id, rank`;
}

function csvLine(row: StreamedRow, masked: boolean): string {
  const shown = (column: string, as = column): string => {
    const value = text(row, column);
    return masked && value !== '' ? maskColumn(as, value) : value;
  };
  const cells: Record<Column, string> = {
    lead_id: text(row, 'lead_id'),
    rule: text(row, 'rule'),
    rule_title: text(row, 'rule_title'),
    severity: text(row, 'severity'),
    subject_kind: text(row, 'subject_kind'),
    subject_name: shown('subject_name'),
    id_number: shown('id_number'),
    household_head_id: shown('household_head_id'),
    town: text(row, 'town'),
    village: text(row, 'village'),
    period: periodText(text(row, 'period_from'), text(row, 'period_to')),
    amount_yuan: yuan(row, 'amount_fen'),
    identity_tier: text(row, 'tier'),
    summary: masked ? maskText(text(row, 'summary')) : text(row, 'summary'),
    evidence: evidenceText(text(row, 'evidence'), masked),
    scheme: text(row, 'scheme'),
    file_number: shown('file_no'),
    group: text(row, 'group_name'),
    address: shown('address'),
    phone: shown('phone'),
    insured_persons: text(row, 'insured_persons'),
    month_amount_yuan: yuan(row, 'month_amount_fen'),
    start_month: text(row, 'started_month'),
    source_date: text(row, 'source_on'),
    change: text(row, 'change'),
    match_for: text(row, 'match_for'),
    match_against: text(row, 'match_against'),
  };
  return LEADS_CSV_COLUMNS.map((column) => csvCell(cells[column], AMOUNTS.has(column))).join(',');
}

const AMOUNTS: ReadonlySet<Column> = new Set(['amount_yuan', 'month_amount_yuan']);

/** 'YYYY-MM', 'YYYY-MM/YYYY-MM', or '' when the lead has no period. */
export function periodText(from: string, to: string): string {
  if (from === '' || to === '' || from === to) return from || to;
  return `${from}/${to}`;
}

function yuan(row: StreamedRow, column: string): string {
  const fen = integer(row, column);
  return fen === null ? '' : yuanText(fen);
}

function evidenceText(json: string, masked: boolean): string {
  if (!masked || json === '') return json;
  const value: JsonValue = JSON.parse(json);
  return JSON.stringify(maskJson(value));
}

// Amounts are numbers by construction: an apostrophe before a minus would only break them.
function csvCell(value: string, isNumber: boolean): string {
  const safe = isNumber ? value : neutraliseFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
