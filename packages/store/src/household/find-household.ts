import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { blindHashes, normaliseNumber, type SearchKind } from './normalise-number.ts';
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

/** The most that one search gives. */
export const foundAtMost = 50;

/**
 * Households in which the number or the name occurs, in reach only: whether it is known elsewhere is not told. One more
 * than {@link foundAtMost} when there are more.
 * @param sought a whole identity number, account, telephone or member's name, as typed
 */
export async function findByNumber(
  tx: Transaction,
  vault: Vault,
  reach: Reach,
  sought: { readonly kind: SearchKind; readonly text: string },
): Promise<HouseholdRow[]> {
  const normal = normaliseNumber(sought.kind, sought.text);
  if (normal === null) return [];
  const hashes = blindHashes(vault, sought.kind, normal).map((b) => b.hash);
  return tx.rows<HouseholdRow>(sql`
    select ${columns} from household h where h.id in (
      select x.household_id from person_index x
      where x.blind = any(${hashes}::bytea[]) and x.kind = ${sought.kind} and ${inReach(reach, 'x')})
    and ${inReach(reach, 'h')} order by h.head_name collate "C", h.id limit ${foundAtMost + 1}`);
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

/** Cards that share members are few; more than these are one number on many cards, which a rule finds. */
const sharingAtMost = 20;

/** Other households in reach on whose card one of these identity numbers stands, such as the same person's tekun card. */
export async function householdsSharing(
  tx: Transaction,
  vault: Vault,
  reach: Reach,
  householdId: string,
  idNumbers: readonly string[],
): Promise<HouseholdRow[]> {
  const normal = idNumbers.flatMap((number) => normaliseNumber('id', number) ?? []);
  if (normal.length === 0) return [];
  const hashes = normal.flatMap((number) => blindHashes(vault, 'id', number).map((blind) => blind.hash));
  return tx.rows<HouseholdRow>(sql`
    select ${columns} from household h where h.id <> ${householdId} and h.id in (
      select x.household_id from person_index x
      where x.blind = any(${hashes}::bytea[]) and x.kind = 'id' and ${inReach(reach, 'x')})
    and ${inReach(reach, 'h')} order by h.programme, h.id limit ${sharingAtMost}`);
}
