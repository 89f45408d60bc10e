import type { Transaction } from '../database.ts';
import {
  type HouseholdPrivate,
  type NewHousehold,
  putHouseholds,
  type RollEntitlement,
} from '../household/household.ts';
import { normaliseNumber } from '../household/normalise-number.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { stableIds } from './stable-id.ts';

/** A household of the rolls in force, as a run hands it over. */
export interface RollHousehold {
  /** Programme and head: the same in every run. */
  readonly identity: string;
  readonly region: string;
  readonly programme: string;
  readonly headName: string;
  readonly address: string | null;
  readonly private: HouseholdPrivate;
  /** A month, from the roll; null where it says no amount. */
  readonly monthlyFen: number | null;
  /** 'YYYY-MM'; null when the roll does not say. */
  readonly fromMonth: string | null;
}

/** What a roll is entered with. */
export interface RollEntry {
  /** 6 digits. */
  readonly county: string;
  /** 'YYYY-MM' from which a changed amount counts: the month of the run's date. */
  readonly month: string;
  readonly at: Date;
}

/**
 * Enters households of the rolls, each under the id it always had. What a family receives is as the roll says, except
 * where a decision made here has spoken: the roll never undoes one. An amount that differs from the earlier roll ends
 * that period and begins a new one. A few hundred at a time, as the tables' owner; nothing that chains comes after.
 * @returns the id of each, in order
 */
export async function enterRolls(
  tx: Transaction,
  vault: Vault,
  households: readonly RollHousehold[],
  entry: RollEntry,
): Promise<string[]> {
  const ids = await findRollIds(tx, vault, households, entry.county);
  const periods = await periodsOf(tx, ids);
  const ended: string[] = [];
  const rows = households.map((household, i): NewHousehold => {
    const id = ids[i] ?? '';
    const turn = turnOf(vault, id, household, periods.get(id) ?? [], entry.month);
    ended.push(...turn.ended);
    const { region, programme, headName, address } = household;
    return { id, region, programme, headName, address, private: household.private, entitlements: turn.begun };
  });
  await tx.run(sql`update entitlement set to_month = greatest(from_month, ${`${entry.month}-01`}::date)
    where id = any(${ended}::uuid[])`);
  // The same household twice in one statement would be refused; the last one stands.
  await putHouseholds(tx, vault, [...new Map(rows.map((row) => [row.id, row])).values()], entry.at);
  return ids;
}

/** The ids these households have in the store, or will have. */
export async function findRollIds(
  tx: Transaction,
  vault: Vault,
  households: readonly RollHousehold[],
  county: string,
): Promise<string[]> {
  const candidates = households.map((h) => stableIds(vault, `household|${county}|${h.identity}`));
  const rows = await tx.rows<{ id: string }>(
    sql`select id from household where id = any(${candidates.flat()}::uuid[])`,
  );
  const known = new Set(rows.map((row) => row.id));
  const found = candidates.map((ids) => ids.find((id) => known.has(id)) ?? null);
  const strangers = households.filter((_, i) => found[i] === null);
  const numbered = await findByHead(tx, vault, strangers, county);
  return households.map((h, i) => found[i] ?? numbered.get(h.identity) ?? candidates[i]?.[0] ?? '');
}

/**
 * Households known by an id from a key that was retired since: the number of the head, which moved on to the newer key,
 * still finds them.
 */
async function findByHead(
  tx: Transaction,
  vault: Vault,
  households: readonly RollHousehold[],
  county: string,
): Promise<Map<string, string>> {
  const heads = households.flatMap((household) => {
    const number = household.private.members.find((member) => member.relation === 'self')?.idNumber ?? null;
    const normal = number === null ? null : normaliseNumber('id', number);
    return normal === null ? [] : vault.blind('id', normal).map(({ hash }) => ({ household, hash }));
  });
  if (heads.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; blind: Buffer; head_name: string; programme: string }>(sql`
    select h.id, x.blind, h.head_name, h.programme from person_index x join household h on h.id = x.household_id
    where x.kind = 'id' and x.blind = any(${heads.map((head) => head.hash)}::bytea[]) and starts_with(x.region, ${county})`);
  const ids = new Map<string, string>();
  for (const { household, hash } of heads) {
    const { headName, programme, identity } = household;
    const row = rows.find(
      (r) => r.blind.equals(hash) && r.head_name === headName && r.programme === programme,
    );
    if (row !== undefined) ids.set(identity, row.id);
  }
  return ids;
}

interface Period {
  readonly id: string;
  readonly household_id: string;
  readonly monthly_fen: bigint;
  readonly from_month: string;
  readonly to_month: string | null;
  readonly is_decided: boolean;
}

async function periodsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Period[]>> {
  const rows = await tx.rows<Period>(sql`
    select id, household_id, monthly_fen, from_month, to_month, coalesce(by_step, ended_by) is not null as is_decided
    from entitlement where household_id = any(${[...ids]}::uuid[]) order by from_month, id`);
  const periods = new Map<string, Period[]>();
  for (const row of rows) periods.set(row.household_id, [...(periods.get(row.household_id) ?? []), row]);
  return periods;
}

/** What the roll begins and ends for one household. */
function turnOf(
  vault: Vault,
  id: string,
  { programme, monthlyFen, fromMonth }: RollHousehold,
  periods: readonly Period[],
  month: string,
): { begun: RollEntitlement[]; ended: string[] } {
  const said = monthlyFen !== null && monthlyFen > 0;
  if (!said || periods.some((period) => period.is_decided)) return { begun: [], ended: [] };
  const open = periods.filter((period) => period.to_month === null);
  const isSame = open.some((period) => period.monthly_fen === BigInt(monthlyFen));
  const others = open.filter((period) => period.monthly_fen !== BigInt(monthlyFen)).map((p) => p.id);
  if (isSame) return { begun: [], ended: others };
  const from = periods.length > 0 ? month : (fromMonth ?? month);
  const [entitlementId = ''] = stableIds(vault, `entitlement|${id}|${programme}|${from}|${monthlyFen}`);
  const begun = {
    id: entitlementId,
    programme,
    monthlyFen: BigInt(monthlyFen),
    fromMonth: `${from}-01`,
    toMonth: null,
  };
  return { begun: [begun], ended: others };
}
