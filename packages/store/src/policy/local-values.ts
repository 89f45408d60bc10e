import type { Transaction } from '../database.ts';
import { type Sql, sql } from '../sql.ts';
import { policyRefusal } from './policy-refusals.ts';

/** A value an office proposed for a place, or the proposal to take one back, with what became of it. */
export interface LocalValueRow {
  readonly id: string;
  readonly region: string;
  readonly parameter: string;
  /** Null for a revocation. */
  readonly value: unknown;
  /** 'YYYY-MM-DD'; `to_on` is exclusive. */
  readonly from_on: string | null;
  readonly to_on: string | null;
  readonly basis: string;
  readonly published_on: string | null;
  readonly revokes: string | null;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decision: 'confirmed' | 'declined' | 'withdrawn' | null;
  readonly reason: string | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  /** Another person confirmed that it is taken back. */
  readonly is_revoked: boolean;
}

/** What somebody proposes. */
export type NewLocalValue = Pick<
  LocalValueRow,
  'id' | 'region' | 'parameter' | 'value' | 'from_on' | 'to_on' | 'basis' | 'published_on' | 'revokes'
>;

/** Who does it, and when. */
export interface Setter {
  readonly accountId: string;
  readonly at: Date;
}

const isRevoked: Sql = sql`exists (select 1 from local_value r join local_value_decision e on e.value_id = r.id
  where r.revokes = v.id and e.decision = 'confirmed')`;
const columns: Sql = sql`v.id, v.region, v.parameter, v.value, v.from_on, v.to_on, v.basis, v.published_on, v.revokes,
  v.proposed_by, v.proposed_at, d.decision, d.reason, d.decided_by, d.decided_at, ${isRevoked} as is_revoked`;
const source: Sql = sql`local_value v left join local_value_decision d on d.value_id = v.id`;

/**
 * Values in force (confirmed, not revoked), in the order in which they were confirmed: later ones lie over earlier ones.
 * @param reaching only those that can matter to this county; all when null
 */
export function localValuesInForce(tx: Transaction, reaching: string | null): Promise<LocalValueRow[]> {
  const here =
    reaching === null
      ? sql`true`
      : sql`(starts_with(${reaching}, v.region) or starts_with(v.region, ${reaching}))`;
  return tx.rows<LocalValueRow>(sql`select ${columns} from ${source}
    where d.decision = 'confirmed' and v.revokes is null and not ${isRevoked} and ${here}
    order by d.decided_at, v.id`);
}

/** These values, whatever has become of them since, in the order in which they were confirmed. */
export function localValuesById(tx: Transaction, ids: readonly string[]): Promise<LocalValueRow[]> {
  return tx.rows<LocalValueRow>(sql`select ${columns} from ${source}
    where v.id = any(${[...ids]}::uuid[]) order by d.decided_at, v.id`);
}

/** Everything proposed for a place, above and below it; of one parameter when it is named. The newest first. */
export function listLocalValues(
  tx: Transaction,
  region: string,
  parameter: string | null,
): Promise<LocalValueRow[]> {
  const ofOne = parameter === null ? sql`true` : sql`v.parameter = ${parameter}`;
  return tx.rows<LocalValueRow>(sql`select ${columns} from ${source}
    where (starts_with(v.region, ${region}) or starts_with(${region}, v.region)) and ${ofOne}
    order by v.proposed_at desc, v.id`);
}

/** One of them, or null when it is not there or out of reach. */
export function findLocalValue(tx: Transaction, id: string): Promise<LocalValueRow | null> {
  return tx.find<LocalValueRow>(sql`select ${columns} from ${source} where v.id = ${id}`);
}

/**
 * Writes a proposal down; nothing is in force by it. Sent again with the same id it changes nothing.
 * @throws UserError PAR-106 the id stands for another proposal
 */
export async function proposeLocalValue(tx: Transaction, wanted: NewLocalValue, by: Setter): Promise<void> {
  const value = wanted.value === null ? null : JSON.stringify(wanted.value);
  const made = await tx.run(sql`
    insert into local_value (id, region, parameter, value, from_on, to_on, basis, published_on, revokes, proposed_by,
      proposed_at)
    values (${wanted.id}, ${wanted.region}, ${wanted.parameter}, ${value}::jsonb, ${wanted.from_on}, ${wanted.to_on},
      ${wanted.basis}, ${wanted.published_on}, ${wanted.revokes}, ${by.accountId}, ${by.at})
    on conflict (id) do nothing`);
  if (made === 1) return;
  const same = await tx.find(sql`
    select 1 as n from local_value where id = ${wanted.id} and region = ${wanted.region}
      and parameter = ${wanted.parameter} and value is not distinct from ${value}::jsonb
      and from_on is not distinct from ${wanted.from_on}::date and to_on is not distinct from ${wanted.to_on}::date
      and basis = ${wanted.basis} and published_on is not distinct from ${wanted.published_on}::date
      and revokes is not distinct from ${wanted.revokes}::uuid and proposed_by = ${by.accountId}`);
  if (same === null) throw policyRefusal('PAR-106');
}

/**
 * Brings a proposal into force, by another person. Whoever confirmed it before does it again for nothing.
 * @throws UserError PAR-104 by whoever proposed it · PAR-105 decided before · PAR-108 what it revokes is not in force
 */
export async function confirmLocalValue(tx: Transaction, value: LocalValueRow, by: Setter): Promise<void> {
  if (value.proposed_by === by.accountId) throw policyRefusal('PAR-104');
  if (value.decision === 'confirmed' && value.decided_by === by.accountId) return;
  if (value.revokes !== null) await assertRevocable(tx, value.revokes);
  await decide(tx, value, { decision: 'confirmed', reason: null }, by);
}

/** @throws UserError PAR-108 when a value is not in force, or was revoked already */
export async function assertRevocable(tx: Transaction, id: string): Promise<LocalValueRow> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`local value ${id}`}, 0))`);
  const value = await findLocalValue(tx, id);
  if (value?.decision !== 'confirmed' || value.revokes !== null || value.is_revoked)
    throw policyRefusal('PAR-108');
  return value;
}

/** Declined by another person, withdrawn by whoever proposed it. @throws UserError PAR-105 decided before */
export async function declineLocalValue(
  tx: Transaction,
  value: LocalValueRow,
  reason: string,
  by: Setter,
): Promise<void> {
  const decision = value.proposed_by === by.accountId ? 'withdrawn' : 'declined';
  if (value.decision === decision && value.decided_by === by.accountId && value.reason === reason) return;
  await decide(tx, value, { decision, reason }, by);
}

async function decide(
  tx: Transaction,
  value: LocalValueRow,
  what: { readonly decision: 'confirmed' | 'declined' | 'withdrawn'; readonly reason: string | null },
  by: Setter,
): Promise<void> {
  const made = await tx.run(sql`
    insert into local_value_decision (value_id, region, proposed_by, decision, reason, decided_by, decided_at)
    values (${value.id}, ${value.region}, ${value.proposed_by}, ${what.decision}, ${what.reason}, ${by.accountId}, ${by.at})
    on conflict (value_id) do nothing`);
  if (made === 0) throw policyRefusal('PAR-105');
}
