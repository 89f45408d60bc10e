import type { Reach, Transaction } from '../database.ts';
import { inReach, unrestricted } from '../matter/in-reach.ts';
import { sql } from '../sql.ts';
import type { Verdict } from './lead-verdict.ts';

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

/**
 * The record of each version of each rule over the findings in reach, by rule. Reads every finding of the cut: for
 * screens that are opened now and then, not for lists.
 */
export async function ruleRecords(
  tx: Transaction,
  reach: Reach,
  filter: RecordFilter,
): Promise<VersionRecord[]> {
  const { rules, campaigns } = filter;
  const rows = await tx.rows<CountedRow>(sql`
    select x.rule, x.rule_hash, x.verdict, x.is_dispatched, count(*)::integer as n,
      coalesce(sum(x.amount_fen), 0)::bigint as fen, array_agg(distinct x.pack_version) as packs
    from lead x ${campaigns.length > 0 ? sql`join matter m on m.id = x.matter_id` : sql``}
    where ${inReach(reach, 'x')} and ${unrestricted(reach)}
      ${rules.length > 0 ? sql`and x.rule = any(${rules}::text[])` : sql``}
      ${campaigns.length > 0 ? sql`and m.campaign_id = any(${campaigns}::uuid[])` : sql``}
    group by 1, 2, 3, 4 order by 1, 2`);
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
  readonly verdict: Verdict | null;
  readonly is_dispatched: boolean;
  readonly n: number;
  readonly fen: bigint;
  readonly packs: readonly string[];
}

function recordOf({ verdict, is_dispatched: isDispatched, n, fen }: CountedRow): RuleRecord {
  return {
    found: n,
    dispatched: isDispatched ? n : 0,
    verdicts: verdict === null ? nothing.verdicts : { ...nothing.verdicts, [verdict]: n },
    confirmedFen: verdict === 'confirmed' || verdict === 'partly' ? fen : 0n,
  };
}

function joined(one: VersionRecord, row: CountedRow): string[] {
  return [...new Set([...one.packVersions, ...row.packs])].sort();
}

/** How many leads of a rule in this reach are not ended. */
export async function countOpenLeads(tx: Transaction, reach: Reach, rule: string): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from lead x join matter m on m.id = x.matter_id
    where x.rule = ${rule} and not m.is_ended and ${inReach(reach, 'x')} and ${unrestricted(reach)}`);
  return n;
}
