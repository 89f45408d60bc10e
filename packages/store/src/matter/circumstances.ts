import type { Facts } from '@yangguang/domain/workflows/field';
import type { Circumstances, LinkedMatter } from '@yangguang/domain/workflows/refusal';
import { participants, type Tie, type Workflow } from '@yangguang/domain/workflows/workflow';
import type { Transaction } from '../database.ts';
import { isOfWorkflow } from '../journal/project.ts';
import { workflowOf, type Workflows } from '../journal/room.ts';
import { sql } from '../sql.ts';

/** What the circumstances of a matter are asked of. */
export interface OfMatter {
  readonly id: string;
  readonly workflow: string;
  readonly region: string;
  readonly title: string;
  readonly household_id: string | null;
  readonly parent_id: string | null;
}

/** Circumstances whose links can be told apart. */
export interface KnownCircumstances extends Circumstances {
  readonly links: readonly (LinkedMatter & { readonly id: string })[];
}

/**
 * What must be known beside the journal of a matter before a step: linked matters and who took part in them, kin of the
 * subject, and accounts that must keep out: those that its facts name in `notBy`, whoever took part in an earlier matter
 * of the same workflow about the same household (the first investigators), and, where it inspects a division
 * (`inspectedRegion`), everyone appointed inside that division.
 * @param facts all facts of the matter, private ones too
 * @param more matters about to be linked by the step itself
 */
export async function circumstancesOf(
  tx: Transaction,
  workflows: Workflows,
  matter: OfMatter,
  facts: Facts,
  more: readonly string[] = [],
): Promise<KnownCircumstances> {
  const links = await readLinks(tx, workflows, matter, more);
  const kin =
    matter.household_id === null
      ? []
      : await tx.rows<{ account_id: string }>(
          sql`select account_id from kinship where household_id = ${matter.household_id}`,
        );
  const named = facts['notBy'];
  const barred = new Set(Array.isArray(named) ? (named as readonly string[]) : []);
  for (const account of await firstInvestigators(tx, workflows, matter)) barred.add(account);
  for (const account of await appointedInside(tx, facts['inspectedRegion'])) barred.add(account);
  return { facts, links, kin: new Set(kin.map((k) => k.account_id)), barred };
}

type LinkRow = OfMatter & { readonly kind: string | null; readonly state: string; readonly opened_at: Date };

interface TookRow {
  readonly matter_id: string;
  readonly action: string;
  readonly account_id: string | null;
  readonly facts: Facts;
}

async function readLinks(
  tx: Transaction,
  workflows: Workflows,
  matter: OfMatter,
  more: readonly string[],
): Promise<(LinkedMatter & { id: string })[]> {
  const links = await tx.rows<LinkRow>(sql`
    select m.id, m.workflow, m.kind, m.state, m.region, m.title, m.household_id, m.parent_id, m.opened_at
    from matter m
    where m.id in (select to_id from matter_link where from_id = ${matter.id}
      union select from_id from matter_link where to_id = ${matter.id}
      union select unnest(${more}::uuid[]))
    order by m.opened_at, m.id`);
  if (links.length === 0) return [];
  const steps = await tx.rows<TookRow>(sql`select matter_id, action, account_id, facts from step
    where matter_id = any(${links.map((l) => l.id)}::uuid[]) order by seq`);
  return links.map((link) => ({
    id: link.id,
    workflow: link.workflow,
    kind: link.kind,
    state: link.state,
    tie: tieOf(matter, link),
    openedAt: link.opened_at.toISOString(),
    took: steps
      .filter((s) => s.matter_id === link.id && isOfWorkflow(s.action))
      .map((s) => ({ action: s.action, people: peopleOf(workflowOf({ workflows }, link.workflow), s) })),
  }));
}

/** Without a household two matters are about the same thing when one opened the other, or place and title are the same. */
function tieOf(matter: OfMatter, link: LinkRow): Tie {
  if (link.parent_id === matter.id) return 'opened';
  if (matter.household_id !== null) return link.household_id === matter.household_id ? 'same' : 'other';
  if (matter.parent_id === link.id) return 'same';
  return link.household_id === null && link.region === matter.region && link.title === matter.title
    ? 'same'
    : 'other';
}

function peopleOf(workflow: Workflow, step: TookRow): string[] {
  return participants(workflow, {
    action: step.action,
    by: step.account_id ?? 'clock',
    facts: step.facts,
  }).filter((id) => id !== 'clock');
}

/** Only workflows that keep somebody out ask who came first. */
async function firstInvestigators(
  tx: Transaction,
  workflows: Workflows,
  matter: OfMatter,
): Promise<string[]> {
  const workflow = workflowOf({ workflows }, matter.workflow);
  if (matter.household_id === null || workflow.barring === undefined) return [];
  const steps = await tx.rows<TookRow>(sql`
    select s.matter_id, s.action, s.account_id, s.facts from step s join matter m on m.id = s.matter_id
    where m.household_id = ${matter.household_id} and m.workflow = ${matter.workflow} and m.id <> ${matter.id}
      and m.opened_at <= (select opened_at from matter where id = ${matter.id})
      and s.action = any(${workflow.barring.actions}::text[])`);
  return steps.flatMap((step) => peopleOf(workflow, step));
}

async function appointedInside(tx: Transaction, region: Facts[string] | undefined): Promise<string[]> {
  if (typeof region !== 'string' || region === '') return [];
  const rows = await tx.rows<{ account_id: string }>(sql`
    select distinct account_id from appointment where revoked_at is null and starts_with(area, ${region})`);
  return rows.map((r) => r.account_id);
}
