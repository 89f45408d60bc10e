import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { normaliseNumber } from './normalise-number.ts';
import { householdContext, type HouseholdPrivate } from './household.ts';

/** A row of `household`, as the table has it. */
export interface HouseholdRow {
  readonly id: string;
  readonly region: string;
  readonly programme: string;
  readonly head_name: string;
  readonly private: Buffer | null;
  readonly address: string | null;
  readonly members: number | null;
  readonly version: number;
  readonly updated_at: Date;
}

const columns: Sql = sql`h.id, h.region, h.programme, h.head_name, h.private, h.address, h.members, h.version, h.updated_at`;

/** A period of an entitlement. */
export interface EntitlementRow {
  readonly id: string;
  readonly programme: string;
  readonly monthly_fen: bigint;
  readonly from_month: string;
  readonly to_month: string | null;
  /** The decision that made it; null for what the department's roll said. */
  readonly by_step: string | null;
}

/** The household, or null when it is not there or out of reach. */
export function findHousehold(tx: Transaction, reach: Reach, id: string): Promise<HouseholdRow | null> {
  return tx.find<HouseholdRow>(
    sql`select ${columns} from household h where h.id = ${id} and ${inReach(reach, 'h')}`,
  );
}

/** What is personal about it, opened; null when nothing was handed over. */
export function openHousehold(vault: Vault, row: HouseholdRow): HouseholdPrivate | null {
  return row.private === null
    ? null
    : (vault.open(row.private, householdContext(row.id)) as HouseholdPrivate);
}

/** What it receives and has received, the newest first. */
export function entitlementsOf(
  tx: Transaction,
  reach: Reach,
  householdId: string,
): Promise<EntitlementRow[]> {
  return tx.rows<EntitlementRow>(sql`
    select x.id, x.programme, x.monthly_fen, x.from_month, x.to_month, x.by_step from entitlement x
    where x.household_id = ${householdId} and ${inReach(reach, 'x')}
    order by x.to_month desc nulls first, x.from_month desc, x.id limit 500`);
}

/**
 * Households in which the number occurs, in reach only: whether it is known elsewhere is not told.
 * @param number an identity number, an account or a telephone, as typed
 */
export async function findByNumber(
  tx: Transaction,
  vault: Vault,
  reach: Reach,
  number: { readonly kind: 'id' | 'account' | 'phone'; readonly text: string },
): Promise<HouseholdRow[]> {
  const normal = normaliseNumber(number.kind, number.text);
  if (normal === null) return [];
  const hashes = vault.blind(number.kind, normal).map((b) => b.hash);
  return tx.rows<HouseholdRow>(sql`
    select ${columns} from household h where h.id in (
      select x.household_id from person_index x
      where x.blind = any(${hashes}::bytea[]) and x.kind = ${number.kind} and ${inReach(reach, 'x')})
    and ${inReach(reach, 'h')} order by h.head_name collate "C", h.id limit 50`);
}

/** The last row of a page. */
export interface NameKey {
  readonly name: string;
  readonly id: string;
}

/**
 * Households whose head's name begins so, in the order of their names, in reach only. Each area is read through the
 * index of its level: a page costs the same whatever the number of households.
 */
export async function findByName(
  tx: Transaction,
  reach: Reach,
  area: string,
  prefix: string,
  page: { readonly after: NameKey | null; readonly limit: number },
): Promise<HouseholdRow[]> {
  const areas = area.length >= 6 ? [area] : await countiesUnder(tx, area);
  const column = area.length >= 9 ? sql`h.town` : sql`h.county`;
  const keys = area.length >= 9 ? [area.slice(0, 9)] : areas;
  const exact = area.length === 12 ? sql`and h.region = ${area}` : sql``;
  const after =
    page.after === null
      ? sql``
      : sql`and (h.head_name collate "C", h.id) > (${page.after.name} collate "C", ${page.after.id}::uuid)`;
  const end = prefix === '' ? sql`` : sql`and h.head_name collate "C" < ${`${prefix}\u{10FFFF}`} collate "C"`;
  return tx.rows<HouseholdRow>(sql`
    select page.* from unnest(${keys}::text[]) as a (area) cross join lateral (
      select ${columns} from household h where ${column} = a.area and h.head_name collate "C" >= ${prefix} collate "C"
        ${end} ${after} ${exact} and ${inReach(reach, 'h')}
      order by h.head_name collate "C", h.id limit ${page.limit}) as page
    order by page.head_name collate "C", page.id limit ${page.limit}`);
}

async function countiesUnder(tx: Transaction, area: string): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(
    sql`select distinct left(code, 6) as code from division where starts_with(code, ${area})`,
  );
  return rows.map((r) => r.code);
}
