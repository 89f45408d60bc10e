import type { Facts } from '@yangguang/domain/workflows/field';
import type { Reach, Transaction } from '../database.ts';
import { type Sql, sql } from '../sql.ts';

/** A campaign with its phase and days as the journal has them. */
export interface CampaignRow {
  readonly id: string;
  readonly matter_id: string;
  readonly template: string;
  readonly title: string;
  readonly document_no: string | null;
  readonly region: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly settings: unknown;
  readonly state: string;
  readonly version: number;
  /** Facts of its matter: the days of the phases with all extensions. */
  readonly facts: Facts;
}

/** What a campaign is created with; its phase comes from the journal. */
export type NewCampaign = Omit<CampaignRow, 'state' | 'version' | 'facts'>;

/** False when the id is taken. */
export async function insertCampaign(tx: Transaction, row: NewCampaign): Promise<boolean> {
  const added = await tx.run(sql`
    insert into campaign (id, matter_id, template, title, document_no, region, from_on, to_on, settings)
    values (${row.id}, ${row.matter_id}, ${row.template}, ${row.title}, ${row.document_no}, ${row.region},
      ${row.from_on}, ${row.to_on}, ${JSON.stringify(row.settings)}::jsonb)
    on conflict (id) do nothing`);
  return added === 1;
}

/** Its own area and those below read a campaign: the plan is addressed to them. */
function addressedTo(reach: Reach): Sql {
  const areas = reach.scopes.map(({ area }) => area);
  return sql`exists (select 1 from unnest(${areas}::text[]) as a (area)
    where starts_with(c.region, a.area) or starts_with(a.area, c.region))`;
}

const columns: Sql = sql`c.id, c.matter_id, c.template, c.title, c.document_no, c.region, c.from_on, c.to_on, c.settings,
  p.state, p.version, p.facts`;

/** The campaign, or null when it is not there or not addressed to one of the areas. */
export function findCampaign(tx: Transaction, reach: Reach, id: string): Promise<CampaignRow | null> {
  return tx.find<CampaignRow>(sql`select ${columns} from campaign c
    join campaign_present(array[${id}]::uuid[]) p on p.campaign_id = c.id
    where c.id = ${id} and ${addressedTo(reach)}`);
}

/** The last row of a page. */
export interface CampaignKey {
  readonly fromOn: string;
  readonly id: string;
}

/** Campaigns addressed to the areas, the newest first. */
export async function listCampaigns(
  tx: Transaction,
  reach: Reach,
  page: { readonly after: CampaignKey | null; readonly limit: number },
): Promise<CampaignRow[]> {
  const after =
    page.after === null
      ? sql`true`
      : sql`(c.from_on, c.id) < (${page.after.fromOn}::date, ${page.after.id}::uuid)`;
  const found = await tx.rows<{ id: string }>(sql`select c.id from campaign c
    where ${addressedTo(reach)} and ${after} order by c.from_on desc, c.id desc limit ${page.limit}`);
  const ids = found.map((f) => f.id);
  return tx.rows<CampaignRow>(sql`select ${columns} from campaign c
    join campaign_present(${ids}::uuid[]) p on p.campaign_id = c.id
    where c.id = any(${ids}::uuid[]) order by c.from_on desc, c.id desc`);
}

/** Keeps the end of the row in step with the journal. */
export async function moveCampaignEnd(tx: Transaction, id: string, endOn: string): Promise<void> {
  await tx.run(
    sql`update campaign set to_on = ${endOn}, version = version + 1 where id = ${id} and to_on <> ${endOn}`,
  );
}
