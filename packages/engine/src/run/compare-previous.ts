import type { DuckDBConnection } from '@duckdb/node-api';
import { appendText } from '../dataset/sql-engine.ts';
import type { PreviousLead, PreviousRun } from '../outputs/answers/previous-run.ts';
import { LEADS_CSV_COLUMNS } from '../outputs/leads-csv.ts';

/**
 * Marks every lead as new or same against an earlier run, adds the ones that are gone, and keeps leads quiet that an
 * office cleared: the lead id holds the facts, so a cleared lead speaks again as soon as its facts change.
 */
export async function comparePrevious(db: DuckDBConnection, previous: PreviousRun): Promise<void> {
  await db.run('create or replace temp table earlier_lead (lead_id varchar)');
  await appendText(
    db,
    'earlier_lead',
    [...previous.leads.keys()].map((id) => [id]),
  );
  await db.run('create or replace temp table cleared_lead (lead_id varchar)');
  await appendText(
    db,
    'cleared_lead',
    [...previous.quiet].map((id) => [id]),
  );
  await db.run(
    `update lead set change = if(lead_id in (select lead_id from earlier_lead) or lead_id in (select lead_id from cleared_lead), 'same', 'new')`,
  );
  await db.run('update lead set quiet = true where lead_id in (select lead_id from cleared_lead)');
  const now = new Set(
    (await db.runAndReadAll('select lead_id from lead')).getRows().map(([id]) => String(id)),
  );
  const gone = [...previous.leads.values()].filter(
    (lead) => !now.has(lead.leadId) && !previous.quiet.has(lead.leadId),
  );
  await addGone(db, gone);
}

/** The columns every earlier version wrote first. */
const kept = LEADS_CSV_COLUMNS.slice(0, 15);

async function addGone(db: DuckDBConnection, gone: readonly PreviousLead[]): Promise<void> {
  await db.run(
    `create or replace temp table gone_text (grade varchar, ${kept.map((c) => `${c} varchar`).join(', ')})`,
  );
  await appendText(
    db,
    'gone_text',
    gone.map((lead) => [lead.grade, ...kept.map((column) => plain(lead.cells[column]))]),
  );
  await db.run(`insert into lead by name
    select lead_id, rule, left(rule, 3) as family, rule_title as title_zh, rule_title as title_en, grade, severity, subject_kind,
      coalesce(id_number, subject_name) as subject_key, subject_name, id_number, household_head_id, town, village,
      left(period, 7) as period_from, right(period, 7) as period_to, (try_cast(amount_yuan as decimal(18, 2)) * 100)::bigint as amount_fen,
      identity_tier as tier, summary as summary_zh, summary as summary_en, '{}' as facts, coalesce(evidence, '[]') as evidence,
      false as restricted, false as unconfirmed, 'gone' as change, false as quiet, 2147483647 as rank
    from gone_text`);
}

/** A cell of the earlier CSV without the apostrophe that neutralised a formula; empty becomes null. */
const plain = (cell: string | undefined): string | null =>
  cell === undefined || cell === '' ? null : cell.replace(/^'(?=[=+\-@\t\r])/, '');
