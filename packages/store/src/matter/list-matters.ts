import type { Reach, Transaction } from '../database.ts';
import { every, type Sql, sql } from '../sql.ts';
import { inReach, unrestricted, widestAreas } from './in-reach.ts';
import { matterColumns, type MatterRow } from './matter-row.ts';

/** What a list is cut to. Several values of one filter: any of them. */
export interface MatterFilter {
  /** Ids of workflows; a list is always over named ones, so that each is read in its own order. */
  readonly workflows: readonly string[];
  readonly kinds?: readonly string[];
  readonly states?: readonly string[];
  readonly severities?: readonly string[];
  readonly programmes?: readonly string[];
  /** Division codes of towns or villages. */
  readonly towns?: readonly string[];
  readonly assignedTo?: string;
  readonly assignedArea?: string;
  readonly householdId?: string;
  readonly campaignId?: string;
  /** Due on or before this day. */
  readonly dueBy?: string;
  /** Due before this day: overdue on it. */
  readonly overdueOn?: string;
  /** Not overdue on this day, and those responsible are to be reminded on or before it. */
  readonly remindOn?: string;
  /** Told, as the office above, of a time that is over: any of these divisions. */
  readonly escalatedTo?: readonly string[];
  /** Those that have ended, newest first, in place of those open, soonest due first. */
  readonly ended?: boolean;
  /** Of the matters of one household only the first in the order of the list, so that a page is one of households. */
  readonly firstOfHousehold?: boolean;
}

/** The last row of a page: the day it is due or, of an ended one, the instant it changed; and its id. */
export interface MatterKey {
  readonly sort: string;
  readonly id: string;
}

/** A row of a list. */
export type ListedMatter = MatterRow & { readonly sort_key: string };

/** The most that is counted: beyond it a list says "more than". */
export const countLimit = 10_000;

/**
 * A page of matters in reach, as many as `limit`. Each area and workflow is read in the order of its index and no
 * further than one page, so the cost does not grow with the number of rows.
 */
export async function listMatters(
  tx: Transaction,
  reach: Reach,
  filter: MatterFilter,
  page: { readonly after: MatterKey | null; readonly limit: number },
): Promise<ListedMatter[]> {
  const slices = await slicesOf(tx, reach, filter);
  if (slices.length === 0 || reach.scopes.length === 0) return [];
  const order = filter.ended === true ? sql`sort_at desc, id desc` : sql`sort_on, id`;
  const key =
    filter.ended === true
      ? sql`to_char(sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : sql`sort_on::text`;
  const body = unionOf(slices, (slice) => sliceQuery(slice, reach, filter, page));
  return tx.rows<ListedMatter>(
    sql`select *, ${key} as sort_key from (${body}) as found order by ${order} limit ${page.limit}`,
  );
}

/** How many there are, up to {@link countLimit}; one more stands for "more than". */
export async function countMatters(tx: Transaction, reach: Reach, filter: MatterFilter): Promise<number> {
  const slices = await slicesOf(tx, reach, filter);
  if (slices.length === 0 || reach.scopes.length === 0) return 0;
  const page = { after: null, limit: countLimit + 1 };
  const body = unionOf(slices, (slice) => sliceQuery(slice, reach, filter, page));
  const { n } = await tx.get<{ n: number }>(
    sql`select count(*)::integer as n from (select 1 from (${body}) as found limit ${page.limit}) as bounded`,
  );
  return n;
}

/** Areas of one level, read through the index of that level. */
interface Slice {
  readonly column: Sql;
  readonly areas: readonly string[];
  /** Villages: rows of the town are read and those of other villages left out. */
  readonly exact?: readonly string[];
}

const levelColumns = { 4: sql`m.city`, 6: sql`m.county`, 9: sql`m.town` } as const;

/**
 * The areas to read. What is asked for by person, household or campaign has an index of its own and needs no areas.
 * Ended matters are indexed by county and town only; a province and the whole country are read city by city.
 */
async function slicesOf(tx: Transaction, reach: Reach, filter: MatterFilter): Promise<Slice[]> {
  if (isByOwnIndex(filter)) return [{ column: sql`m.city`, areas: [] }];
  const cut = filter.towns?.length ? filter.towns.map((area) => ({ area, programmes: null })) : reach.scopes;
  const areas = widestAreas(cut);
  const least = filter.ended === true ? 6 : 4;
  const wide = areas.filter((area) => area.length < least);
  const narrow = areas.filter((area) => area.length >= least);
  const expanded = wide.length === 0 ? [] : await divisionsUnder(tx, wide, least);
  const all = [...narrow, ...expanded];
  const slices: Slice[] = [];
  for (const level of [4, 6, 9] as const) {
    // Of a wide area its own matters too, by the column of the least level: never by one that has no index here.
    const own = all.filter((area) =>
      area.length === level ? level >= least : area.length < level && level === least,
    );
    if (own.length > 0) slices.push({ column: levelColumns[level], areas: own });
  }
  const villages = all.filter((area) => area.length === 12);
  if (villages.length > 0)
    slices.push({
      column: sql`m.town`,
      areas: [...new Set(villages.map((v) => v.slice(0, 9)))],
      exact: villages,
    });
  return slices;
}

function isByOwnIndex(filter: MatterFilter): boolean {
  return (
    filter.assignedTo !== undefined ||
    filter.householdId !== undefined ||
    filter.campaignId !== undefined ||
    filter.escalatedTo !== undefined
  );
}

/** Divisions of the level under the areas, and the codes of the levels above: matters of the upper offices themselves. */
export async function divisionsUnder(
  tx: Transaction,
  areas: readonly string[],
  level: number,
): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(sql`
    select distinct left(code, ${level}) as code from division
    where exists (select 1 from unnest(${areas}::text[]) as area where starts_with(code, area))`);
  return rows.map((r) => r.code);
}

function unionOf(slices: readonly Slice[], query: (slice: Slice) => Sql): Sql {
  const [first, ...rest] = slices.map(query);
  if (first === undefined) throw new Error('nothing to read');
  return rest.reduce((all, one) => sql`${all} union all ${one}`, first);
}

function sliceQuery(
  slice: Slice,
  reach: Reach,
  filter: MatterFilter,
  page: { readonly after: MatterKey | null; readonly limit: number },
): Sql {
  const isEnded = filter.ended === true;
  const order = isEnded ? sql`m.changed_at desc, m.id desc` : sql`m.sort_on, m.id`;
  const conditions = [
    isEnded ? sql`m.is_ended` : sql`not m.is_ended`,
    inReach(reach, 'm'),
    ...afterKey(page.after, isEnded),
    ...filterConditions(filter),
    ...(filter.firstOfHousehold === true ? [noneBefore(reach, filter)] : []),
    ...(slice.exact === undefined ? [] : [sql`m.region = any(${slice.exact}::text[])`]),
  ];
  const chosen = sql`select ${matterColumns}, m.sort_on, m.changed_at as sort_at from matter m`;
  const lists = cutLists(filter);
  if (slice.areas.length === 0) {
    const any = [
      sql`m.workflow = any(${filter.workflows}::text[])`,
      ...(filter.towns?.length ? [within(filter.towns)] : []),
      ...lists.map((l) => l.any),
    ];
    return sql`(${chosen} where ${every([...any, ...conditions])} order by ${order} limit ${page.limit})`;
  }
  const each = [sql`${slice.column} = a.area`, sql`m.workflow = w.workflow`, ...lists.map((l) => l.one)];
  const from = lists.reduce(
    (all, l) => sql`${all} cross join ${l.from}`,
    sql`unnest(${slice.areas}::text[]) as a (area)
    cross join unnest(${filter.workflows}::text[]) as w (workflow)`,
  );
  return sql`(select page.* from ${from} cross join lateral (
    ${chosen} where ${every([...each, ...conditions])} order by ${order} limit ${page.limit}) as page
    order by ${isEnded ? sql`page.sort_at desc, page.id desc` : sql`page.sort_on, page.id`} limit ${page.limit})`;
}

/** In one of the divisions; for what is read by another index than theirs. */
export function within(areas: readonly string[]): Sql {
  return sql`exists (select 1 from unnest(${areas}::text[]) as t (area) where starts_with(m.region, t.area))`;
}

/** Filters that are a column of an index: each value is read by itself, in order. */
function cutLists(filter: MatterFilter): { one: Sql; any: Sql; from: Sql }[] {
  const { states, kinds, severities } = filter;
  const lists = [];
  if (states?.length)
    lists.push({
      one: sql`m.state = st.state`,
      any: sql`m.state = any(${states}::text[])`,
      from: sql`unnest(${states}::text[]) as st (state)`,
    });
  if (kinds?.length)
    lists.push({
      one: sql`m.kind = ki.kind`,
      any: sql`m.kind = any(${kinds}::text[])`,
      from: sql`unnest(${kinds}::text[]) as ki (kind)`,
    });
  if (severities?.length)
    lists.push({
      one: sql`m.severity = se.severity`,
      any: sql`m.severity = any(${severities}::text[])`,
      from: sql`unnest(${severities}::text[]) as se (severity)`,
    });
  return lists;
}

/** Conditions on matter m beside workflow, kind, state, severity and place. */
export function filterConditions(filter: MatterFilter): Sql[] {
  const { programmes, dueBy, overdueOn, remindOn, escalatedTo } = filter;
  return [
    ...(programmes?.length ? [sql`m.programme = any(${programmes}::text[])`] : []),
    ...given(filter.assignedTo, (id) => sql`m.assigned_to = ${id}`),
    ...given(filter.assignedArea, (area) => sql`m.assigned_area = ${area}`),
    ...given(filter.householdId, (id) => sql`m.household_id = ${id}`),
    ...given(filter.campaignId, (id) => sql`m.campaign_id = ${id}`),
    ...given(dueBy, (day) => sql`m.sort_on <= ${day}::date`),
    ...given(overdueOn, (day) => sql`m.sort_on < ${day}::date`),
    ...given(remindOn, remind),
    ...given(escalatedTo, told),
  ];
}

function given<Value>(value: Value | undefined, condition: (value: Value) => Sql): Sql[] {
  return value === undefined ? [] : [condition(value)];
}

/** Nobody is reminded earlier than this many days before the end, so the list is read no further. */
const longestReminderDays = 31;

function remind(today: string): Sql {
  return sql`m.remind_on <= ${today}::date and m.sort_on >= ${today}::date
    and m.sort_on <= ${today}::date + ${longestReminderDays}::integer`;
}

/** One office is read in the order of its index. */
function told(offices: readonly string[]): Sql {
  return offices.length === 1
    ? sql`m.escalated_to = ${offices[0]}`
    : sql`m.escalated_to = any(${offices}::text[])`;
}

/** No other matter of the household fits the filter and stands before it. What is of no household stands for itself. */
export function noneBefore(reach: Reach, filter: MatterFilter): Sql {
  const { workflows, kinds, states, severities, programmes, towns } = filter;
  const among = (column: Sql, values: readonly string[] | undefined): Sql[] =>
    values?.length ? [sql`${column} = any(${values}::text[])`] : [];
  const equals = (column: Sql, value: string | undefined): Sql[] =>
    value === undefined ? [] : [sql`${column} = ${value}`];
  const conditions = [
    sql`x.household_id = m.household_id and x.workflow = any(${workflows}::text[])`,
    inReach(reach, 'x'),
    ...(reach.sealed === true ? [] : [sql`not x.is_sealed`]),
    unrestricted(reach),
    ...among(sql`x.kind`, kinds),
    ...among(sql`x.state`, states),
    ...among(sql`x.severity`, severities),
    ...among(sql`x.programme`, programmes),
    ...equals(sql`x.assigned_to`, filter.assignedTo),
    ...equals(sql`x.assigned_area`, filter.assignedArea),
    ...equals(sql`x.campaign_id`, filter.campaignId),
    ...(filter.dueBy === undefined ? [] : [sql`x.sort_on <= ${filter.dueBy}::date`]),
    ...(filter.overdueOn === undefined ? [] : [sql`x.sort_on < ${filter.overdueOn}::date`]),
    ...(towns?.length
      ? [sql`exists (select 1 from unnest(${towns}::text[]) as t (area) where starts_with(x.region, t.area))`]
      : []),
    filter.ended === true
      ? sql`x.is_ended and (x.changed_at, x.id) > (m.changed_at, m.id)`
      : sql`not x.is_ended and (x.sort_on, x.id) < (m.sort_on, m.id)`,
  ];
  return sql`not exists (select 1 from matter x where ${every(conditions)})`;
}

function afterKey(after: MatterKey | null, isEnded: boolean): Sql[] {
  if (after === null) return [];
  return isEnded
    ? [sql`(m.changed_at, m.id) < (${after.sort}::timestamptz, ${after.id}::uuid)`]
    : [sql`(m.sort_on, m.id) > (${after.sort}::date, ${after.id}::uuid)`];
}
