import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';

/** What the cases of a campaign say of one household. */
export interface AnnexCase {
  /** Its newest visit: state and who went; null when nobody was to go. */
  readonly visit_state: string | null;
  readonly visitors: readonly string[] | null;
  /** The newest decision in effect, and whether one is under way. */
  readonly decision_kind: string | null;
  readonly is_deciding: boolean;
  readonly confirmed: number;
  /** Omission leads that were confirmed. */
  readonly missing: number;
  readonly is_kin: boolean;
}

/** A household on aid. */
export type InBenefitRow = AnnexCase & {
  readonly id: string;
  readonly region: string;
  readonly programme: string;
  readonly head_name: string;
  readonly private: Buffer | null;
  readonly members: number | null;
  readonly town_name: string;
  readonly village_name: string;
  readonly monthly_fen: bigint;
  /** Its programmes of the campaign, and the other ones it receives. */
  readonly programmes: readonly string[];
  readonly others: readonly string[];
};

/** What happened to a household of alias h in the campaign. Restricted leads are left out: the table is copied. */
function caseOf(reach: Reach, campaignId: string): Sql {
  const here = sql`m.household_id = h.id and m.campaign_id = ${campaignId} and not m.is_restricted and ${inReach(reach, 'm')}`;
  return sql`
    left join lateral (select m.state, m.facts -> 'visitors' as visitors from matter m
      where ${here} and m.workflow = 'verification'
      order by (m.state = 'accepted') desc, m.opened_at desc, m.id limit 1) v on true
    left join lateral (select m.kind from matter m where ${here} and m.workflow = 'decision'
        and m.state in ('effective', 'archived', 'underReconsideration', 'inCourt', 'corrected')
      order by m.changed_at desc, m.id limit 1) d on true
    left join lateral (select
        bool_or(m.workflow = 'decision' and not m.is_ended and m.state not in
          ('effective', 'underReconsideration', 'inCourt', 'corrected')) as is_deciding,
        count(*) filter (where m.workflow = 'lead' and x.verdict in ('confirmed', 'partly'))::integer as confirmed,
        count(*) filter (where x.family = 'OMI' and x.verdict in ('confirmed', 'partly'))::integer as missing,
        bool_or(m.facts ->> 'isKinCase' = 'true') as is_kin
      from matter m left join lead x on x.matter_id = m.id where ${here}) c on true`;
}

const caseColumns: Sql = sql`v.state as visit_state, v.visitors, d.kind as decision_kind,
  coalesce(c.is_deciding, false) as is_deciding, coalesce(c.confirmed, 0) as confirmed, coalesce(c.missing, 0) as missing,
  coalesce(c.is_kin, false) or exists (select 1 from kinship k where k.household_id = h.id) as is_kin`;

/** Names of the town and the village of alias h. */
const placeNames: Sql = sql`coalesce((select t.name from division t where t.code = h.town), h.town, '') as town_name,
  coalesce((select g.name from division g where g.code = h.region and length(h.region) = 12), '') as village_name`;

/**
 * Every household of a town that receives one of the programmes on a day, with what the campaign found: in the order of
 * villages and names.
 * @param of `town` nine or twelve digits; `on` 'YYYY-MM-DD'
 */
export function inBenefitRows(
  tx: Transaction,
  reach: Reach,
  of: {
    readonly campaignId: string;
    readonly town: string;
    readonly programmes: readonly string[];
    readonly on: string;
  },
): Promise<InBenefitRow[]> {
  return tx.rows<InBenefitRow>(sql`
    select h.id, h.region, h.programme, h.head_name, h.private, h.members, ${placeNames}, e.monthly_fen, e.programmes,
      e.others, ${caseColumns}
    from household h
    join lateral (select sum(x.monthly_fen) filter (where x.programme = any(${of.programmes}::text[]))::bigint as monthly_fen,
        coalesce(array_agg(distinct x.programme) filter (where x.programme = any(${of.programmes}::text[])), '{}') as programmes,
        coalesce(array_agg(distinct x.programme) filter (where x.programme <> all(${of.programmes}::text[])), '{}') as others
      from entitlement x where x.household_id = h.id and x.from_month <= ${of.on}::date
        and (x.to_month is null or x.to_month > ${of.on}::date)) e on e.monthly_fen is not null
    ${caseOf(reach, of.campaignId)}
    where h.town = ${of.town.slice(0, 9)} and starts_with(h.region, ${of.town}) and ${inReach(reach, 'h')}
    order by h.region, h.head_name collate "C", h.id`);
}

/** An application that was refused. */
export type RejectedRow = AnnexCase & {
  /** Of its lead or its decision. */
  readonly matter_id: string;
  readonly household_id: string | null;
  readonly region: string;
  readonly programme: string;
  readonly name: string;
  readonly lead_id: string | null;
  readonly lead_private: Buffer | null;
  readonly private: Buffer | null;
  readonly members: number | null;
  readonly town_name: string;
  readonly village_name: string;
  /** Of the decision; the lists say it for the others. */
  readonly applied_on: string | null;
  readonly refusal: string | null;
  readonly lead_verdict: string | null;
};

/** The rule whose findings are the applications that were refused, as the department's list has them. */
const refusedRule = 'OMI-12';

/**
 * Refused applications of a town: those of the department's list that the campaign looks at again, and those refused
 * here since the day; in the order of villages and names.
 */
export function rejectedRows(
  tx: Transaction,
  reach: Reach,
  of: { readonly campaignId: string; readonly town: string; readonly sinceOn: string },
): Promise<RejectedRow[]> {
  return tx.rows<RejectedRow>(sql`
    with refused as (
      select m.id, m.household_id, m.region, m.town, m.programme, m.title, x.id as lead_id, x.private as lead_private,
        x.verdict, null::date as applied_on, null::text as refusal
      from matter m join lead x on x.matter_id = m.id
      where m.campaign_id = ${of.campaignId} and m.workflow = 'lead' and x.rule = ${refusedRule}
        and m.town = ${of.town.slice(0, 9)} and m.state not in ('merged', 'suppressed') and ${inReach(reach, 'm')}
      union all
      select m.id, m.household_id, m.region, m.town, m.programme, m.title, null, null, null,
        (m.opened_at at time zone 'Asia/Shanghai')::date,
        (select s.reason from step s where s.matter_id = m.id and s.action = 'decide' order by s.step_no desc limit 1)
      from matter m where m.workflow = 'decision' and m.kind = 'refuse'
        and m.state in ('decided', 'notified', 'archived', 'underReconsideration', 'inCourt')
        and m.town = ${of.town.slice(0, 9)} and m.opened_at >= ${of.sinceOn}::date and ${inReach(reach, 'm')})
    select r.id as matter_id, r.household_id, r.region, r.programme, r.title as name, r.lead_id, r.lead_private, h.private,
      h.members, coalesce((select t.name from division t where t.code = r.town), '') as town_name,
      coalesce((select g.name from division g where g.code = r.region and length(r.region) = 12), '') as village_name,
      r.applied_on, r.refusal, r.verdict as lead_verdict, ${caseColumns}
    from refused r left join household h on h.id = r.household_id ${caseOf(reach, of.campaignId)}
    where starts_with(r.region, ${of.town}) order by r.region, r.title collate "C", r.id`);
}
