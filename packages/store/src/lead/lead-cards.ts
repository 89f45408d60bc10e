import type { Reach, Transaction } from '../database.ts';
import { inForce } from '../household/benefits.ts';
import { inReach, unrestricted } from '../matter/in-reach.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';

/** What is known of one household beside its leads. */
export interface CardFacts {
  readonly household_id: string;
  readonly region: string;
  readonly programme: string;
  readonly head_name: string;
  /** Open leads in reach, the money at stake in them, and how many say that it was left out of something. */
  readonly open_leads: number;
  readonly amount_fen: bigint;
  readonly may_be_missing: number;
  readonly worst: 'info' | 'suspect' | 'serious' | null;
  /** Of the entitlements in force. */
  readonly receives_fen: bigint;
}

/** The cards of these households, in one statement; those out of reach are not among them. @param on today, 'YYYY-MM-DD' */
export function cardFacts(
  tx: Transaction,
  reach: Reach,
  householdIds: readonly string[],
  on: string,
): Promise<CardFacts[]> {
  if (householdIds.length === 0) return Promise.resolve([]);
  return tx.rows<CardFacts>(sql`
    select h.id as household_id, h.region, h.programme, h.head_name, l.open_leads, l.amount_fen, l.may_be_missing, l.worst,
      (select coalesce(sum(x.monthly_fen), 0)::bigint from entitlement x
        where x.household_id = h.id and ${inForce(on)} and ${inReach(reach, 'x')}) as receives_fen
    from household h cross join lateral (
      select count(*)::integer as open_leads, coalesce(sum(m.amount_fen), 0)::bigint as amount_fen,
        (count(*) filter (where x.family = 'OMI'))::integer as may_be_missing,
        (array['info', 'suspect', 'serious'])[max(array_position(array['info', 'suspect', 'serious'], m.severity))] as worst
      from matter m left join lead x on x.matter_id = m.id and ${unrestricted(reach)}
      where m.household_id = h.id and m.workflow = 'lead' and not m.is_ended and ${inReach(reach, 'm')}) as l
    where h.id = any(${householdIds}::uuid[]) and ${inReach(reach, 'h')}`);
}

/** Matters of the leads of these households, at most so many of each, soonest due first or, ended ones, newest first. */
export function leadMattersOf(
  tx: Transaction,
  reach: Reach,
  householdIds: readonly string[],
  options: { readonly ended: boolean; readonly most: number },
): Promise<MatterRow[]> {
  if (householdIds.length === 0) return Promise.resolve([]);
  const order = options.ended ? sql`m.changed_at desc, m.id desc` : sql`m.sort_on, m.id`;
  return tx.rows<MatterRow>(sql`
    select m.* from unnest(${householdIds}::uuid[]) as a (id) cross join lateral (
      select ${matterColumns} from matter m where m.household_id = a.id and m.workflow = 'lead'
        and m.is_ended = ${options.ended}::boolean and ${inReach(reach, 'm')}
      order by ${order} limit ${options.most}) as m`);
}
