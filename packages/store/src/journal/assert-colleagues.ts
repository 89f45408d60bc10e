import type { Facts } from '@yangguang/domain/workflows/field';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { journalRefusal } from './journal-refusals.ts';

interface Place {
  readonly region: string;
  readonly programme: string;
  readonly household_id: string | null;
}

/**
 * Every colleague that the step names can work on the matter.
 * @throws UserError MAT-105
 */
export async function assertColleagues(
  tx: Transaction,
  workflow: Workflow,
  step: { readonly action: string; readonly facts: Facts; readonly at: Date },
  place: Place,
): Promise<void> {
  const named = Object.entries(workflow.actions[step.action]?.asks ?? {}).flatMap(([name, field]) => {
    const value = step.facts[name];
    return field.kind === 'accounts' && Array.isArray(value) ? (value as readonly string[]) : [];
  });
  await assertMayWork(tx, named, place, step.at);
}

/**
 * The accounts exist, hold an appointment in force for the place, and are no kin of the household.
 * @throws UserError MAT-105
 */
export async function assertMayWork(
  tx: Transaction,
  accounts: readonly string[],
  { region, programme, household_id }: Place,
  at: Date,
): Promise<void> {
  const ids = [...new Set(accounts)];
  if (ids.length === 0) return;
  if (ids.some((id) => !/^[0-9a-f-]{36}$/u.test(id))) throw journalRefusal('MAT-105');
  const today = at.toISOString().slice(0, 10);
  const able = await tx.rows(sql`
    select a.id from account a
    where a.id = any(${ids}::uuid[]) and a.disabled_at is null
      and exists (select 1 from appointment p where p.account_id = a.id and p.revoked_at is null
        and p.from_on <= ${today} and (p.to_on is null or p.to_on > ${today})
        and p.role not in ('systemAdmin', 'securityAdmin', 'auditAdmin') and starts_with(${region}, p.area)
        and (p.programmes is null or ${programme} = 'none' or ${programme} = any(p.programmes)))
      and not exists (select 1 from kinship k where k.account_id = a.id and k.household_id = ${household_id})`);
  if (able.length < ids.length) throw journalRefusal('MAT-105');
}
