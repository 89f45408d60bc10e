import type { Facts } from '@yangguang/domain/workflows/field';
import { everywhere, type Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { countCases } from './count-cases.ts';
import { type CountLineId, reconciles } from './count-lines.ts';
import { isAllCarried } from './look-back.ts';

interface Settings {
  readonly programmes?: readonly string[];
  readonly sampling?: { readonly share: number } | null;
}

/**
 * The facts of a campaign that the records state and nobody types (see the campaign workflow): rosters loaded, serious
 * leads not visited, share of the sample, self-check overdue, inspections open, counts that reconcile, look-back list.
 * Each as text, as conditions compare it.
 * @param counts the numbers, when they have been counted in the same reach
 */
export async function campaignFacts(
  tx: Transaction,
  matter: { readonly id: string },
  facts: Facts,
  today: string,
  counts?: Readonly<Record<CountLineId, number>>,
): Promise<Facts> {
  const campaign = await tx.find<{ id: string; region: string; settings: Settings }>(
    sql`select id, region, settings from campaign where matter_id = ${matter.id}`,
  );
  if (campaign === null) return {};
  const until = facts['selfCheckUntilOn'];
  return {
    dataLoaded: String(await isLoaded(tx, campaign.id)),
    seriousUnvisited: String(await countUnvisited(tx, campaign.id)),
    sampleShareMet: String(await isShareMet(tx, campaign)),
    selfCheckOverdue: String(typeof until === 'string' && until < today),
    inspectionsOpen: String(await countInspections(tx, campaign.id)),
    countsReconcile: String(reconciles(counts ?? (await countCases(tx, everywhere, campaign.id)))),
    openItemsCarried: String(await isAllCarried(tx, campaign.id)),
  };
}

/** At least one import is done, and none of the campaign waits or failed. A batch is done only when its rows add up. */
async function isLoaded(tx: Transaction, campaignId: string): Promise<boolean> {
  const { done, others } = await tx.get<{ done: number; others: number }>(sql`
    select (count(*) filter (where state = 'done'))::integer as done,
      (count(*) filter (where state in ('open', 'waiting', 'failed')))::integer as others
    from import_batch where campaign_id = ${campaignId}`);
  return done > 0 && others === 0;
}

/** Serious leads that somebody must still go and see. */
async function countUnvisited(tx: Transaction, campaignId: string): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from matter m
    where m.campaign_id = ${campaignId} and m.workflow = 'lead' and m.severity = 'serious'
      and m.household_id is not null
      and m.state in ('new', 'triaged', 'toVerify', 'verifying', 'escalated')
      and not exists (select 1 from matter v where v.household_id = m.household_id and v.workflow = 'verification'
        and v.campaign_id = m.campaign_id and v.state in ('visited', 'signed', 'reviewed', 'returned', 'accepted'))`);
  return n;
}

async function countInspections(tx: Transaction, campaignId: string): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from matter
    where campaign_id = ${campaignId} and workflow = 'inspection' and state in ('planned', 'sampled', 'inProgress')`);
  return n;
}

/**
 * In every county where somebody receives one of the programmes: all its towns with recipients stood in a frozen list, and
 * persons whose re-check has a result, each household once, reach the share of the persons of these lists. False as long as
 * nobody is known to receive anything.
 */
async function isShareMet(
  tx: Transaction,
  { id, region, settings }: { id: string; region: string; settings: Settings },
): Promise<boolean> {
  const share = settings.sampling?.share;
  if (share === undefined) return true;
  const rows = await tx.rows<{ isMet: boolean }>(sql`
    with needed as (
      select distinct h.county, h.town from household h where starts_with(h.region, ${region})
        and h.programme = any(${settings.programmes ?? []}::text[])
        and exists (select 1 from entitlement e where e.household_id = h.id and e.to_month is null)),
    frames as (
      select t.key as town, max(t.value::integer) as persons
      from sample s cross join jsonb_each_text(coalesce(s.plan -> 'towns', '{}')) t
      where s.campaign_id = ${id} group by t.key),
    checked as (
      select county, sum(persons) as persons from (
        select distinct on (h.id) h.county, i.persons from sample_item i
          join sample s on s.id = i.sample_id join household h on h.id = i.household_id
        where s.campaign_id = ${id} and i.second_result is not null) as one group by county)
    select bool_and(f.persons is not null)
      and coalesce(max(k.persons), 0) >= ceil(sum(coalesce(f.persons, 0)) * ${share}::numeric) as "isMet"
    from needed n left join frames f using (town) left join checked k on k.county = n.county group by n.county`);
  return rows.length > 0 && rows.every((row) => row.isMet);
}
