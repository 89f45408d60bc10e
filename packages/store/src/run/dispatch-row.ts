import type { Reach, Transaction } from '../database.ts';
import { requestHash, requestHashes } from '../journal/request-hash.ts';
import { inArea, inReach } from '../matter/in-reach.ts';
import type { MatterFilter } from '../matter/list-matters.ts';
import { equalsAny, matchConditions } from '../matter/match-matters.ts';
import { every, type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { intakeRefusal } from './intake-refusals.ts';

/** Which leads are sent: those not yet dispatched, of these severities and rules; none named is all. */
export interface DispatchFilter {
  /** A county, town or village. */
  readonly area: string;
  readonly campaignId: string | null;
  readonly severities: readonly string[];
  readonly rules: readonly string[];
  /** What else they must fit, as filters of the queue say. */
  readonly match?: MatterFilter;
  /** Only these, where any are named. */
  readonly matterIds?: readonly string[];
}

export type DispatchState = 'waiting' | 'done' | 'failed' | 'cancelled';

/** Leads sent to the towns in one go, with how far it is. */
export interface DispatchRow {
  readonly id: string;
  readonly region: string;
  readonly campaign_id: string | null;
  readonly filter: DispatchFilter;
  readonly state: DispatchState;
  readonly job_id: string | null;
  readonly report: unknown;
  readonly sent_by: string | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly version: number;
  readonly job_state: string | null;
  readonly progress: number | null;
  readonly stage_zh: string | null;
  readonly stage_en: string | null;
}

/** States from which a lead is dispatched. */
const sendable = sql`m.state in ('new', 'triaged')`;

/** Leads that can be dispatched, of a filter, in reach. `until`: entered not later than that. */
function openLeads(reach: Reach, filter: DispatchFilter, until: Date | null): Sql {
  const conditions = [sql`not m.is_ended`, sendable, chosen(reach, filter)];
  if (until !== null) conditions.push(sql`m.opened_at <= ${until}::timestamptz`);
  return every(conditions);
}

/** Leads of a filter, in reach, whatever became of them. */
function chosen(reach: Reach, filter: DispatchFilter): Sql {
  const { match, matterIds = [] } = filter;
  const conditions = [
    sql`m.workflow = 'lead'`,
    inArea(filter.area, 'm'),
    inReach(reach, 'm'),
    ...equalsAny(sql`m.severity`, filter.severities),
    ...equalsAny(sql`m.kind`, filter.rules),
  ];
  if (filter.campaignId !== null) conditions.push(sql`m.campaign_id = ${filter.campaignId}`);
  if (match !== undefined)
    conditions.push(match.ended === true ? sql`m.is_ended` : sql`not m.is_ended`, ...matchConditions(match));
  if (matterIds.length > 0) conditions.push(sql`m.id = any(${matterIds}::uuid[])`);
  return every(conditions);
}

/** Of what was chosen, how many a dispatch leaves where they are, by state. */
export function leftOutOfDispatch(
  tx: Transaction,
  reach: Reach,
  filter: DispatchFilter,
): Promise<{ readonly state: string; readonly leads: number }[]> {
  return tx.rows(sql`select m.state, count(*)::integer as leads from matter m
    where ${chosen(reach, filter)} and not (not m.is_ended and ${sendable}) group by 1 order by 1`);
}

/** Of what would be sent, how many are about kin of the account. */
export async function countKinLeads(
  tx: Transaction,
  reach: Reach,
  filter: DispatchFilter,
  accountId: string,
): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from kinship k join matter m on m.household_id = k.household_id
    where k.account_id = ${accountId} and ${openLeads(reach, filter, null)}`);
  return n;
}

/** Leads that run by the same clocks: of one town, severity, day and end. */
export interface DispatchGroup {
  /** 9 digits; 6 for leads of no known town. */
  readonly region: string;
  readonly name: string;
  readonly severity: string;
  readonly opened_at: Date;
  readonly campaign_end_on: string | null;
  readonly leads: number;
}

/** What a dispatch would send, in groups. */
export function dispatchGroups(
  tx: Transaction,
  reach: Reach,
  filter: DispatchFilter,
): Promise<DispatchGroup[]> {
  return tx.rows<DispatchGroup>(sql`
    select g.*, coalesce(d.name, g.region) as name from (
      select left(m.region, 9) as region, coalesce(m.severity, 'info') as severity, min(m.opened_at) as opened_at,
        m.facts ->> 'campaignEndOn' as campaign_end_on, count(*)::integer as leads
      from matter m where ${openLeads(reach, filter, null)}
      group by left(m.region, 9), coalesce(m.severity, 'info'), (m.opened_at at time zone 'Asia/Shanghai')::date,
        m.facts ->> 'campaignEndOn') as g
    left join division d on d.code = g.region order by g.region, g.severity, g.opened_at`);
}

/** Households and people that a dispatch sends somebody to, by town. */
export function dispatchHomes(
  tx: Transaction,
  reach: Reach,
  filter: DispatchFilter,
): Promise<{ readonly region: string; readonly households: number }[]> {
  return tx.rows(sql`
    select left(m.region, 9) as region, count(distinct coalesce(m.household_id, m.id))::integer as households
    from matter m where ${openLeads(reach, filter, null)} group by 1`);
}

/** Some of the leads to send, in the order of their ids after the last one. */
export async function nextToDispatch(
  tx: Transaction,
  reach: Reach,
  dispatch: Pick<DispatchRow, 'filter' | 'created_at'>,
  page: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly id: string; readonly region: string }[]> {
  const after = page.after === null ? sql`` : sql`and m.id > ${page.after}`;
  return tx.rows(sql`select m.id, m.region from matter m
    where ${openLeads(reach, dispatch.filter, dispatch.created_at)} ${after} order by m.id limit ${page.limit}`);
}

/** A dispatch to send. */
export interface NewDispatch extends DispatchFilter {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/**
 * Enters a dispatch. Sent again, there is still one.
 * @returns false when it is there already
 * @throws UserError DSP-101 the id stands for another one
 */
export async function addDispatch(tx: Transaction, vault: Vault, dispatch: NewDispatch): Promise<boolean> {
  const { id, at, ...content } = dispatch;
  const { by: _, ...filter } = content;
  const made = await tx.run(sql`
    insert into dispatch (id, campaign_id, region, filter, state, request_hash, sent_by, created_at)
    values (${id}, ${dispatch.campaignId}, ${dispatch.area}, ${JSON.stringify(filter)}::jsonb, 'waiting',
      ${requestHash(vault, content)}, ${dispatch.by}, ${at}) on conflict do nothing`);
  if (made === 1) return true;
  const stored = await tx.find<{ request_hash: Buffer }>(
    sql`select request_hash from dispatch where id = ${id}`,
  );
  if (stored === null || !requestHashes(vault, content).some((one) => one.equals(stored.request_hash)))
    throw intakeRefusal('DSP-101');
  return false;
}

/** Ties a dispatch to the job that carries it out. */
export async function setDispatchJob(tx: Transaction, id: string, jobId: string): Promise<void> {
  await tx.run(sql`update dispatch set job_id = ${jobId} where id = ${id}`);
}

/** The dispatch, or null when it is not there or out of reach. */
export function findDispatch(tx: Transaction, reach: Reach, id: string): Promise<DispatchRow | null> {
  return tx.find<DispatchRow>(sql`
    select x.id, x.region, x.campaign_id, x.filter, x.state, x.job_id, x.report, x.sent_by, x.created_at, x.ended_at,
      x.version, j.state as job_state, j.progress, j.stage_zh, j.stage_en
    from dispatch x left join job j on j.id = x.job_id where x.id = ${id} and ${inReach(reach, 'x')}`);
}

/** What became of it. */
export async function endDispatch(
  tx: Transaction,
  id: string,
  ended: { readonly state: 'done' | 'failed' | 'cancelled'; readonly report: object; readonly at: Date },
): Promise<void> {
  await tx.run(sql`update dispatch set state = ${ended.state}, report = ${JSON.stringify(ended.report)}::jsonb,
    ended_at = ${ended.at}, version = version + 1 where id = ${id} and state = 'waiting'`);
}
