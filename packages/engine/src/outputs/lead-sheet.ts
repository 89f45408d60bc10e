import { ANSWER_COLUMNS, type AnswerColumn, LEAD_ID_HEADING } from './answers-vocabulary.ts';
import { codeWord, type Say } from './lead-words.ts';
import { periodText } from './leads-csv.ts';
import { maskColumn, maskText } from './mask-values.ts';
import { flag, integer, type StreamedRow, text } from './stream-rows.ts';
import type { Cell } from './xlsx/cell.ts';
import type { ColumnSpec, SheetSpec } from './xlsx/sheet-spec.ts';
import type { LookName } from './xlsx/styles.ts';

/** How a lead is shown: language and whether numbers of people are masked. */
export interface LeadView {
  readonly say: Say;
  readonly lang: 'zh' | 'en';
  readonly masked: boolean;
}

/** Leads to act on: not the ones cleared earlier with the same facts, not the ones that are gone. */
export const ACTIVE_LEAD = `grade = 'lead' and not coalesce(quiet, false) and change is distinct from 'gone'`;

/** Order of work: severity, then the engine's own rank, then the id so that ties never move. */
export const LEAD_ORDER = `case severity when 'serious' then 0 when 'suspect' then 1 else 2 end, rank, lead_id`;

/** A SQL string literal. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

const SOURCES_SHOWN = 4;

/** A text for people: masked in place where the view says so. */
export function shownText(view: LeadView, value: string): string {
  return view.masked ? maskText(value) : value;
}

/** An ID number, account or phone by its column, masked where the view says so. */
export function shownNumber(view: LeadView, column: string, value: string): string {
  return view.masked && value !== '' ? maskColumn(column, value) : value;
}

/** The severity's look; the word always stands in the cell as well. */
export function severityLook(severity: string): LookName {
  return severity === 'serious' || severity === 'suspect' ? severity : 'info';
}

/** Where a lead's evidence stands, one line a source row: 'data set file [sheet] row 12'. */
export function sourceText(view: LeadView, evidence: string): string {
  const sources = evidenceRows(evidence);
  const lines = sources.slice(0, SOURCES_SHOWN).map(({ file, sheet, row }) => {
    const place = sheet === '' ? file : `${file} [${sheet}]`;
    return shownText(view, view.say(`${place} 第 ${row} 行`, `${place} row ${row}`));
  });
  const more = sources.length - lines.length;
  if (more > 0) lines.push(view.say(`……另 ${more} 行，见 leads.csv`, `… and ${more} more, see leads.csv`));
  return lines.join('\n');
}

interface Source {
  readonly file: string;
  readonly sheet: string;
  readonly row: string;
}

function evidenceRows(evidence: string): Source[] {
  if (evidence === '') return [];
  const parsed: unknown = JSON.parse(evidence);
  if (!Array.isArray(parsed)) return [];
  return parsed.map((item: Partial<Record<keyof Source, string | number>>) => ({
    file: String(item.file ?? ''),
    sheet: String(item.sheet ?? ''),
    row: String(item.row ?? ''),
  }));
}

const ANSWER_WIDTHS: Readonly<Record<AnswerColumn['key'], number>> = {
  verdict: 11,
  outcome: 13,
  checkedBy: 10,
  checkedOn: 12,
  rectification: 20,
  exitManner: 14,
};

/** The columns to fill in, with their allowed values. */
export function answerColumns(say: Say): ColumnSpec[] {
  return ANSWER_COLUMNS.map((column) => ({
    heading: say(column.zh, column.en),
    width: ANSWER_WIDTHS[column.key],
    kind: column.key === 'checkedOn' ? 'date' : 'text',
    look: 'answer',
    headerLook: 'answerHeader',
    ...(column.choices ? { list: column.choices.map((choice) => say(choice.zh, choice.en)) } : {}),
  }));
}

/** Columns of a sheet of leads: what was found, then the answer columns. */
export function leadColumns(say: Say): ColumnSpec[] {
  const column = (zh: string, en: string, width: number, kind: ColumnSpec['kind']): ColumnSpec => ({
    heading: say(zh, en),
    width,
    kind,
  });
  return [
    column(LEAD_ID_HEADING.zh, LEAD_ID_HEADING.en, 20, 'text'),
    column('对象', 'Subject', 14, 'wrap'),
    column('严重程度', 'Severity', 10, 'text'),
    column('规则', 'Rule', 9, 'text'),
    column('疑点', 'Lead', 20, 'wrap'),
    column('对象类型', 'Kind', 10, 'text'),
    column('身份证号', 'ID number', 21, 'text'),
    column('户主', 'Household head', 10, 'text'),
    column('乡镇', 'Town', 12, 'text'),
    column('村（居）', 'Village', 12, 'text'),
    column('期间', 'Period', 17, 'text'),
    column('涉及金额（元）', 'Amount (yuan)', 14, 'money'),
    column('身份判断', 'Identity', 26, 'wrap'),
    column('情况说明', 'What was found', 52, 'wrap'),
    column('依据在哪里', 'Where the evidence is', 34, 'wrap'),
    column('备注', 'Notes', 16, 'wrap'),
    ...answerColumns(say),
  ];
}

/** Columns of the lead table that `leadCells` reads, for the select list. */
export function leadSelect(lang: 'zh' | 'en'): string {
  return `lead_id, severity, rule, family, title_${lang} as title, subject_kind, subject_key, subject_name,
    coalesce(id_number, case when subject_kind = 'household' then household_head_id end) as id_number,
    household_key, household_head_name, town, village, period_from, period_to, amount_fen, tier,
    summary_${lang} as summary, match_for_${lang} as match_for, match_against_${lang} as match_against, evidence, restricted, unconfirmed, first_step, change`;
}

/** A lead as a row of `leadColumns`. */
export function leadCells(row: StreamedRow, view: LeadView): Cell[] {
  const severity = text(row, 'severity');
  return [
    text(row, 'lead_id'),
    shownText(view, text(row, 'subject_name')),
    { value: codeWord('severity', severity, view.say), look: severityLook(severity) },
    text(row, 'rule'),
    text(row, 'title'),
    codeWord('subject', text(row, 'subject_kind'), view.say),
    shownNumber(view, 'id_number', text(row, 'id_number')),
    text(row, 'household_head_name'),
    text(row, 'town'),
    text(row, 'village'),
    periodText(text(row, 'period_from'), text(row, 'period_to')),
    integer(row, 'amount_fen'),
    identityText(row, view),
    shownText(view, text(row, 'summary')),
    sourceText(view, text(row, 'evidence')),
    notesOf(row, view.say),
    ...ANSWER_COLUMNS.map(() => null),
  ];
}

/** The identity tier; where two records are not surely one person, also what speaks for and against it. */
export function identityText(row: StreamedRow, view: LeadView): string {
  const { say } = view;
  const tier = text(row, 'tier');
  const word = codeWord('tier', tier, say);
  if (tier === '' || tier === 'same') return word;
  const [reasonFor, against] = [text(row, 'match_for'), text(row, 'match_against')];
  const lines = [
    word,
    reasonFor && `${say('支持：', 'For: ')}${reasonFor}`,
    against && `${say('存疑：', 'Against: ')}${against}`,
  ];
  return shownText(view, lines.filter((line) => line !== '').join('\n'));
}

/** What else must be known about a lead: restricted, first step, standard not confirmed, new or not. */
export function notesOf(row: StreamedRow, say: Say): string {
  const notes = [
    flag(row, 'restricted') ? say('限阅', 'Restricted') : '',
    text(row, 'first_step') === 'identity_check' ? say('先做身份核对', 'Check identity first') : '',
    flag(row, 'unconfirmed') ? say('未核标准', 'Standard not confirmed') : '',
    codeWord('change', text(row, 'change'), say),
  ];
  return notes.filter((note) => note !== '').join(say('；', '; '));
}

/** Layout of a sheet of leads. */
export function leadSheetSpec(
  say: Say,
  title: string,
  subtitle: readonly string[],
  tabColour?: string,
): SheetSpec {
  return {
    columns: leadColumns(say),
    title,
    subtitle,
    filter: true,
    // Number and name stay in view beside the answers.
    freezeColumns: 2,
    landscape: true,
    pagesWide: 2,
    pageHeader: title,
    ...(tabColour ? { tabColour } : {}),
  };
}
