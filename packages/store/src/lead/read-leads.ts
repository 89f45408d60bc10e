import type { Reach, Transaction } from '../database.ts';
import { inReach, unrestricted } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import type { Vault } from '../vault.ts';
import { identityHashes } from './finding-identity.ts';
import type { LeadPrivate } from './lead-private.ts';
import { leadColumns, leadContext, type LeadRow } from './lead-row.ts';
import { newestVerdict, type Verdict, verdictOf } from './lead-verdict.ts';

/** A finding with the state of its matter. */
export type LeadOnCard = LeadRow & {
  readonly state: string;
  readonly is_ended: boolean;
  readonly due_on: string | null;
  readonly version: number;
  readonly verdict: Verdict | null;
};

/** What only the matter at hand may show of a finding. @throws when the bytes were changed */
export function openLead(vault: Vault, row: Pick<LeadRow, 'id' | 'private'>): LeadPrivate {
  return vault.open(row.private, leadContext(row.id)) as LeadPrivate;
}

/**
 * Findings of these matters, in one statement. Those out of reach are not among them; a restricted lead opens only with
 * a reach that opens restricted ones.
 */
export function leadsOfMatters(
  tx: Transaction,
  reach: Reach,
  matterIds: readonly string[],
): Promise<LeadRow[]> {
  return tx.rows<LeadRow>(sql`select ${leadColumns} from lead x
    where x.matter_id = any(${matterIds}::uuid[]) and ${inReach(reach, 'x')} and ${unrestricted(reach)}`);
}

/** The finding of a matter, or null when there is none in reach. */
export function findLead(tx: Transaction, reach: Reach, matterId: string): Promise<LeadRow | null> {
  return tx.find<LeadRow>(sql`select ${leadColumns} from lead x
    where x.matter_id = ${matterId} and ${inReach(reach, 'x')} and ${unrestricted(reach)}`);
}

/** Everything found about a household, open ones first, then by severity. */
export async function leadsOfHousehold(
  tx: Transaction,
  reach: Reach,
  householdId: string,
): Promise<LeadOnCard[]> {
  const rows = await tx.rows<Omit<LeadOnCard, 'verdict'> & Judged>(sql`
    select ${leadColumns}, m.state, m.is_ended, m.due_on, m.version, v.action, v.cause
    from lead x join matter m on m.id = x.matter_id left join lateral ${newestVerdict} v on true
    where x.household_id = ${householdId} and ${inReach(reach, 'x')} and ${unrestricted(reach)}
    order by m.is_ended, array_position(array['serious', 'suspect', 'info'], x.severity), x.rule, x.id limit 500`);
  return rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
}

interface Judged {
  readonly action: string | null;
  readonly cause: string | null;
}

/** A finding of the same rule about the same subject. */
export interface FoundBefore {
  readonly id: string;
  readonly matterId: string;
  readonly state: string;
  readonly isEnded: boolean;
  readonly openedAt: Date;
  readonly period: string | null;
  readonly packVersion: string;
  readonly verdict: Verdict | null;
  readonly hasSameFacts: boolean;
}

/** What the rule found about the same subject at other times, in reach, newest first. */
export async function foundBefore(
  tx: Transaction,
  reach: Reach,
  vault: Vault,
  lead: Pick<LeadRow, 'id' | 'rule' | 'subject_kind'>,
  secret: LeadPrivate,
): Promise<FoundBefore[]> {
  const { subjects, facts } = identityHashes(vault, { ...lead, private: secret });
  const rows = await tx.rows<Omit<FoundBefore, 'verdict'> & Judged>(sql`
    select x.id, x.matter_id as "matterId", m.state, m.is_ended as "isEnded", m.opened_at as "openedAt", x.period,
      x.pack_version as "packVersion", x.facts_hash = any(${facts}::text[]) as "hasSameFacts", v.action, v.cause
    from lead x join matter m on m.id = x.matter_id left join lateral ${newestVerdict} v on true
    where x.subject_hash = any(${subjects}::text[]) and x.id <> ${lead.id} and ${inReach(reach, 'x')}
      and ${unrestricted(reach)} order by m.opened_at desc, x.id limit 50`);
  return rows.map(({ action, cause, ...row }) => ({ ...row, verdict: verdictOf({ action, cause }) }));
}
