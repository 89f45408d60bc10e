import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
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
export type SearchedRead = ReadRow & {
  readonly full_name: string | null;
  /** Division of what was read. */
  readonly place: string | null;
};

/**
 * Lines may be numbered a little out of the order of their instants, because processes write side by side: by far not
 * this many.
 */
const slack = 10_000;

/**
 * Lines of the audit, newest first. Those of nobody's (failed sign-ins, the server's own) are for every auditor; the
 * others for those of the reader's area and those of the area of whom was read. Account, kind, household, matter and time
 * each have an index.
 */
export function searchReads(
  tx: Transaction,
  reach: Reach,
  filter: ReadFilter,
  page: { readonly before: bigint | null; readonly limit: number },
): Promise<SearchedRead[]> {
  const conditions = [
    inAreas(reach),
    ...(page.before === null ? [] : [sql`r.seq < ${page.before}`]),
    ...anyOf(sql`r.kind`, filter.kinds),
    ...anyOf(sql`r.operation`, filter.operations),
    ...anyOf(sql`r.outcome`, filter.outcomes),
    ...anyOf(sql`r.code`, filter.codes),
    ...(filter.accounts?.length ? [sql`r.account_id = any(${filter.accounts}::uuid[])`] : []),
    ...(filter.household === undefined ? [] : [sql`r.household_id = ${filter.household}`]),
    ...(filter.matter === undefined ? [] : [sql`r.matter_id = ${filter.matter}`]),
    ...between(filter),
  ];
  return tx.rows<SearchedRead>(sql`select ${readColumns} from read_log r left join account a on a.id = r.account_id
    where ${every(conditions)} order by r.seq desc limit ${page.limit}`);
}

/**
 * Every read of one household: its card, its matters and leads, searches that led to it alone, unmasking. Whoever read,
 * wherever he belongs; newest first. Empty when the household is out of reach.
 */
export function readsOfHousehold(
  tx: Transaction,
  reach: Reach,
  householdId: string,
  page: { readonly before: bigint | null; readonly limit: number },
): Promise<SearchedRead[]> {
  const before = page.before === null ? sql`` : sql`and r.seq < ${page.before}`;
  const known = sql`exists (select 1 from household h where h.id = ${householdId} and ${inReach(reach, 'h')})`;
  const part = (
    condition: Sql,
  ) => sql`(select r.* from read_log r where ${condition} and ${inAreas(reach)} ${before}
    order by r.seq desc limit ${page.limit})`;
  return tx.rows<SearchedRead>(sql`
    select ${readColumns} from (
      ${part(sql`r.household_id = ${householdId}`)} union
      ${part(sql`r.matter_id in (select m.id::text from matter m where m.household_id = ${householdId}::uuid
        and ${inReach(reach, 'm')})`)}) r
    left join account a on a.id = r.account_id where ${known} order by r.seq desc limit ${page.limit}`);
}

const readColumns = sql`r.seq, r.at, r.account_id, r.session_id, r.role, r.kind, r.operation, r.subject, r.reason,
  r.outcome, r.code, r.address, r.region, r.place, a.full_name`;

/** Where the reader belongs, or what was read lies. */
function inAreas(reach: Reach): Sql {
  const areas = reach.scopes.map((s) => s.area);
  return sql`(r.region is null or exists (select 1 from unnest(${areas}::text[]) as area
    where starts_with(r.place, area) or exists (
      select 1 from unnest(string_to_array(r.region || ',', ',')) as own where starts_with(own, area))))`;
}

/** Lines are read in the order of their numbers, so the instants become numbers first. */
function between({ from, to }: ReadFilter): Sql[] {
  return [
    ...(from === undefined
      ? []
      : [
          sql`r.at >= ${from} and r.seq >= coalesce((select t.seq from read_log t where t.at >= ${from}
            order by t.at, t.seq limit 1), 0) - ${slack}::bigint`,
        ]),
    ...(to === undefined
      ? []
      : [
          sql`r.at < ${to} and r.seq <= coalesce((select t.seq from read_log t where t.at < ${to}
            order by t.at desc, t.seq desc limit 1), 0) + ${slack}::bigint`,
        ]),
  ];
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
  const conditions = [
    inReach(reach, 'm'),
    ...(page.before === null ? [] : [sql`s.seq < ${page.before}`]),
    ...(filter.accountId === undefined ? [] : [sql`s.account_id = ${filter.accountId}`]),
    ...(filter.matterId === undefined ? [] : [sql`s.matter_id = ${filter.matterId}`]),
  ];
  return tx.rows<SearchedStep>(sql`
    select s.seq, s.id, s.matter_id, m.workflow, s.action, s.at, s.recorded_at, s.account_id, a.full_name, s.role, s.area,
      s.hash from step s join matter m on m.id = s.matter_id left join account a on a.id = s.account_id
    where ${every(conditions)} order by s.seq desc limit ${page.limit}`);
}

/** Ends of the chains and how the last verification ended. @param verifyKind kind of its jobs */
export async function auditStatus(
  tx: Transaction,
  verifyKind: string,
): Promise<{
  readonly step: { readonly seq: bigint; readonly hash: Buffer };
  readonly read: { readonly seq: bigint; readonly hash: Buffer };
  readonly lastVerified: { readonly at: Date; readonly subject: Readonly<Record<string, unknown>> } | null;
  /** A verification waits or runs. */
  readonly isRunning: boolean;
}> {
  const head = (name: string) =>
    tx.get<{ seq: bigint; hash: Buffer }>(sql`select seq, hash from chain_head where name = ${name}`);
  return {
    step: await head('step'),
    read: await head('read'),
    lastVerified: await tx.find(
      sql`select at, subject from read_log where kind = 'verify' order by seq desc limit 1`,
    ),
    isRunning: (await waitingJob(tx, verifyKind)) !== null,
  };
}

/** The job of the kind that waits or runs, the oldest: one is enough. */
export function waitingJob(tx: Transaction, kind: string): Promise<{ readonly id: string } | null> {
  return tx.find(sql`select id from job where kind = ${kind} and state in ('waiting', 'running')
    order by created_at, id limit 1`);
}
