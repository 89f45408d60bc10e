import type { Facts } from '@yangguang/domain/workflows/field';
import type { Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import type { Projection } from '../journal/project.ts';
import { matterContext, sealFacts } from '../journal/read-journal.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';

/** A row of `matter`, as the table has it. */
export interface MatterRow {
  readonly id: string;
  readonly workflow: string;
  readonly kind: string | null;
  readonly campaign_id: string | null;
  readonly household_id: string | null;
  readonly parent_id: string | null;
  readonly region: string;
  readonly programme: string;
  readonly title: string;
  readonly state: string;
  readonly is_ended: boolean;
  readonly version: number;
  readonly severity: string | null;
  readonly amount_fen: bigint | null;
  readonly facts: Facts;
  readonly private: Buffer | null;
  readonly clock: string | null;
  readonly due_on: string | null;
  readonly due_at: Date | null;
  readonly wake_at: Date | null;
  readonly remind_on: string | null;
  readonly escalated_to: string | null;
  readonly assigned_area: string | null;
  readonly assigned_to: string | null;
  readonly is_sealed: boolean;
  /** As its lead is: names officials, their kin or proxies. */
  readonly is_restricted: boolean;
  readonly opened_at: Date;
  readonly opened_by: string | null;
  readonly changed_at: Date;
}

/** Columns of {@link MatterRow}, of table alias m. */
export const matterColumns: Sql = sql`m.id, m.workflow, m.kind, m.campaign_id, m.household_id, m.parent_id, m.region,
  m.programme, m.title, m.state, m.is_ended, m.version, m.severity, m.amount_fen, m.facts, m.private, m.clock, m.due_on,
  m.due_at, m.wake_at, m.remind_on, m.escalated_to, m.assigned_area, m.assigned_to, m.is_sealed, m.is_restricted, m.opened_at, m.opened_by, m.changed_at`;

/** The columns of a row without its key, its private bytes and what its lead alone decides: what a projection says and verify compares. */
export function openColumnsOf(p: Projection): Omit<MatterRow, 'id' | 'private' | 'is_restricted'> {
  return {
    workflow: p.workflow,
    kind: p.kind,
    campaign_id: p.campaignId,
    household_id: p.householdId,
    parent_id: p.parentId,
    region: p.region,
    programme: p.programme,
    title: p.title,
    state: p.state,
    is_ended: p.isEnded,
    version: p.version,
    severity: p.severity,
    amount_fen: p.amountFen,
    facts: p.facts,
    clock: p.clock,
    due_on: p.dueOn,
    due_at: p.dueAt === null ? null : new Date(p.dueAt),
    wake_at: p.wakeAt === null ? null : new Date(p.wakeAt),
    remind_on: p.remindOn,
    escalated_to: p.escalatedTo,
    assigned_area: p.assignedArea,
    assigned_to: p.assignedTo,
    is_sealed: p.isSealed,
    opened_at: p.openedAt,
    opened_by: p.openedBy,
    changed_at: p.changedAt,
  };
}

/** New matters in one statement. */
export async function insertMatters(
  tx: Transaction,
  vault: Vault,
  matters: readonly { readonly id: string; readonly projection: Projection }[],
): Promise<void> {
  const rows = matters.map(({ id, projection }) => {
    const bytes = sealFacts(vault, projection.privateFacts, matterContext(id));
    return {
      ...openColumnsOf(projection),
      id,
      private: bytes === null ? null : `\\x${bytes.toString('hex')}`,
    };
  });
  await tx.run(sql`
    insert into matter (id, workflow, kind, campaign_id, household_id, parent_id, region, programme, title, state, is_ended,
      version, severity, amount_fen, facts, private, clock, due_on, due_at, wake_at, remind_on, escalated_to,
      assigned_area, assigned_to, is_sealed, opened_at, opened_by, changed_at)
    select * from jsonb_to_recordset(${canonicalJson(rows)}::jsonb) as t (
      id uuid, workflow text, kind text, campaign_id uuid, household_id uuid, parent_id uuid, region text, programme text,
      title text, state text, is_ended boolean, version integer, severity text, amount_fen bigint, facts jsonb,
      private bytea, clock text, due_on date, due_at timestamptz, wake_at timestamptz, remind_on date,
      escalated_to text, assigned_area text, assigned_to uuid, is_sealed boolean, opened_at timestamptz, opened_by uuid, changed_at timestamptz)`);
  const links = matters.flatMap(({ id, projection }) => projection.links.map((to) => ({ id, to })));
  await insertLinks(tx, links);
}

/** What changes with a step; the header never does. */
export async function updateMatter(tx: Transaction, vault: Vault, id: string, p: Projection): Promise<void> {
  const sealed = sealFacts(vault, p.privateFacts, matterContext(id));
  await tx.run(sql`update matter set kind = ${p.kind}, state = ${p.state}, is_ended = ${p.isEnded},
    version = ${p.version}, severity = ${p.severity}, amount_fen = ${p.amountFen},
    facts = ${canonicalJson(p.facts)}::jsonb, private = ${sealed}, clock = ${p.clock}, due_on = ${p.dueOn},
    due_at = ${p.dueAt}, wake_at = ${p.wakeAt}, remind_on = ${p.remindOn}, escalated_to = ${p.escalatedTo},
    assigned_area = ${p.assignedArea}, assigned_to = ${p.assignedTo},
    changed_at = ${p.changedAt} where id = ${id}`);
}

export async function insertLinks(
  tx: Transaction,
  links: readonly { readonly id: string; readonly to: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await tx.run(sql`insert into matter_link (from_id, to_id)
    select * from unnest(${links.map((l) => l.id)}::uuid[], ${links.map((l) => l.to)}::uuid[])
    on conflict do nothing`);
}
