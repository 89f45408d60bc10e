import { type FrameHousehold, stratumOf } from '@yangguang/domain/sampling/frame';
import type { Facts } from '@yangguang/domain/workflows/field';
import { participants } from '@yangguang/domain/workflows/workflow';
import type { Reach, Transaction } from '../database.ts';
import { type Room, workflowOf } from '../journal/room.ts';
import { inReach } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import { sampleRefusal } from './sample-refusals.ts';

/** Whom a sample is drawn from. */
export interface FrameRequest {
  /** The inspected division. */
  readonly region: string;
  readonly programmes: readonly string[];
  /** 'YYYY-MM-01': who receives something in this month. */
  readonly month: string;
}

/** Households of one draw, at most. */
const most = 300_000;

interface FrameRow {
  readonly id: string;
  readonly town: string;
  readonly programme: string;
  readonly persons: number;
  readonly must: boolean;
  readonly risky: boolean;
}

/**
 * The list of households on benefit as it is now, with what the draw must know of each: persons (one where the roll does
 * not say), stratum of town, programme and risk, whether it must be checked (kin of officials, the complained of, serious
 * leads that were not cleared), and who investigated it first. Restricted leads count whoever draws: the list does not
 * depend on the drawer's rights, and does not say which reason it was.
 * @throws UserError SMP-113 when there is nobody, or too many
 */
export async function freezeFrame(
  tx: Transaction,
  room: Pick<Room, 'workflows'>,
  reach: Reach,
  request: FrameRequest,
): Promise<FrameHousehold[]> {
  const rows = await tx.rows<FrameRow>(sql`
    with alive as (
      select m.household_id, m.severity, m.workflow, m.facts, coalesce(l.family = 'KIN' or l.is_restricted, false) as is_kin
      from matter m left join lead l on l.matter_id = m.id
      where m.household_id is not null and starts_with(m.region, ${request.region})
        and (m.workflow = 'petition' or m.workflow = 'lead'
          and m.state not in ('cleared', 'dismissedData', 'merged', 'suppressed', 'expired'))),
    marked as (
      select household_id, bool_or(is_kin or severity = 'serious' or workflow = 'petition'
          or facts ->> 'isComplaint' = 'true' or facts ->> 'isKinCase' = 'true') as must,
        bool_or(severity = 'suspect') as risky
      from alive group by household_id)
    select h.id, h.town, h.programme, greatest(coalesce(h.members, 1), 1) as persons,
      coalesce(k.must, false) or exists (select 1 from kinship s where s.household_id = h.id) as must,
      coalesce(k.risky, false) as risky
    from household h left join marked k on k.household_id = h.id
    where starts_with(h.region, ${request.region}) and h.programme = any(${request.programmes}::text[])
      and ${inReach(reach, 'h')}
      and exists (select 1 from entitlement e where e.household_id = h.id
        and e.from_month <= ${request.month}::date and (e.to_month is null or e.to_month > ${request.month}::date))
    order by h.id limit ${most + 1}`);
  if (rows.length === 0 || rows.length > most) throw sampleRefusal('SMP-113');
  const first = await firstInvestigators(tx, room, request.region);
  return rows.map(({ id, town, programme, persons, must, risky }) => ({
    ...{ id, town, persons, must },
    stratum: stratumOf(town, programme, risky ? 'high' : 'low'),
    investigators: [...(first.get(id) ?? [])].sort(),
  }));
}

/** Accounts that took part in the visits of households of the division, by household. */
async function firstInvestigators(
  tx: Transaction,
  room: Pick<Room, 'workflows'>,
  region: string,
): Promise<Map<string, Set<string>>> {
  const workflow = workflowOf(room, 'verification');
  const steps = await tx.rows<{ household: string; action: string; by: string | null; facts: Facts }>(sql`
    select m.household_id as household, s.action, s.account_id as by, s.facts from step s join matter m on m.id = s.matter_id
    where m.workflow = 'verification' and m.household_id is not null and starts_with(m.region, ${region})
      and s.action = any(${workflow.barring?.actions ?? []}::text[])`);
  const people = new Map<string, Set<string>>();
  for (const { household, action, by, facts } of steps) {
    const all = people.get(household) ?? new Set();
    for (const account of participants(workflow, { action, by: by ?? 'clock', facts }))
      if (account !== 'clock') all.add(account);
    people.set(household, all);
  }
  return people;
}
