import { maskAccount } from '@yangguang/domain/words/account';
import { maskId } from '@yangguang/domain/words/id-number';
import { maskName } from '@yangguang/domain/people/masking';
import { isWorkflowId, workflows } from '@yangguang/domain/workflows/all';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { programmeChoices, severityChoices } from '@yangguang/domain/workflows/lead-choices';
import { taskSources } from '@yangguang/domain/workflows/task-choices';
import type { CellKind } from '@yangguang/engine/outputs/xlsx/styles';
import type { ExportRow } from '@yangguang/store/export/export-rows';
import { leadContext } from '@yangguang/store/lead/lead-row';
import type { LeadPrivate } from '@yangguang/store/lead/lead-private';
import type { Vault } from '@yangguang/store/vault';
import { findingWords } from '../lead/finding-line.ts';

type Lang = 'zh' | 'en';
/** Money as integer fen, days as 'YYYY-MM-DD'. */
export type ExportValue = string | number | null;

/** What a cell is made from. */
export interface ExportCase {
  readonly row: ExportRow;
  readonly lang: Lang;
  /** Numbers in full. */
  readonly isFull: boolean;
  readonly vault: Pick<Vault, 'open'>;
  /** Names of colleagues that facts mention, by account. */
  readonly names: ReadonlyMap<string, string>;
}

export interface ExportColumn extends Bilingual {
  readonly width: number;
  readonly kind: CellKind;
  readonly value: (one: ExportCase) => ExportValue;
}

function column(
  zh: string,
  en: string,
  value: ExportColumn['value'],
  kind: CellKind = 'text',
  width = 14,
): ExportColumn {
  return { zh, en, value, kind, width };
}

const number_ = column('编号', 'Number', ({ row }) => row.id, 'text', 38);
const place = column('地区', 'Place', ({ row }) => row.place);
const code = column('区划代码', 'Division', ({ row }) => row.region);
const programme = column('项目', 'Programme', ({ row, lang }) =>
  choice(programmeChoices, row.programme, lang),
);
const severity = column('程度', 'Severity', ({ row, lang }) => choice(severityChoices, row.severity, lang));
const state = column('状态', 'State', ({ row, lang }) => stateOf(row, lang));
const amount = column('涉及金额（元）', 'Amount (yuan)', ({ row }) => fen(row.amount_fen), 'money');
const due = column('到期日', 'Due on', ({ row }) => row.due_on, 'date', 12);
const opened = column('立项日期', 'Opened on', ({ row }) => dayOfInstant(row.opened_at), 'date', 12);
const changed = column('最近办理', 'Changed on', ({ row }) => dayOfInstant(row.changed_at), 'date', 12);
const holder = column('承办人', 'Assigned to', ({ row }) => row.assigned_name);

/** Columns of each kind of export. Names and numbers of people only through `named` and `secret`. */
export const exportColumns: Readonly<Record<'leads' | 'ledger' | 'matters', readonly ExportColumn[]>> = {
  leads: [
    number_,
    column('规则', 'Rule', ({ row }) => row.rule ?? row.kind),
    severity,
    programme,
    place,
    code,
    column('对象', 'Subject', (one) => finding(one)?.subjectName ?? named(one, one.row.title)),
    column('证件号码', 'ID number', (one) => secret(one, 'idNumber'), 'text', 22),
    column('账号', 'Account', (one) => secret(one, 'accountNo'), 'text', 24),
    column('期间', 'Period', ({ row }) => row.period, 'text', 18),
    amount,
    column('内容', 'Summary', (one) => finding(one)?.summary[one.lang] ?? null, 'wrap', 50),
    state,
    holder,
    due,
    opened,
  ],
  ledger: [
    number_,
    column('来源', 'Source', ({ row, lang }) => choice(taskSources, row.kind, lang)),
    column('依据条款', 'Clause', (one) => fact(one, 'clause')),
    column('问题', 'Problem', (one) => fact(one, 'problem'), 'wrap', 50),
    column('整改措施', 'Measure', (one) => fact(one, 'measure'), 'wrap', 40),
    place,
    column('责任单位', 'Responsible unit', (one) => fact(one, 'responsibleUnit'), 'text', 20),
    column('责任人', 'Responsible person', people),
    column('完成时限', 'Deadline', (one) => fact(one, 'dueOn'), 'date', 12),
    severity,
    state,
    changed,
  ],
  matters: [
    number_,
    column('类别', 'Kind of matter', ({ row, lang }) => titleOf(row, lang)),
    column('种类', 'Kind', ({ row }) => row.kind),
    column('名称', 'Title', title, 'text', 24),
    programme,
    place,
    code,
    severity,
    amount,
    state,
    holder,
    due,
    opened,
    changed,
  ],
};

/** True for rows that name a person. */
export function isAboutPerson(row: ExportRow): boolean {
  if (row.household_id !== null) return true;
  if (!isWorkflowId(row.workflow)) return true;
  const { subject } = workflows[row.workflow];
  return subject === 'household' || subject === 'person';
}

function named({ isFull }: ExportCase, name: string): string {
  return isFull ? name : maskName(name);
}

/** What a rule found, in words; null for a matter that no rule found. */
function finding({ row, isFull }: ExportCase): ReturnType<typeof findingWords> | null {
  const { subject_kind, subject_name, summary_zh, summary_en } = row;
  if (subject_kind === null || subject_name === null || summary_zh === null || summary_en === null)
    return null;
  return findingWords({ subject_kind, subject_name, summary_zh, summary_en }, isFull);
}

function title(one: ExportCase): string {
  return isAboutPerson(one.row) ? named(one, one.row.title) : one.row.title;
}

const masks = { idNumber: maskId, accountNo: maskAccount } as const;

function secret({ row, isFull, vault }: ExportCase, name: keyof typeof masks): string | null {
  if (row.lead_private === null || row.lead_private.length === 0 || row.lead_id === null) return null;
  const held = vault.open(row.lead_private, leadContext(row.lead_id)) as LeadPrivate;
  const value = held[name];
  if (value === undefined) return null;
  return isFull ? value : masks[name](value);
}

function fact({ row }: ExportCase, name: string): string | null {
  const value = row.facts[name];
  return typeof value === 'string' ? value : null;
}

function people({ row, names }: ExportCase): string | null {
  const value = row.facts['responsiblePerson'];
  return Array.isArray(value) ? value.map((id) => names.get(String(id)) ?? '').join('、') : null;
}

function choice(
  choices: Readonly<Record<string, Bilingual>>,
  value: string | null,
  lang: Lang,
): string | null {
  return value === null ? null : (choices[value]?.[lang] ?? value);
}

function stateOf(row: ExportRow, lang: Lang): string {
  if (!isWorkflowId(row.workflow)) return row.state;
  const states: Readonly<Record<string, Bilingual>> = workflows[row.workflow].states;
  return states[row.state]?.[lang] ?? row.state;
}

function titleOf(row: ExportRow, lang: Lang): string {
  return isWorkflowId(row.workflow) ? workflows[row.workflow].title[lang] : row.workflow;
}

function fen(amountFen: bigint | null): number | null {
  return amountFen === null ? null : Number(amountFen);
}

/** The day in China. */
function dayOfInstant(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
