import type { Reach, Transaction } from '../database.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { type Sql, sql } from '../sql.ts';
import type { ReceiverKey } from './receiver-key.ts';
import { referralRefusal } from './referral-refusals.ts';

/** A registered key, as the table has it. */
export interface KeyRow {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  readonly public_key: Readonly<Record<string, string>>;
  readonly algorithm: string;
  readonly fingerprint: string;
  readonly added_at: Date;
  readonly revoked_at: Date | null;
}

const columns: Sql = sql`k.id, k.region, k.name, k.public_key, k.algorithm, k.fingerprint, k.added_at, k.revoked_at`;

/** Keys of one's area and of the levels above it. */
function known(reach: Reach): Sql {
  const areas = reach.scopes.map(({ area }) => area);
  return sql`exists (select 1 from unnest(${areas}::text[]) as a (area)
    where starts_with(k.region, a.area) or starts_with(a.area, k.region))`;
}

/** @throws UserError SEAL-108 when id or fingerprint is registered */
export async function registerKey(
  tx: Transaction,
  key: ReceiverKey & { readonly id: string; readonly region: string; readonly name: string },
  by: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  const added = await tx.run(sql`
    insert into receiver_key (id, region, name, public_key, algorithm, fingerprint, added_at, added_by)
    values (${key.id}, ${key.region}, ${key.name}, ${canonicalJson(key.jwk)}::jsonb, ${key.algorithm}, ${key.fingerprint},
      ${by.at}, ${by.accountId})
    on conflict do nothing`);
  if (added === 0) throw referralRefusal('SEAL-108');
}

export function listKeys(
  tx: Transaction,
  reach: Reach,
  page: { readonly after: string | null; readonly limit: number },
): Promise<KeyRow[]> {
  const after = page.after === null ? sql`true` : sql`k.id > ${page.after}::uuid`;
  return tx.rows<KeyRow>(sql`select ${columns} from receiver_key k where ${known(reach)} and ${after}
    order by k.id limit ${page.limit}`);
}

/** A key that may be sealed to from this division: of its own line upwards or below, and not revoked. */
export async function keyFor(tx: Transaction, reach: Reach, id: string, region: string): Promise<KeyRow> {
  const row = await tx.find<KeyRow>(sql`select ${columns} from receiver_key k
    where k.id = ${id} and k.revoked_at is null and ${known(reach)}
      and (starts_with(${region}, k.region) or starts_with(k.region, ${region}))`);
  if (row === null) throw referralRefusal('SEAL-104');
  return row;
}

/** True when there was one in the area to revoke. One that is revoked stays so from its first day. */
export async function revokeKey(
  tx: Transaction,
  reach: Reach,
  id: string,
  by: { readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const areas = reach.scopes.map(({ area }) => area);
  const touched = await tx.run(sql`
    update receiver_key set revoked_at = coalesce(revoked_at, ${by.at}), revoked_by = coalesce(revoked_by, ${by.accountId})
    where id = ${id} and exists (select 1 from unnest(${areas}::text[]) as a (area) where starts_with(region, a.area))`);
  return touched === 1;
}
