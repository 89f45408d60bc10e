import type { Facts } from '@yangguang/domain/workflows/field';
import type { Opening as Declared, Workflow } from '@yangguang/domain/workflows/workflow';
import type { Transaction } from '../database.ts';
import type { KnownCircumstances } from '../matter/circumstances.ts';
import type { MatterRow } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';
import type { Hand, Opening } from './open-matters.ts';
import { type Room, workflowOf } from './room.ts';

/**
 * The matters that an action opens, as its workflow declares them: about the same subject, in the same place, linked to
 * the one at hand.
 * @param facts of the matter with those of the step
 */
export function childrenOf(
  room: Room,
  workflow: Workflow,
  request: { readonly action: string; readonly stepId: string; readonly at: Date },
  from: {
    readonly matter: MatterRow;
    readonly facts: Facts;
    readonly hand: Hand;
    readonly links: KnownCircumstances['links'];
  },
): Opening[] {
  const declared = workflow.actions[request.action]?.opens ?? [];
  return declared
    .filter(({ when }) => when === undefined || when.in.includes(String(from.facts[when.fact])))
    .map((opening) => ({
      matterId: room.newId(),
      stepId: room.newId(),
      header: {
        workflow: opening.workflow,
        region: regionOf(opening, from),
        programme: from.matter.programme,
        title: from.matter.title,
        householdId: from.matter.household_id,
        campaignId: from.matter.campaign_id,
        parentId: from.matter.id,
        isSealed: workflowOf(room, opening.workflow).sealed === true,
        assignedArea: null,
        assignedTo: null,
        links: [from.matter.id, ...carried(opening, from.links)],
        byStep: request.stepId,
        finding: null,
      },
      facts: handedOver(opening, from.facts),
      reason: null,
      hand: from.hand,
      at: request.at,
      sent: null,
    }));
}

/** Matters opened by a step that is in the journal already. */
export function openedBy(
  tx: Transaction,
  matterId: string,
  stepId: string,
): Promise<{ id: string; workflow: string }[]> {
  return tx.rows(sql`select m.id, m.workflow from matter m join step s on s.matter_id = m.id and s.step_no = 0
    where m.parent_id = ${matterId} and s.header ->> 'byStep' = ${stepId} order by s.seq`);
}

/** A task of an inspection lies with the unit inspected, not with the office that inspects. */
function regionOf({ region }: Declared, from: { matter: MatterRow; facts: Facts }): string {
  const named = region === undefined ? undefined : from.facts[region];
  return typeof named === 'string' ? named : from.matter.region;
}

function carried({ carries = [] }: Declared, links: KnownCircumstances['links']): string[] {
  return links.filter((l) => carries.includes(l.workflow) && l.tie !== 'other').map((l) => l.id);
}

function handedOver(opening: Declared, facts: Facts): Facts {
  const handed: Record<string, Facts[string]> = { ...opening.sets };
  for (const [there, here] of Object.entries(opening.facts ?? {})) {
    const value = facts[here];
    if (value !== undefined) handed[there] = value;
  }
  return opening.kind === undefined ? handed : { ...handed, kind: opening.kind };
}
