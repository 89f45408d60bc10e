import type { Facts } from '@yangguang/domain/workflows/field';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { campaignFacts } from '../campaign/state-campaign.ts';
import { inWholeCampaign } from '../campaign/whole-campaign.ts';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import type { MatterRow } from './matter-row.ts';

/** What stating facts takes from the policy pack. */
export interface StatedBy {
  readonly now: Date;
  /** Number of months that a parameter says; null when nobody has told it. */
  readonly months: (parameter: string) => number | null;
}

/**
 * Facts that only the server can state, by workflow: of an inspection how many drawn households are neither visited nor
 * replaced (`sampleOpen`); of a closed hazard whether the same kind came back in the same home within the months after
 * closing (`isRelapse`); of a campaign what its next phase waits for (`campaignFacts`).
 */
export async function stateFacts(
  tx: Transaction,
  matter: MatterRow,
  facts: Facts,
  by: StatedBy,
): Promise<Facts> {
  if (matter.workflow === 'campaign') {
    const today = dayOf(by.now.toISOString());
    return inWholeCampaign(tx, matter.region, () => campaignFacts(tx, matter, facts, today));
  }
  if (matter.workflow === 'inspection') return { sampleOpen: String(await openItems(tx, matter.id)) };
  if (matter.workflow === 'hazard' && matter.is_ended)
    return { isRelapse: String(await hasRelapsed(tx, matter, facts, by)) };
  return {};
}

async function openItems(tx: Transaction, inspectionId: string): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from sample_item i join sample s on s.id = i.sample_id
    where s.matter_id = ${inspectionId}
      and i.second_result is null and i.replaced_at is null
      and not exists (select 1 from sample_item r where r.sample_id = i.sample_id and r.replaces = i.household_id)
      and not exists (select 1 from matter m where m.id = i.matter_id
        and m.state in ('visited', 'signed', 'reviewed', 'accepted'))`);
  return n;
}

async function hasRelapsed(
  tx: Transaction,
  matter: MatterRow,
  facts: Facts,
  { now, months }: StatedBy,
): Promise<boolean> {
  const limit = months('hazard.relapseMonths');
  const home = facts['institutionName'];
  if (limit === null || typeof home !== 'string') return false;
  const found = await tx.rows(sql`
    select 1 from matter m where m.workflow = 'hazard' and m.id <> ${matter.id} and m.region = ${matter.region}
      and m.kind = ${matter.kind} and m.facts ->> 'institutionName' = ${home} and m.opened_at > ${matter.changed_at}
      and m.opened_at <= ${matter.changed_at}::timestamptz + make_interval(months => ${limit}::integer)
      and m.opened_at <= ${now} limit 1`);
  return found.length > 0;
}
