import type { Reach, Transaction } from '../database.ts';
import { every, type Sql, sql } from '../sql.ts';
import type { ReadRow } from './read-log.ts';

/** What the auditor looks for. */
export interface ReadFilter {
  readonly accounts?: readonly string[];
  readonly kinds?: readonly string[];
  readonly operations?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly codes?: readonly string[];
  readonly household?: string;
  readonly matter?: string;
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
}

/** A line with the name of whoever it was. */
export type SearchedRead = ReadRow & { readonly full_name: string | null };

/**
 * Lines of the audit, newest first. Those without a place (failed sign-ins, the server's own) are for every auditor, the
 * others for those of the area.
 */
export function searchReads(
  tx: Transaction,
  reach: Reach,
  filter: ReadFilter,
  page: { readonly before: bigint | null; readonly limit: number },
): Promise<SearchedRead[]> {
  const areas = reach.scopes.map((s) => s.area);
  const conditions = [
    sql`(r.region is null or exists (select 1 from unnest(${areas}::text[]) as area where starts_with(r.region, area)))`,
    ...(page.before === null ? [] : [sql`r.seq < ${page.before}`]),
    ...anyOf(sql`r.kind`, filter.kinds),
    ...anyOf(sql`r.operation`, filter.operations),
    ...anyOf(sql`r.outcome`, filter.outcomes),
    ...anyOf(sql`r.code`, filter.codes),
    ...(filter.accounts?.length ? [sql`r.account_id = any(${filter.accounts}::uuid[])`] : []),
    ...(filter.household === undefined ? [] : [sql`r.subject ->> 'household' = ${filter.household}`]),
    ...(filter.matter === undefined ? [] : [sql`r.subject ->> 'matter' = ${filter.matter}`]),
    ...(filter.from === undefined ? [] : [sql`r.at >= ${filter.from}`]),
    ...(filter.to === undefined ? [] : [sql`r.at < ${filter.to}`]),
  ];
  return tx.rows<SearchedRead>(sql`
    select r.seq, r.at, r.account_id, r.session_id, r.role, r.kind, r.operation, r.subject, r.reason, r.outcome, r.code,
      r.address, r.region, a.full_name from read_log r left join account a on a.id = r.account_id
    where ${every(conditions)} order by r.seq desc limit ${page.limit}`);
}

function anyOf(column: Sql, values: readonly string[] | undefined): Sql[] {
  return values?.length ? [sql`${column} = any(${values}::text[])`] : [];
}

/** An act as the auditor sees it: who, what and when, not what it holds. */
export interface SearchedStep {
  readonly seq: bigint;
  readonly id: string;
  readonly matter_id: string;
  readonly workflow: string;
  readonly action: string;
  readonly at: Date;
  readonly recorded_at: Date;
  readonly account_id: string | null;
  readonly full_name: string | null;
  readonly role: string;
  readonly area: string;
  readonly hash: Buffer;
}

/** Steps, newest first, of the areas in reach. */
export function searchSteps(
  tx: Transaction,
  reach: Reach,
  filter: { readonly accountId?: string | undefined; readonly matterId?: string | undefined },
  page: { readonly before: bigint | null; readonly limit: number },
): Promise<SearchedStep[]> {
  const areas = reach.scopes.map((s) => s.area);
  const conditions = [
    sql`exists (select 1 from unnest(${areas}::text[]) as area where starts_with(m.region, area))`,
    ...(reach.sealed === true ? [] : [sql`not m.is_sealed`]),
    ...(page.before === null ? [] : [sql`s.seq < ${page.before}`]),
    ...(filter.accountId === undefined ? [] : [sql`s.account_id = ${filter.accountId}`]),
    ...(filter.matterId === undefined ? [] : [sql`s.matter_id = ${filter.matterId}`]),
  ];
  return tx.rows<SearchedStep>(sql`
    select s.seq, s.id, s.matter_id, m.workflow, s.action, s.at, s.recorded_at, s.account_id, a.full_name, s.role, s.area,
      s.hash from step s join matter m on m.id = s.matter_id left join account a on a.id = s.account_id
    where ${every(conditions)} order by s.seq desc limit ${page.limit}`);
}

/** Ends of the chains and how the last verification ended. */
export async function auditStatus(tx: Transaction): Promise<{
  readonly step: { readonly seq: bigint; readonly hash: Buffer };
  readonly read: { readonly seq: bigint; readonly hash: Buffer };
  readonly lastVerified: { readonly at: Date; readonly subject: Readonly<Record<string, unknown>> } | null;
}> {
  const head = (name: string) =>
    tx.get<{ seq: bigint; hash: Buffer }>(sql`select seq, hash from chain_head where name = ${name}`);
  return {
    step: await head('step'),
    read: await head('read'),
    lastVerified: await tx.find(
      sql`select at, subject from read_log where kind = 'verify' order by seq desc limit 1`,
    ),
  };
}
