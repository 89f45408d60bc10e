import type { MatterLine } from '@yangguang/contract/matter-parts';
import { maskName } from '@yangguang/domain/people/masking';
import { isWorkflowId, workflows } from '@yangguang/domain/workflows/all';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { Transaction } from '@yangguang/store/database';
import type { MatterRow } from '@yangguang/store/matter/matter-row';
import { sql } from '@yangguang/store/sql';
import type { z } from 'zod';
import type { Call } from '../../http/call.ts';

type Line = z.output<typeof MatterLine>;
type Asker = Pick<Call, 'caller' | 'now'>;

/** Rows as the wire carries them; the names of colleagues come with one statement for all. */
export async function matterLines(tx: Transaction, call: Asker, rows: readonly MatterRow[]): Promise<Line[]> {
  const names = await namesOf(
    tx,
    rows.map((r) => r.assigned_to),
  );
  return rows.map((row) => matterLine(call, row, names));
}

/** Full names of colleagues by account. */
export async function namesOf(
  tx: Transaction,
  accounts: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(accounts.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; full_name: string }>(
    sql`select id, full_name from account where id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((r) => [r.id, r.full_name]));
}

/** A colleague, or null for the clock. */
export function colleague(
  id: string | null,
  names: ReadonlyMap<string, string>,
): { id: string; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}

export function matterLine(
  call: Asker,
  row: MatterRow,
  names: ReadonlyMap<string, string>,
  seesName = isAssigned(call, row),
): Line {
  const now = call.now();
  return {
    id: row.id,
    workflow: row.workflow,
    kind: row.kind,
    title: seesName || !isAboutPerson(row.workflow) ? row.title : maskName(row.title),
    region: row.region,
    programme: row.programme,
    state: row.state,
    isEnded: row.is_ended,
    severity: row.severity,
    amountFen: row.amount_fen === null ? null : Number(row.amount_fen),
    clock: row.clock,
    dueOn: row.due_on,
    dueAt: row.due_at?.toISOString() ?? null,
    isOverdue: isOverdue(row, now),
    remindOn: row.remind_on,
    escalatedTo: row.escalated_to,
    assignedArea: row.assigned_area,
    assignedTo: colleague(row.assigned_to, names),
    householdId: row.household_id,
    campaignId: row.campaign_id,
    parentId: row.parent_id,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  };
}

function isOverdue(row: MatterRow, now: Date): boolean {
  if (row.due_at !== null) return row.due_at <= now;
  return row.due_on !== null && row.due_on < dayOf(now.toISOString());
}

/** Assigned to the caller, or to the caller's office and nobody in it. */
export function isAssigned(
  { caller }: Pick<Call, 'caller'>,
  row: Pick<MatterRow, 'assigned_to' | 'assigned_area'>,
): boolean {
  if (row.assigned_to !== null) return row.assigned_to === caller.accountId;
  return caller.appointments.some((held) => held.readsOnly !== true && held.area === row.assigned_area);
}

function isAboutPerson(workflow: string): boolean {
  if (!isWorkflowId(workflow)) return true;
  return workflows[workflow].subject === 'household' || workflows[workflow].subject === 'person';
}
