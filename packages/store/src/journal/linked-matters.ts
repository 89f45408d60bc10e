import type { Facts } from '@yangguang/domain/workflows/field';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Reach, Transaction } from '../database.ts';
import { assertMergeTarget } from '../lead/assert-merge-target.ts';
import { inReach } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import { journalRefusal } from './journal-refusals.ts';

interface Step {
  readonly matterId: string;
  readonly action: string;
  readonly facts: Facts;
}

/**
 * The other matters that a step names (facts of kind `matter`) and that are not linked yet.
 * @throws UserError MAT-106 when one of them is out of reach, or is the matter itself; LEAD-101 when it takes no lead in
 */
export async function linkedMatters(
  tx: Transaction,
  reach: Reach,
  workflow: Workflow,
  { matterId, action, facts }: Step,
): Promise<string[]> {
  const named = Object.entries(workflow.actions[action]?.asks ?? {})
    .filter(([, field]) => field.kind === 'matter')
    .flatMap(([name]) => (typeof facts[name] === 'string' ? [facts[name]] : []));
  if (named.length === 0) return [];
  if (named.includes(matterId)) throw journalRefusal('MAT-106');
  if (workflow.id === 'lead' && action === 'merge')
    for (const into of named) await assertMergeTarget(tx, reach, matterId, into);
  const linked = await tx.rows<{ id: string }>(sql`
    select to_id as id from matter_link where from_id = ${matterId}
    union select from_id from matter_link where to_id = ${matterId}`);
  const known = new Set(linked.map((l) => l.id));
  const fresh = [...new Set(named)].filter((id) => !known.has(id));
  await assertMattersSeen(tx, reach, fresh);
  return fresh.sort();
}

/** @throws UserError MAT-106 */
export async function assertMattersSeen(
  tx: Transaction,
  reach: Reach,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  if (!ids.every((id) => idShape.test(id))) throw journalRefusal('MAT-106');
  const found = await tx.rows(
    sql`select m.id from matter m where m.id = any(${ids}::uuid[]) and ${inReach(reach, 'm')}`,
  );
  if (found.length < new Set(ids).size) throw journalRefusal('MAT-106');
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;
