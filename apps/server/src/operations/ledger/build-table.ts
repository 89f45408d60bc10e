import type { LedgerHead, LedgerRow, LedgerTable } from '@yangguang/contract/ledger';
import { chinaDay } from '@yangguang/domain/words/china-day';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';
import { tasksOf } from '@yangguang/store/campaign/task-lines';
import type { Transaction } from '@yangguang/store/database';
import { openHouseholdPrivate, openLeadPrivate } from '@yangguang/store/ledger/annex-private';
import {
  inBenefitRows,
  type InBenefitRow,
  rejectedRows,
  type RejectedRow,
} from '@yangguang/store/ledger/annex-rows';
import { type DivisionFigures, none, readDivisionFigures } from '@yangguang/store/ledger/division-figures';
import { entriesOf } from '@yangguang/store/ledger/ledger-entries';
import { ledgerRefusal } from '@yangguang/store/ledger/ledger-refusals';
import { sql } from '@yangguang/store/sql';
import type { Call } from '../../http/call.ts';
import { settingsOf } from '../campaign/campaign-line.ts';
import { namesOf } from '../matter/matter-line.ts';
import { divisionColumns } from './division-columns.ts';
import { type AnnexHousehold, householdColumns } from './household-columns.ts';
import { cellOf, type Derived, type Typed } from './ledger-cell.ts';
import { taskColumns } from './task-columns.ts';

/** Which table of a campaign. */
export interface TableOf {
  readonly row: CampaignRow;
  readonly head: LedgerHead;
  readonly periodOn: string;
  readonly region: string;
}

type Typing = (rowKey: string, column: string) => Typed | undefined;
type Ask = Pick<Call, 'reach' | 'policy' | 'vault' | 'now'>;

/** Most tasks a campaign shows in a list. */
const mostTasks = 10_000;

/** The whole table as it is now. @throws UserError LED-105 for a table of households of more than one town */
export async function buildTable(tx: Transaction, call: Ask, of: TableOf): Promise<LedgerTable> {
  const { row, head, periodOn, region } = of;
  const typed = await typingOf(tx, call, of);
  const rows = await rowsOf(tx, call, of, typed);
  const place = await tx.find<{ name: string }>(sql`select name from division where code = ${region}`);
  return {
    ...{ head, region, periodOn, rows },
    campaignTitle: row.title,
    place: place?.name ?? region,
    asOf: call.now().toISOString(),
    summary: summaryOf(rows),
  };
}

/** Cells of sums are not counted: they are no facts of their own. */
export function summaryOf(rows: readonly LedgerRow[]): LedgerTable['summary'] {
  const own = rows.filter((row) => !row.isTotal);
  const cells = own.flatMap((row) => row.cells);
  return {
    rows: own.length,
    cells: cells.length,
    filled: cells.filter(({ from }) => from === 'cases').length,
    typed: cells.filter(({ from }) => from === 'typed').length,
  };
}

async function typingOf(
  tx: Transaction,
  { reach }: Pick<Call, 'reach'>,
  { row, head, periodOn, region }: TableOf,
): Promise<Typing> {
  const entries = await entriesOf(tx, reach, { campaignId: row.id, ledger: head.id, periodOn, region });
  const byCell = new Map(
    entries.map((e) => [`${e.row_key} ${e.column_name}`, { body: e.body, by: e.full_name, at: e.typed_at }]),
  );
  return (rowKey, column) => byCell.get(`${rowKey} ${column}`);
}

function rowsOf(tx: Transaction, call: Ask, of: TableOf, typed: Typing): Promise<LedgerRow[]> {
  if (of.head.rows === 'division') return divisionRows(tx, call, of, typed);
  if (of.head.rows === 'task') return taskRows(tx, call, of, typed);
  return householdRows(tx, call, of, typed);
}

async function divisionRows(tx: Transaction, call: Ask, of: TableOf, typed: Typing): Promise<LedgerRow[]> {
  const { row, region, head } = of;
  const digits = region.length >= 6 ? 9 : 6;
  const figures = await readDivisionFigures(tx, call.reach, row.id, digits);
  const offices = await tx.rows<{ code: string }>(sql`select code from division
    where starts_with(code, ${region.slice(0, digits)}) and (length(code) = ${digits} or code = ${region}) order by code`);
  const share = settingsOf(row).sampling?.share ?? null;
  const derived = (name: string, counted: DivisionFigures): Derived =>
    divisionColumns[name]?.value?.(counted, share) ?? null;
  const rows = offices.map(({ code }) => ({
    ...{ key: code, region: code, householdId: null, matterId: null, isTotal: false },
    cells: head.columns.map(({ name }) =>
      cellOf(derived(name, figures.get(code) ?? none), typed(code, name)),
    ),
  }));
  if (rows.length < 2) return rows;
  const sum = sumOf(rows.map(({ key }) => figures.get(key) ?? none));
  const total = { key: 'total', region, householdId: null, matterId: null, isTotal: true };
  return [
    ...rows,
    { ...total, cells: head.columns.map(({ name }) => cellOf(derived(name, sum), undefined)) },
  ];
}

function sumOf(all: readonly DivisionFigures[]): DivisionFigures {
  return all.reduce((sum, one) => {
    const entries = Object.entries(sum).map(([name, n]) => [name, n + one[name as keyof DivisionFigures]]);
    return Object.fromEntries(entries) as DivisionFigures;
  }, none);
}

async function taskRows(tx: Transaction, call: Ask, of: TableOf, typed: Typing): Promise<LedgerRow[]> {
  const all = await tasksOf(tx, call.reach, of.row.id, { after: 0, limit: mostTasks });
  const tasks = all.filter((task) => task.region.startsWith(of.region) && task.state !== 'withdrawn');
  const people = tasks.flatMap((task) => {
    const value = task.facts['responsiblePerson'];
    return [...(Array.isArray(value) ? value.map(String) : []), task.supervisor];
  });
  const names = await namesOf(tx, people);
  return tasks.map((task) => ({
    ...{ key: task.id, region: task.region, householdId: null, matterId: task.id, isTotal: false },
    cells: of.head.columns.map(({ name }) =>
      cellOf(taskColumns[name]?.value?.({ task, names }) ?? null, typed(task.id, name)),
    ),
  }));
}

async function householdRows(tx: Transaction, call: Ask, of: TableOf, typed: Typing): Promise<LedgerRow[]> {
  if (of.region.length < 9) throw ledgerRefusal('LED-105');
  const rows = await annexRows(tx, call, of);
  const names = await namesOf(
    tx,
    rows.flatMap((row) => row.visitors ?? []),
  );
  return rows.map((row, i) => {
    const key = 'matter_id' in row ? row.matter_id : row.id;
    const one = { no: i + 1, row, names, ...opened(call, row) };
    const derived = (name: string): Derived => householdColumns[name]?.value?.(one) ?? null;
    return {
      ...{ key, region: row.region, isTotal: false },
      householdId: 'matter_id' in row ? row.household_id : row.id,
      matterId: 'matter_id' in row ? row.matter_id : null,
      cells: of.head.columns.map(({ name }) => cellOf(derived(name), typed(key, name))),
    };
  });
}

/** The households of an annex as the store has them. */
export function annexRows(tx: Transaction, call: Ask, of: TableOf): Promise<(InBenefitRow | RejectedRow)[]> {
  const { row, region: town } = of;
  const { programmes, cohorts } = settingsOf(row);
  const since = cohorts.find(({ id }) => id === 'rejected')?.sinceOn ?? `${row.from_on.slice(0, 4)}-01-01`;
  return of.head.rows === 'inBenefit'
    ? inBenefitRows(tx, call.reach, { campaignId: row.id, town, programmes, on: chinaDay(call.now()) })
    : rejectedRows(tx, call.reach, { campaignId: row.id, town, sinceOn: since });
}

/** What is personal about a row. */
export function opened(
  { vault }: Pick<Call, 'vault'>,
  row: InBenefitRow | RejectedRow,
): Pick<AnnexHousehold, 'held' | 'finding'> {
  const id = 'matter_id' in row ? row.household_id : row.id;
  return {
    held: openHouseholdPrivate(vault, id, row.private),
    finding: 'lead_id' in row ? openLeadPrivate(vault, row.lead_id, row.lead_private) : null,
  };
}
