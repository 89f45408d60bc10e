import type { CampaignSettings } from '@yangguang/contract/campaign-parts';
import type { LedgerHead } from '@yangguang/contract/ledger';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';
import { ledgerRefusal } from '@yangguang/store/ledger/ledger-refusals';
import type { Call } from '../../http/call.ts';
import { phasesNow, settingsOf } from '../campaign/campaign-line.ts';
import { divisionColumns } from './division-columns.ts';
import { householdColumns } from './household-columns.ts';
import { taskColumns } from './task-columns.ts';

type RowKind = LedgerHead['rows'];
interface Column extends Pick<LedgerHead['columns'][number], 'en' | 'kind'> {
  /** Absent: no case says it. */
  readonly value?: unknown;
}
type Columns = Readonly<Record<string, Column>>;

const columnsOf: Readonly<Record<RowKind, Columns>> = {
  division: divisionColumns,
  task: taskColumns,
  inBenefit: householdColumns,
  rejected: householdColumns,
};

/** Columns that cases fill for most rows, and somebody for the others. */
const sometimesTyped: ReadonlySet<string> = new Set(['致困原因', '申请救助时间', '未批准救助原因']);

/** Remarks of the annex, word for word as the notice has them (S3 annex 1). */
const remarks = {
  zh: '注：备注栏中写明以下情况：1、除享受城乡低保、低收入、特困供养等救助政策外，是否还享受其他救助政策；2、救助政策保障后是否仍有困难；3、是否存在近亲属享受社会救助的情况。',
  en: 'Note: the remarks say: 1. whether the household receives other aid besides dibao, low-income or tekun support; 2. whether it is still in difficulty with that aid; 3. whether near relatives are on aid.',
};

const visitGroup = { zh: '入户核查结果', en: 'Result of the household visit' };

/** What is kept of a campaign: the three lists, the ledgers of its settings, and reports that are tables. */
export function ledgerHeads({ policy }: Pick<Call, 'policy'>, row: CampaignRow): LedgerHead[] {
  const settings = settingsOf(row);
  const template = policy.campaigns.find(({ id }) => id === row.template) ?? policy.campaigns[0];
  const phaseEnds = [...new Set(phasesNow(row, settings).map(({ untilOn }) => untilOn))].sort();
  if (phaseEnds.length === 0) phaseEnds.push(row.to_on);
  const lists = (template?.lists ?? []).map(({ id, zh, en, columns }) =>
    headOf({ id: `list:${id}`, zh, en, clause: '', from: 'town', to: 'county', columns, dueOn: phaseEnds }),
  );
  const ledgers = settings.ledgers.map((one, i) => headOf({ ...one, id: `ledger:${i}` }));
  const reports = settings.reports.flatMap((one) => {
    const columns = columnsOfReport(one, template?.reports ?? []);
    return columns.length === 0
      ? []
      : [headOf({ ...one, id: `report:${one.id}`, columns, dueOn: [one.dueOn] })];
  });
  return [...lists, ...ledgers, ...reports];
}

/** @throws UserError LED-101 */
export function ledgerHead(call: Pick<Call, 'policy'>, row: CampaignRow, id: string): LedgerHead {
  const head = ledgerHeads(call, row).find((one) => one.id === id);
  if (head === undefined) throw ledgerRefusal('LED-101');
  return head;
}

/** Campaigns created before their settings named the columns take them from the template. */
function columnsOfReport(
  { id, columns }: CampaignSettings['reports'][number],
  reports: readonly { readonly id: string; readonly columns?: readonly string[] | undefined }[],
): readonly string[] {
  return columns.length > 0 ? columns : (reports.find((one) => one.id === id)?.columns ?? []);
}

interface Declared {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly dueOn: readonly string[];
}

function headOf({ id, zh, en, clause, from, to, columns, dueOn }: Declared): LedgerHead {
  const rows = rowKindOf(columns);
  const known = columnsOf[rows];
  return {
    ...{ id, clause, rows, from, to, title: { zh, en }, dueOn: [...dueOn] },
    columns: columns.map((name) => {
      const column = known[name] ?? { en: name, kind: 'text' as const };
      const group = rows === 'rejected' && (name === '核查结果' || name === '调查人') ? visitGroup : null;
      const mayType = column.value === undefined || sometimesTyped.has(name);
      return { name, en: column.en, kind: column.kind, group, mayType };
    }),
    note: rows === 'inBenefit' ? remarks : null,
  };
}

/** Columns tell what a row is: a household, a task, or an office with its figures. */
function rowKindOf(columns: readonly string[]): RowKind {
  if (columns.includes('申请人')) return columns.includes('保障金额') ? 'inBenefit' : 'rejected';
  const figures = columns.filter((name) => divisionColumns[name] !== undefined).length;
  const tasks = columns.filter((name) => taskColumns[name] !== undefined).length;
  return figures > tasks ? 'division' : 'task';
}
