import type { Facts } from '@yangguang/domain/workflows/field';
import type { Circumstances, LinkedMatter } from '@yangguang/domain/workflows/refusal';
import { participants } from '@yangguang/domain/workflows/workflow';
import type { Transaction } from '../database.ts';
import { workflowOf, type Workflows } from '../journal/room.ts';
import { isOfWorkflow } from '../journal/project.ts';
import { sql } from '../sql.ts';

interface LinkRow extends LinkedMatter {
  readonly id: string;
}

/** What the circumstances of a matter are asked of. */
export interface OfMatter {
  readonly id: string;
  readonly workflow: string;
  readonly household_id: string | null;
  readonly parent_id: string | null;
}

/**
 * What must be known beside the journal of a matter before a step: linked matters, kin of the subject who recuse
 * themselves, and accounts that must keep out: those that its facts name in `notBy`, and where the matter is a second
 * look (`isRecheck`, or opened for a sample or an inspection) everyone who took part in an earlier matter of the same
 * workflow about the same household.
 */
export async function circumstancesOf(
  tx: Transaction,
  workflows: Workflows,
  matter: OfMatter,
  facts: Facts,
): Promise<Circumstances> {
  const links = await tx.rows<LinkRow>(sql`
    select m.id, m.workflow, m.kind, m.state from matter m
    where m.id in (select to_id from matter_link where from_id = ${matter.id}
      union select from_id from matter_link where to_id = ${matter.id})`);
  const kin =
    matter.household_id === null
      ? []
      : await tx.rows<{ account_id: string }>(
          sql`select account_id from kinship where household_id = ${matter.household_id}`,
        );
  const named = facts['notBy'];
  const barred = new Set(Array.isArray(named) ? (named as readonly string[]) : []);
  if (isSecondLook(facts, links))
    for (const account of await firstInvestigators(tx, workflows, matter)) barred.add(account);
  return {
    facts,
    links: links.map(({ workflow, kind, state }) => ({ workflow, kind, state })),
    kin: new Set(kin.map((k) => k.account_id)),
    barred,
  };
}

function isSecondLook(facts: Facts, links: readonly LinkedMatter[]): boolean {
  return (
    facts['isRecheck'] === true || facts['kind'] === 'recheck' || links.some((l) => l.workflow === 'inspection')
  );
}

async function firstInvestigators(
  tx: Transaction,
  workflows: Workflows,
  matter: OfMatter,
): Promise<Set<string>> {
  if (matter.household_id === null) return new Set();
  const steps = await tx.rows<{ action: string; account_id: string | null; facts: Facts }>(sql`
    select s.action, s.account_id, s.facts from step s join matter m on m.id = s.matter_id
    where m.household_id = ${matter.household_id} and m.workflow = ${matter.workflow} and m.id <> ${matter.id}
      and m.opened_at <= (select opened_at from matter where id = ${matter.id})`);
  const workflow = workflowOf({ workflows }, matter.workflow);
  return new Set(
    steps
      .filter((s) => isOfWorkflow(s.action))
      .flatMap((s) => participants(workflow, { action: s.action, by: s.account_id ?? 'clock', facts: s.facts }))
      .filter((id) => id !== 'clock'),
  );
}
