import type { Transaction } from '../database.ts';
import { registerRows } from '../audit/register-rows.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { blindHashes, normaliseNumber, type SearchKind } from './normalise-number.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';

/** Somebody of a household, as the rolls say. Encrypted at rest. */
export interface HouseholdMember {
  readonly name: string;
  readonly idNumber: string | null;
  readonly relation: string;
  readonly isInsured: boolean;
  readonly health?: string;
  readonly disability?: string;
  readonly employment?: string;
  readonly birthOn?: string;
}

/** What is personal about a household. Encrypted as one document. */
export interface HouseholdPrivate {
  readonly members: readonly HouseholdMember[];
  readonly accounts: readonly { readonly number: string; readonly name: string; readonly bank: string }[];
  readonly phones: readonly string[];
  readonly fileNo?: string;
  readonly cause?: string;
}

/** What a household receives, as the department's roll has it. */
export interface RollEntitlement {
  readonly id: string;
  readonly programme: string;
  readonly monthlyFen: bigint;
  /** 'YYYY-MM-01' */
  readonly fromMonth: string;
  readonly toMonth: string | null;
}

/** A household as an import hands it over. */
export interface NewHousehold {
  readonly id: string;
  readonly region: string;
  readonly programme: string;
  readonly headName: string;
  readonly address: string | null;
  readonly private: HouseholdPrivate;
  readonly entitlements: readonly RollEntitlement[];
}

export const householdContext = (id: string): string => `household.private:${id}`;

/**
 * Puts households in, or their newer state in place of the older, with the index that finds them by number and what the
 * rolls say they receive. Entitlements from decisions are not touched. A few hundred at a time, each call one transaction
 * in which nothing that chains comes after.
 */
export async function putHouseholds(
  tx: Transaction,
  vault: Vault,
  households: readonly NewHousehold[],
  at: Date,
): Promise<void> {
  if (households.length === 0) return;
  const ids = households.map((h) => h.id);
  await putRows(tx, vault, households, at);
  await putIndex(tx, vault, households);
  await putEntitlements(tx, households);
  await registerRows(tx, vault, 'household', ids, at);
  const own = await tx.rows<{ id: string }>(
    sql`select id from entitlement where household_id = any(${ids}::uuid[])`,
  );
  await registerRows(
    tx,
    vault,
    'entitlement',
    own.map((e) => e.id),
    at,
  );
}

async function putRows(
  tx: Transaction,
  vault: Vault,
  households: readonly NewHousehold[],
  at: Date,
): Promise<void> {
  const rows = households.map((h) => ({
    id: h.id,
    region: h.region,
    programme: h.programme,
    head_name: h.headName,
    private: `\\x${vault.seal(h.private, householdContext(h.id)).toString('hex')}`,
    address: h.address,
    members: h.private.members.length,
    updated_at: at,
  }));
  await tx.run(sql`
    insert into household (id, region, programme, head_name, private, address, members, updated_at)
    select * from jsonb_to_recordset(${canonicalJson(rows)}::jsonb) as t (id uuid, region text, programme text,
      head_name text, private bytea, address text, members integer, updated_at timestamptz)
    on conflict (id) do update set region = excluded.region, programme = excluded.programme,
      head_name = excluded.head_name, private = excluded.private, address = excluded.address,
      members = excluded.members, updated_at = excluded.updated_at, version = household.version + 1`);
}

/** The index of numbers of these households, in place of what it was, under the newest key. */
export async function putIndex(
  tx: Transaction,
  vault: Vault,
  households: readonly Pick<NewHousehold, 'id' | 'region' | 'programme' | 'private'>[],
): Promise<void> {
  const ids = households.map((h) => h.id);
  await tx.run(sql`delete from person_index where household_id = any(${ids}::uuid[])`);
  const rows = households.flatMap((h) =>
    numbersOf(h.private).flatMap(({ kind, number }) => {
      const normal = normaliseNumber(kind, number);
      const [newest] = normal === null ? [] : blindHashes(vault, kind, normal);
      return newest === undefined
        ? []
        : [{ ...newest, kind, householdId: h.id, region: h.region, programme: h.programme }];
    }),
  );
  await tx.run(sql`insert into person_index (blind, key_version, kind, household_id, region, programme)
    select * from unnest(${rows.map((r) => r.hash)}::bytea[], ${rows.map((r) => r.keyVersion)}::integer[],
      ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.householdId)}::uuid[],
      ${rows.map((r) => r.region)}::text[], ${rows.map((r) => r.programme)}::text[])
    on conflict do nothing`);
}

type Numbered = { readonly kind: SearchKind; readonly number: string };

function numbersOf({ members, accounts, phones }: HouseholdPrivate): Numbered[] {
  return [
    ...members.flatMap((m) => (m.idNumber === null ? [] : [{ kind: 'id' as const, number: m.idNumber }])),
    ...accounts.map((a) => ({ kind: 'account' as const, number: a.number })),
    ...phones.map((number) => ({ kind: 'phone' as const, number })),
    ...members.map(({ name }) => ({ kind: 'name' as const, number: name })),
  ];
}

async function putEntitlements(tx: Transaction, households: readonly NewHousehold[]): Promise<void> {
  const rows = households.flatMap((h) =>
    h.entitlements.map((e) => ({
      id: e.id,
      household_id: h.id,
      region: h.region,
      programme: e.programme,
      monthly_fen: e.monthlyFen,
      from_month: e.fromMonth,
      to_month: e.toMonth,
    })),
  );
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into entitlement (id, household_id, region, programme, monthly_fen, from_month, to_month)
    select * from jsonb_to_recordset(${canonicalJson(rows)}::jsonb) as t (id uuid, household_id uuid, region text,
      programme text, monthly_fen bigint, from_month date, to_month date)
    on conflict (id) do nothing`);
}
