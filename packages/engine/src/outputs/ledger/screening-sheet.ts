import type { DuckDBConnection } from '@duckdb/node-api';
import { type LeadView, leadSelect } from '../lead-sheet.ts';
import { screeningCells, screeningSpec } from '../screening-list.ts';
import { streamRows } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';

/** Writes the county's ranked screening list. */
export async function writeScreening(
  db: DuckDBConnection,
  book: Workbook,
  view: LeadView,
  name: string,
  tabOrder: number,
): Promise<void> {
  const title = view.say('排查名单', 'Screening list');
  const sheet = book.sheet(name, { ...screeningSpec(view.say, title), tabOrder });
  const sql = `select ${leadSelect(view.lang)}, rank, phone from lead
    where grade = 'screening' and not coalesce(quiet, false) and change is distinct from 'gone' order by rank, lead_id`;
  for await (const row of streamRows(db, sql)) await sheet.row(screeningCells(row, view));
  await sheet.close();
}
