import type { Reach, Transaction } from '../database.ts';
import { inReach, unrestricted } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import { newestVerdict, type Verdict, verdictOf } from './lead-verdict.ts';

/** What became of what a rule found. */
export interface RuleRecord {
  readonly found: number;
  /** Sent to be verified. */
  readonly dispatched: number;
  /** How many ended in each verdict; what is still open is in none. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Money at stake in those confirmed, wholly or partly. */
  readonly confirmedFen: bigint;
}

/** One version of a rule. */
export interface VersionRecord extends RuleRecord {
  readonly rule: string;
  readonly ruleHash: string;
  readonly packVersions: readonly string[];
}

/** What the count is cut to. Empty lists are no cut. */
export interface RecordFilter {
  readonly rules: readonly string[];
  readonly campaigns: readonly string[];
}

/** States in which it may have been found out how it is. */
const settled = ['confirmed', 'partlyConfirmed', 'cleared', 'dismissedData', 'actioned', 'closed'];
/** States of a lead that was sent out and not yet found out. */
const underWay = ['toVerify', 'verifying', 'awaitingParty'];

/**
 * The record of each version of each rule over the findings in reach, by rule. Reads every finding of the cut: for
 * screens that are opened now and then, not for lists.
 */
export async function ruleRecords(
  tx: Transaction,
  reach: Reach,
  filter: RecordFilter,
): Promise<VersionRecord[]> {
  const rows = await tx.rows<CountedRow>(sql`
    select x.rule, x.rule_hash, v.action, v.cause, m.state = any(${underWay}::text[]) as is_under_way,
      count(*)::integer as n, coalesce(sum(m.amount_fen), 0)::bigint as fen, array_agg(distinct x.pack_version) as packs
    from lead x join matter m on m.id = x.matter_id
      left join lateral (select o.action, o.cause from ${newestVerdict} o where m.state = any(${settled}::text[])) v on true
    where ${inReach(reach, 'x')} and ${unrestricted(reach)}
      ${filter.rules.length > 0 ? sql`and x.rule = any(${filter.rules}::text[])` : sql``}
      ${filter.campaigns.length > 0 ? sql`and m.campaign_id = any(${filter.campaigns}::uuid[])` : sql``}
    group by 1, 2, 3, 4, 5 order by 1, 2`);
  const versions = new Map<string, VersionRecord>();
  for (const row of rows) {
    const key = `${row.rule} ${row.rule_hash}`;
    const one = versions.get(key) ?? {
      ...nothing,
      rule: row.rule,
      ruleHash: row.rule_hash,
      packVersions: [],
    };
    versions.set(key, { ...one, ...addRecords(one, recordOf(row)), packVersions: joined(one, row) });
  }
  return [...versions.values()];
}

/** Two records as one. */
export function addRecords(a: RuleRecord, b: RuleRecord): RuleRecord {
  const verdicts = { ...a.verdicts };
  for (const [name, n] of Object.entries(b.verdicts) as [Verdict, number][]) verdicts[name] += n;
  return {
    found: a.found + b.found,
    dispatched: a.dispatched + b.dispatched,
    verdicts,
    confirmedFen: a.confirmedFen + b.confirmedFen,
  };
}

const nothing: RuleRecord = {
  found: 0,
  dispatched: 0,
  verdicts: { confirmed: 0, partly: 0, innocent: 0, dataWrong: 0, identityWrong: 0 },
  confirmedFen: 0n,
};

interface CountedRow {
  readonly rule: string;
  readonly rule_hash: string;
  readonly action: string | null;
  readonly cause: string | null;
  readonly is_under_way: boolean;
  readonly n: number;
  readonly fen: bigint;
  readonly packs: readonly string[];
}

function recordOf(row: CountedRow): RuleRecord {
  const verdict = verdictOf(row);
  // Dismissed at the desk: nobody was sent.
  const isDismissed = row.action === 'dismissData' || row.action === 'dismissIdentity';
  return {
    found: row.n,
    dispatched: row.is_under_way || (verdict !== null && !isDismissed) ? row.n : 0,
    verdicts: verdict === null ? nothing.verdicts : { ...nothing.verdicts, [verdict]: row.n },
    confirmedFen: verdict === 'confirmed' || verdict === 'partly' ? row.fen : 0n,
  };
}

function joined(one: VersionRecord, row: CountedRow): string[] {
  return [...new Set([...one.packVersions, ...row.packs])].sort();
}
