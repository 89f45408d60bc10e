import { maskFacts } from '@yangguang/domain/people/masking';
import type { Facts } from '@yangguang/domain/workflows/field';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { journalRefusal } from './journal-refusals.ts';
import { type Entry, isOfWorkflow, isQuiet } from './project.ts';

interface Sent {
  readonly action: string;
  readonly expectedVersion: number | null;
  readonly facts: Facts;
  readonly reason: string | null;
}

/**
 * Nothing that bears on the act was written since the caller looked. Documents and links added meanwhile do not.
 * @throws UserError API-105 whose details hold both texts, masked
 */
export async function assertVersion(
  tx: Transaction,
  workflow: Workflow,
  entries: readonly Entry[],
  sent: Sent,
): Promise<void> {
  const seen = sent.expectedVersion;
  if (seen === null) return;
  const version = entries.at(-1)?.stepNo ?? 0;
  const since = entries.filter((e) => e.stepNo > seen && !isQuiet(e.action));
  if (since.length === 0 && seen <= version) return;
  const names = await namesOf(tx, since);
  throw journalRefusal('API-105', {
    version,
    sent: {
      action: sent.action,
      reason: sent.reason,
      // Whom a matter is given to is no secret; what a workflow asks may be.
      facts: isOfWorkflow(sent.action)
        ? maskFacts(workflow.actions[sent.action]?.asks ?? {}, sent.facts)
        : sent.facts,
    },
    since: since.map((e) => ({
      stepNo: e.stepNo,
      action: e.action,
      at: e.at.toISOString(),
      by: names.get(e.accountId ?? '') ?? null,
      role: e.role,
      reason: e.reason,
      facts: e.facts,
      hidden: Object.keys(e.privateFacts).sort(),
    })),
  });
}

/**
 * An act may be written down later than it was done, not before it and not out of turn.
 * @throws UserError MAT-102
 */
export function assertTime(entries: readonly Entry[], at: Date, now: Date): void {
  const before = entries.findLast((e) => e.stepNo === 0 || isOfWorkflow(e.action));
  if (at > now || (before !== undefined && at < before.at)) throw journalRefusal('MAT-102');
}

async function namesOf(tx: Transaction, entries: readonly Entry[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.flatMap((e) => (e.accountId === null ? [] : [e.accountId])))];
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; full_name: string }>(
    sql`select id, full_name from account where id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((r) => [r.id, r.full_name]));
}
