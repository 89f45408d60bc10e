import { isUnder } from '../account/account.ts';
import type { Transaction } from '../database.ts';
import { every, sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { erase, type ErasedCounts } from './erase.ts';
import { type ExpiryQuestion, findExpired, stillExpired } from './expired.ts';
import { retentionRefusal } from './retention-refusals.ts';

/** Who decides, and over which areas. */
export interface Decider {
  readonly accountId: string;
  readonly areas: readonly string[];
}

export interface PlanRow {
  readonly id: string;
  readonly area: string;
  readonly endedBefore: Date;
  readonly years: number;
  readonly matters: readonly string[];
  readonly households: readonly string[];
  readonly state: 'proposed' | 'done' | 'withdrawn';
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly certificateId: string | null;
}

/** A plan with what its certificate says. */
export interface ListedPlan extends PlanRow {
  readonly proposedByName: string;
  readonly decidedByName: string | null;
  readonly counts: ErasedCounts | null;
  /** SM3 over the ids that went, hex. */
  readonly contentHash: string | null;
  readonly basis: string | null;
}

const columns = sql`p.id, p.area, p.ended_before as "endedBefore", p.years, p.matters, p.households, p.state,
  p.proposed_by as "proposedBy", p.proposed_at as "proposedAt", p.decided_by as "decidedBy",
  p.decided_at as "decidedAt", p.certificate_id as "certificateId"`;

/**
 * Proposes to erase what is beyond its time now. Sent again with the same id it gives the same plan.
 * @throws UserError RET-101 nothing is · RET-104 the id stands for another plan
 */
export async function proposePlan(
  tx: Transaction,
  wanted: ExpiryQuestion & { readonly id: string; readonly years: number },
  by: Decider,
  now: Date,
): Promise<PlanRow> {
  const { id, area, endedBefore, years } = wanted;
  const before = await tx.find<PlanRow>(sql`select ${columns} from retention_plan p where p.id = ${id}`);
  if (before !== null) {
    if (before.area !== area || before.proposedBy !== by.accountId) throw retentionRefusal('RET-104');
    return before;
  }
  const { matters, households } = await findExpired(tx, wanted);
  if (matters.length + households.length === 0) throw retentionRefusal('RET-101');
  await tx.run(sql`
    insert into retention_plan (id, area, ended_before, years, matters, households, state, proposed_by, proposed_at)
    values (${id}, ${area}, ${endedBefore}, ${years}, ${matters}::uuid[], ${households}::uuid[], 'proposed',
      ${by.accountId}, ${now})`);
  return tx.get<PlanRow>(sql`select ${columns} from retention_plan p where p.id = ${id}`);
}

/**
 * Carries a plan out: what is still beyond its time and under no hold is erased, with a certificate. Cannot be undone.
 * Files are named in `erased_file`; the caller removes them when this is committed.
 * @throws UserError API-104 · RET-102 decided before · RET-103 by whoever proposed it
 */
export async function approvePlan(
  tx: Transaction,
  vault: Vault,
  request: { readonly id: string; readonly certificateId: string; readonly basis: (years: number) => string },
  by: Decider,
  now: Date,
): Promise<{ readonly certificateId: string; readonly counts: ErasedCounts }> {
  const plan = await lockPlan(tx, request.id, by);
  if (plan.proposedBy === by.accountId) throw retentionRefusal('RET-103');
  const expired = await stillExpired(tx, plan, plan);
  const certificate = {
    id: request.certificateId,
    basis: request.basis(plan.years),
    madeBy: by.accountId,
    at: now,
  };
  const counts = await erase(tx, vault, expired, certificate, plan);
  await tx.run(sql`
    update retention_plan set state = 'done', decided_by = ${by.accountId}, decided_at = ${now},
      certificate_id = ${certificate.id} where id = ${plan.id}`);
  return { certificateId: certificate.id, counts };
}

/** Takes a proposal back; nothing is erased. @throws UserError API-104 · RET-102 */
export async function withdrawPlan(tx: Transaction, id: string, by: Decider, now: Date): Promise<void> {
  const plan = await lockPlan(tx, id, by);
  await tx.run(sql`
    update retention_plan set state = 'withdrawn', decided_by = ${by.accountId}, decided_at = ${now}
    where id = ${plan.id}`);
}

async function lockPlan(tx: Transaction, id: string, by: Decider): Promise<PlanRow> {
  const plan = await tx.find<PlanRow>(sql`
    select ${columns} from retention_plan p where p.id = ${id} and ${isUnder(sql`p.area`, by.areas)} for update`);
  if (plan === null) throw retentionRefusal('API-104');
  if (plan.state !== 'proposed') throw retentionRefusal('RET-102');
  return plan;
}

/** Plans of these areas with their certificates, the newest first. @param after id of the last one seen */
export function listPlans(
  tx: Transaction,
  areas: readonly string[],
  page: { readonly after: string | null; readonly limit: number },
): Promise<ListedPlan[]> {
  const conditions = [isUnder(sql`p.area`, areas)];
  if (page.after !== null)
    conditions.push(
      sql`(p.proposed_at, p.id) < (select proposed_at, id from retention_plan where id = ${page.after})`,
    );
  return tx.rows<ListedPlan>(sql`
    select ${columns}, a.full_name as "proposedByName", d.full_name as "decidedByName", c.counts, c.basis,
      encode(c.content_hash, 'hex') as "contentHash"
    from retention_plan p join account a on a.id = p.proposed_by left join account d on d.id = p.decided_by
      left join deletion_certificate c on c.id = p.certificate_id
    where ${every(conditions)} order by p.proposed_at desc, p.id desc limit ${page.limit}`);
}
