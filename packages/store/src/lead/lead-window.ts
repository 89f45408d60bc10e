import type { Reach, Transaction } from '../database.ts';
import { inReach, widestAreas } from '../matter/in-reach.ts';
import { divisionsUnder, type MatterFilter, noneBefore } from '../matter/list-matters.ts';
import { equalsAny, matchConditions } from '../matter/match-matters.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { every, type Sql, sql } from '../sql.ts';

/** Orders of the queue. Leads that have ended stand in one only: those that changed last first. */
export type LeadOrder = 'due' | 'newest' | 'amount';

/** Where a row stands: what it is ordered by, and its id. */
export interface Place {
  readonly sort: string;
  readonly id: string;
}

/** What the queue is cut to and how it stands. By household (`firstOfHousehold`) it stands by what is due first. */
export interface Queue {
  readonly filter: MatterFilter;
  readonly order: LeadOrder;
}

/** Every so many rows have their place told: any row is at most so far from one. */
export const placeStep = 500;

/** The most that is counted. */
export const mostCounted = 300_000;

interface Ordering {
  readonly column: Sql;
  readonly isDown: boolean;
  readonly asText: Sql;
  readonly cast: Sql;
}

const orderings: Readonly<Record<LeadOrder | 'ended', Ordering>> = {
  due: { column: sql`m.sort_on`, isDown: false, asText: sql`k::text`, cast: sql`date` },
  newest: { column: sql`m.opened_at`, isDown: true, asText: instantText(), cast: sql`timestamptz` },
  amount: { column: sql`coalesce(m.amount_fen, -1)`, isDown: true, asText: sql`k::text`, cast: sql`bigint` },
  ended: { column: sql`m.changed_at`, isDown: true, asText: instantText(), cast: sql`timestamptz` },
};

function instantText(): Sql {
  return sql`to_char(k at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** What the places of a queue are written in. */
export function orderingOf({ filter, order }: Queue): LeadOrder | 'ended' {
  return filter.ended === true ? 'ended' : order;
}

/** How many leads there are, and where every {@link placeStep}-th stands. One walk through an index that holds it all. */
export async function outlineQueue(
  tx: Transaction,
  reach: Reach,
  queue: Queue,
): Promise<{ readonly total: number; readonly isMore: boolean; readonly places: readonly Place[] }> {
  const { column, asText, isDown } = orderings[orderingOf(queue)];
  const order = isDown ? sql`k desc, id desc` : sql`k, id`;
  const which = await conditionsOf(tx, reach, queue.filter);
  // The first lead of each household; what is of no household stands for itself.
  const home = sql`coalesce(m.household_id, m.id)`;
  const found =
    queue.filter.firstOfHousehold === true
      ? sql`select distinct on (${home}) ${column} as k, m.id from matter m where ${which} order by ${home}, ${order}`
      : sql`select ${column} as k, m.id from matter m where ${which} order by ${order} limit ${mostCounted + 1}`;
  const rows = await tx.rows<Place & { readonly n: bigint; readonly isLast: boolean }>(sql`
    select ${asText} as sort, id, n, "isLast" from (
      select k, id, row_number() over (order by ${order}) - 1 as n, lead(id) over (order by ${order}) is null as "isLast"
      from (${found}) as found
    ) as numbered where n % ${placeStep}::integer = 0 or "isLast" order by n`);
  const total = Number(rows.at(-1)?.n ?? -1n) + 1;
  return {
    total: Math.min(total, mostCounted),
    isMore: total > mostCounted,
    places: rows.filter(({ n }) => n % BigInt(placeStep) === 0n).map(({ sort, id }) => ({ sort, id })),
  };
}

/** A part of a queue: from `at` on (that row is the first) after `skip` rows, before `before`. */
export interface Part {
  readonly at: Place | null;
  readonly before: Place | null;
  readonly skip: number;
  readonly limit: number;
}

/** Rows of a part. The rows are found in the index, and only those shown are read. */
export async function windowOfQueue(
  tx: Transaction,
  reach: Reach,
  queue: Queue,
  part: Part,
): Promise<MatterRow[]> {
  const { column, isDown } = orderings[orderingOf(queue)];
  const order = isDown ? sql`k desc, id desc` : sql`k, id`;
  const which = [await conditionsOf(tx, reach, queue.filter), ...between(queue, part)];
  if (queue.filter.firstOfHousehold === true) which.push(noneBefore(reach, queue.filter));
  const found = sql`select ${column} as k, m.id from matter m where ${every(which)}
    order by ${order} offset ${part.skip} limit ${part.limit}`;
  // Scope and state are guessed to leave a handful, so that sorting them all looks cheap: a hundred thousand rows to show
  // a hundred. Where an index has the order, it is walked.
  const isIndexed = orderingOf(queue) === 'due' || orderingOf(queue) === 'ended';
  if (isIndexed) await tx.run(sql`set local enable_sort = off`);
  const ids = await tx.rows<{ readonly id: string }>(sql`select id from (${found}) as q`);
  if (isIndexed) await tx.run(sql`set local enable_sort = on`);
  const rows = await tx.rows<MatterRow>(
    sql`select ${matterColumns} from matter m where m.id = any(${ids.map(({ id }) => id)}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Ids and versions of the leads of a filter, soonest due first, after a place. */
export async function pickLeads(
  tx: Transaction,
  reach: Reach,
  filter: MatterFilter,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<(Place & { readonly version: number })[]> {
  const queue: Queue = { filter, order: 'due' };
  const { column, cast, asText, isDown } = orderings[orderingOf(queue)];
  const after =
    page.after === null
      ? sql`true`
      : sql`(${column}, m.id) ${isDown ? sql`<` : sql`>`} (${page.after.sort}::${cast}, ${page.after.id}::uuid)`;
  return tx.rows(sql`
    select ${asText} as sort, id, version from (
      select ${column} as k, m.id, m.version from matter m where ${await conditionsOf(tx, reach, filter)} and ${after}
      order by ${isDown ? sql`k desc, id desc` : sql`k, id`} limit ${page.limit}) as found`);
}

function between(queue: Queue, { at, before }: Part): Sql[] {
  const { column, cast, isDown } = orderings[orderingOf(queue)];
  const conditions: Sql[] = [];
  if (at !== null)
    conditions.push(
      sql`(${column}, m.id) ${isDown ? sql`<=` : sql`>=`} (${at.sort}::${cast}, ${at.id}::uuid)`,
    );
  if (before !== null)
    conditions.push(
      sql`(${column}, m.id) ${isDown ? sql`>` : sql`<`} (${before.sort}::${cast}, ${before.id}::uuid)`,
    );
  return conditions;
}

/** How many leads of one kind of each sort lie in one division. */
export interface TallyRow {
  readonly state: string;
  readonly severity: string | null;
  readonly rule: string | null;
  readonly programme: string;
  /** Code cut to `digits`. */
  readonly region: string;
  readonly leads: number;
}

/** Counts of a filter by everything at once. @param digits of the divisions to count by */
export async function tallyLeads(
  tx: Transaction,
  reach: Reach,
  filter: MatterFilter,
  digits: number,
): Promise<TallyRow[]> {
  return tx.rows<TallyRow>(sql`
    select m.state, m.severity, m.kind as rule, m.programme, left(m.region, ${digits}) as region, count(*)::integer as leads
    from matter m where ${await conditionsOf(tx, reach, filter)} group by 1, 2, 3, 4, 5`);
}

/**
 * Which leads: written so that the index of the county (matter_queue) answers without looking at the table. Wider areas
 * are read county by county.
 */
async function conditionsOf(tx: Transaction, reach: Reach, filter: MatterFilter): Promise<Sql> {
  return every([
    sql`m.workflow = 'lead'`,
    filter.ended === true ? sql`m.is_ended` : sql`not m.is_ended`,
    await inAreas(tx, reach, filter),
    inReach(reach, 'm'),
    ...matchConditions(filter),
  ]);
}

/** Counties and towns to look in, as conditions that reach an index. */
async function inAreas(tx: Transaction, reach: Reach, filter: MatterFilter): Promise<Sql> {
  const areas = widestAreas(
    filter.towns?.length ? filter.towns.map((area) => ({ area, programmes: null })) : reach.scopes,
  );
  const wide = areas.filter((area) => area.length < 6);
  const counties = [
    ...areas.filter((area) => area.length === 6),
    ...(wide.length === 0 ? [] : await divisionsUnder(tx, wide, 6)),
  ];
  const towns = [...new Set(areas.filter((area) => area.length > 6).map((area) => area.slice(0, 9)))];
  const any = [...equalsAny(sql`m.county`, counties), ...equalsAny(sql`m.town`, towns)];
  const [first, ...rest] = any;
  return first === undefined ? sql`false` : sql`(${rest.reduce((all, one) => sql`${all} or ${one}`, first)})`;
}
